// The options of a figure: what the config file may hold, and each attribute of the element by its name. Written from
// peerglass.schema.json by tests/web/option-types.mjs.

/** A text that a reader sees: for every language, or by language. */
export type Said = string | { en?: string; cy?: string };

/** What a page may ask of Peerglass: the JSON file named by the attribute `config`. */
export interface Options {
  /** The data: one address, or several parted by spaces; data files and lookup tables alike. */
  src?: string | number;
  /** The address of a JSON file with any of these keys. */
  config?: string | number;
  /** Which group, where a file holds several: its label or part of it (`Female, 65+ yrs`). */
  series?: string | number;
  /** Which way is better: `high-is-good`, `low-is-good`, `no-judgement`. Default: the indicator table's, else what the file's own labels agree on, else none. */
  polarity?: "high-is-good" | "higher-is-better" | "high" | "low-is-good" | "lower-is-better" | "low" | "no-judgement" | "no-judgment" | "none";
  /** How the value is made: `proportion`, `rate`, `ratio`, `mean`, `count`, `score`, `standardised-rate`, `life-expectancy`. Needed to work out ranges a file does not publish. */
  "value-type"?: "proportion" | "percentage" | "rate" | "crude-rate" | "ratio" | "indirectly-standardised-ratio" | "standardised-rate" | "directly-standardised-rate" | "indirectly-standardised-rate" | "indirectly-standardised-proportion" | "mean" | "count" | "life-expectancy" | "score";
  /** Which view: `compare`, `trend`, `process`, `funnel`, `gap`, `profile`. Default `compare`. */
  view?: "compare" | "trend" | "process" | "gap" | "funnel" | "profile";
  /** Id or name of the indicator. Default: the file's first. */
  indicator?: string | number;
  /** Code or name of our area. Default: the first by name, with a request to choose. */
  area?: string | number;
  /** The type of area compared, by the file's label. Default: our area's. */
  "area-type"?: string | number;
  /** The period, by the file's label. Default: our area's latest. */
  period?: string | number;
  /** Who we compare with: `all`, `parent`, `nearest`, codes parted by spaces or commas, or the name of a peer group. Default: `nearest` where neighbours are known, else `all`. */
  peers?: string | number;
  /** What all are compared with: an area code, `peers` (their median), a peer group's name, or a number. Default: England, else the peers' median. */
  benchmark?: string | number;
  /** The address of a neighbour file (`code,1,2,…`). */
  neighbours?: string | number;
  /** Order of the peers: `likeness`, `name`, `value`. Default `likeness` where known, else `name`. */
  order?: "likeness" | "name" | "value";
  /** The plain singular phrase for the measure, with its article: `the share of adults who smoke`. */
  name?: Said | number;
  /** The unit: `%`, `years`, `per 100,000 people`, … Default: the file's. */
  unit?: Said | number;
  /** The "per": 100, 1,000, 100,000. Default: found from counts and denominators. */
  multiplier?: string | number;
  /** The language: `en`, `cy`. Default: that of the nearest `lang`. */
  lang?: string | number;
  /** The theme: `auto`, `light`, `dark`; with colours like those of GOV.UK or of the NHS website `govuk`, `nhs`, each also with `-light` or `-dark`; `host` (the page's own colours). Default `auto`. */
  theme?: "auto" | "light" | "dark" | "govuk" | "govuk-light" | "govuk-dark" | "nhs" | "nhs-light" | "nhs-dark" | "host";
  /** How the picture is drawn: `canvas`, `svg`. Default `canvas`. */
  picture?: "canvas" | "svg";
  /** What the figures rest on: `survey`, `counts`, `model`. Default: not stated. */
  basis?: "survey" | "counts" | "model";
  /** Who publishes the figures, for the foot and for downloads. */
  source?: Said | number;
  /** The licence of the figures. */
  licence?: Said | number;
  /** When new figures are due, in words. */
  "next-update"?: Said | number;
  /** Who set up this view, for choices that carry a name. */
  publisher?: Said | number;
  /** How a recent trend is tested: `guidance` (shares by their counts, all else by their ranges), `published` (all by their ranges, as the public Fingertips service does). Default `guidance`. */
  "trend-method"?: "guidance" | "published";
  /** The first period of a longer trend, by the file's label. Default: no longer trend is tested. */
  "trend-from"?: string | number;
  /** Between which views a reader can change, parted by spaces. Default: none. */
  views?: string | number;
  /** The name under which the reader's choices stand in the page's address, on pages that hold `peer-glass-address.js` too. Default: they do not. */
  address?: string | number;
  /** By which groups a gap is shown: `deprivation`, `sex`, `age`, `ethnicity`, or the file's name for a grouping. Default: the first of these with figures for our area. */
  groups?: string | number;
  /** What the view of a gap shows: `groups`, `gap` (over time), `ratio` (over time), `parts` (the places inside our area). Default `groups`. */
  "gap-shows"?: "groups" | "gap" | "ratio" | "parts";
  /** The day on which the page is read, as 2026-03-31: what is past it is said to be. Default: given by the page and the tool. */
  today?: string | number;
  /** For which version of the options this was written. A file that names none is of version 1. */
  schema?: "1" | 1;
  /** Which column holds what, where the header does not say. */
  columns?: { [key in "area_code" | "area_name" | "area_type" | "parent_code" | "parent_name" | "indicator_id" | "indicator" | "sex" | "age" | "category_type" | "category" | "period" | "value" | "lower" | "upper" | "lower_998" | "upper_998" | "count" | "denominator" | "note" | "unit" | "status" | "period_start" | "period_length" | "trend" | "compared_to_england" | "compared_to_parent" | "measure" | "group" | "polarity" | "value_type" | "period_type" | "children"]?: string };
  /** Areas chosen by the publisher, by the name of the group. */
  "peer-groups"?: Record<string, {
    /** The areas. */
    codes: (string)[];
    /** Why these. */
    reason?: Said;
    /** When they were chosen. */
    date?: string | number;
  }>;
  /** What holds for one indicator only, by its id or name; it goes before what holds for all. */
  indicators?: Record<string, {
    /** The plain singular phrase for the measure, with its article: `the share of adults who smoke`. */
    name?: Said | number;
    /** Which way is better: `high-is-good`, `low-is-good`, `no-judgement`. Default: the indicator table's, else what the file's own labels agree on, else none. */
    polarity?: "high-is-good" | "higher-is-better" | "high" | "low-is-good" | "lower-is-better" | "low" | "no-judgement" | "no-judgment" | "none";
    /** How the value is made: `proportion`, `rate`, `ratio`, `mean`, `count`, `score`, `standardised-rate`, `life-expectancy`. Needed to work out ranges a file does not publish. */
    "value-type"?: "proportion" | "percentage" | "rate" | "crude-rate" | "ratio" | "indirectly-standardised-ratio" | "standardised-rate" | "directly-standardised-rate" | "indirectly-standardised-rate" | "indirectly-standardised-proportion" | "mean" | "count" | "life-expectancy" | "score";
    /** The unit: `%`, `years`, `per 100,000 people`, … Default: the file's. */
    unit?: Said | number;
    /** The "per": 100, 1,000, 100,000. Default: found from counts and denominators. */
    multiplier?: string | number;
    /** What the figures rest on: `survey`, `counts`, `model`. Default: not stated. */
    basis?: "survey" | "counts" | "model";
    /** How a series is read as a process, for the view `process`. */
    process?: {
      /** The standard, in the unit of the figures. */
      target?: string | number;
      /** Where the usual range starts again, by the label of the first period of the new one. */
      rebases?: Record<string, {
        /** Why. Without it the usual range does not start again. */
        reason?: Said;
        /** Who stands for it. Default: the publisher. */
        who?: Said;
      }>;
      /** The only periods, 12 figures at least, that make the usual range of the stretch they begin. Default: all. */
      baseline?: {
        /** The label of the first. */
        from?: string | number;
        /** The label of the last. */
        to: string | number;
      };
      /** How many figures in a row are a sign: 6, 7 or 8. Default 7. */
      run?: 6 | 7 | 8 | "6" | "7" | "8";
      /** Whether the widest steps between figures are left out of the usual range. Default true. */
      screening?: boolean;
    };
  }>;
  /** Names as spoken in a sentence, by code. */
  "spoken-names"?: Record<string, Said>;
  /** Codes of areas that do not provide the service: left out, never given an average. */
  "not-provided"?: (string)[];
  /** Measures in the files, by which the areas most like ours are found where no neighbour file lists them. */
  likeness?: (string | number)[];
  /** Where the way of measuring changed, by the label of the first period measured in the new way. No trend is tested across it. */
  breaks?: Record<string, Said>;
  /** Periods whose figures are not final: shown, and left out of every test of a trend and every usual range. */
  provisional?: (string | number)[];
  /** What partners changed or noted, to stand beside the figures over time, by the label of its period. */
  events?: Record<string, Said | {
    /** What it was. */
    text: Said;
    /** Who says so. */
    who?: Said;
  }>;
  /** How a series is read as a process, for the view `process`. */
  process?: {
    /** The standard, in the unit of the figures. */
    target?: string | number;
    /** Where the usual range starts again, by the label of the first period of the new one. */
    rebases?: Record<string, {
      /** Why. Without it the usual range does not start again. */
      reason?: Said;
      /** Who stands for it. Default: the publisher. */
      who?: Said;
    }>;
    /** The only periods, 12 figures at least, that make the usual range of the stretch they begin. Default: all. */
    baseline?: {
      /** The label of the first. */
      from?: string | number;
      /** The label of the last. */
      to: string | number;
    };
    /** How many figures in a row are a sign: 6, 7 or 8. Default 7. */
    run?: 6 | 7 | 8 | "6" | "7" | "8";
    /** Whether the widest steps between figures are left out of the usual range. Default true. */
    screening?: boolean;
  };
  /** Between which groups a gap is shown. */
  gap?: {
    /** The labels of the two groups, as the file has them: the gap is the first less the second. */
    between?: (string | number)[];
    /** How a group is spoken of, by its label. */
    phrases?: Record<string, Said>;
  };
  /** How a funnel is made. */
  funnel?: {
    /** Whether its limits allow for the usual spread between places, beside chance. */
    "over-dispersion"?: boolean;
  };
  /** What stands beside a comparison. */
  show?: ("learning" | "peer-rules" | "pairs" | "positions" | "false-discovery" | "places")[];
  /** What can be read of a place's work, by its code, for `learning`. */
  "learn-from"?: Record<string, {
    /** What it is. */
    text: Said;
    /** Its address: https, or relative. */
    link?: string;
  }>;
  /** What a board (`view` as `profile`) shows, in the publisher's order. */
  priorities?: ({
    /** The measure, by id or name. */
    indicator: string | number;
    /** Which group, where the file holds several. */
    series?: string | number;
    /** What it is called on the board. Default: the measure's name. */
    title?: Said;
    /** Whose it is. */
    kind: "local" | "national";
    /** What it measures. Context and resource cannot lead; a process needs a note. */
    type: "outcome" | "output" | "process" | "context" | "resource";
    /** Why a measure that is no outcome stands for the priority. */
    note?: Said;
    /** The national frameworks it belongs to. */
    frameworks?: (Said)[];
    /** The least gap or change that matters, in the figure's unit. */
    matters?: string | number;
    /** What was promised. */
    target?: {
      /** The level. */
      level: string | number;
      /** By when: a day, as 2026-03-31, or a period. */
      date?: string | number;
      /** Where it started. */
      baseline?: {
        /** The label of the period. */
        period?: string | number;
        /** The figure, where it is not that of the file. */
        value?: string | number;
      };
      /** Levels on the way, by day or period. */
      milestones?: Record<string, string | number>;
      /** Whether it is met or not and has no path. */
      standard?: boolean;
      /** The code of the area that promised it, where that is not the board's owner. */
      owner?: string;
    };
    /** Who is in it together. They stand A to Z. */
    partners?: ({
      /** The name. */
      name: Said;
      /** What they do in it. */
      role?: Said;
      /** What kind of body. */
      type?: "council" | "nhs" | "voluntary-and-community" | "voluntary" | "community" | "vcse" | "education" | "police-fire-and-justice" | "police" | "fire" | "housing" | "business" | "residents" | "other";
      /** An address: https, or relative. */
      link?: string;
    })[];
    /** What they promised each other. */
    pledges?: ({
      /** Who. */
      who: Said;
      /** What. */
      what: Said;
      /** By when: a day or a period. */
      by?: string | number;
      /** The day of the last word. */
      updated?: string | number;
      /** The last word. */
      update?: Said;
      /** Whether it is done. */
      done?: boolean;
    })[];
    /** What people told. */
    "lived-experience"?: ({
      /** What one person said, or what some of many said. */
      kind: "quote" | "finding";
      /** The words. */
      words: Said;
      /** Of a finding, how many said so. */
      k?: string | number;
      /** Of a finding, how many were asked. */
      n?: string | number;
      /** How they were asked. */
      method?: Said;
      /** When. */
      period?: string | number;
      /** Where. */
      place?: Said;
      /** Who asked them. */
      source?: Said;
      /** Whether they agreed that it is shown. */
      consent?: boolean;
    })[];
    /** A choice to do it in another way. All parts are asked for. */
    "different-on-purpose"?: {
      /** Who chose. */
      body: Said;
      /** When. */
      date: string | number;
      /** Why, in their words. */
      reason: Said;
      /** Where it is written down: https, or relative. */
      link: string;
      /** By when it is looked at again. */
      review: string | number;
    };
    /** The publisher's own words, beside the computed sentences, never in their place. */
    comment?: {
      /** The words. */
      words: Said;
      /** Whose. */
      author?: Said;
      /** When. */
      date?: string | number;
    };
    /** Measures of need and context to stand beside it. They are not judged. */
    context?: (string | number | {
      /** Its id or name. */
      indicator: string | number;
      /** Which group. */
      series?: string | number;
      /** What it is of. */
      type?: "outcome" | "output" | "process" | "context" | "resource";
    })[];
    /** What is being done. */
    action?: Said;
    /** The address where a reader can answer: https, or relative. */
    feedback?: string;
    /** The address of the ward or division and its members: https, or relative. */
    members?: string;
    /** When the priority is looked at again. */
    review?: string | number;
    /** When new figures are due. */
    "next-update"?: string | number;
  })[];
  /** What holds for all priorities. */
  board?: {
    /** The title of the board. */
    title?: Said;
    /** The code of the area whose promises these are. */
    owner?: string;
    /** How wide that area is. */
    tier?: "system" | "place" | "neighbourhood";
    /** The most priorities at a tier; those beyond are left out. */
    limits?: { [key in "system" | "place" | "neighbourhood"]?: string | number };
    /** Whether it is a draft: every copy says so. */
    draft?: boolean;
    /** All members of a system, when all of them publish this together. */
    publishers?: (string)[];
  };
  /** Findings that the publisher has looked at and stands by. One without a reason does nothing. */
  overrides?: ({
    /** The id of the finding. */
    check: string;
    /** Why it is right here. */
    reason: Said;
  })[];
}
