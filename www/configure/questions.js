// What is asked, in which order and in which words. What a key may hold is the schema's; a key without words of its own here
// is asked in the schema's.

/** Where a list of answers comes from, other than the schema. @typedef {"areas" | "area-types" | "indicators" | "periods" | "series" | "groupings" | "benchmarks"} From */

/**
 * The sections of the page. A question is a path into the config; `more` are those that most views do without. `*` stands for
 * the measure that is chosen, or for nothing where there is one only.
 */
export const SECTIONS = [
  {
    id: "learn",
    title: "What should people learn?",
    questions: [["view"]],
    more: [["views"], ["groups"], ["gap-shows"], ["gap"], ["funnel"], ["show"]],
  },
  {
    id: "places",
    title: "Which places?",
    questions: [["area"], ["peers"], ["peer-groups"], ["benchmark"]],
    more: [["area-type"], ["period"], ["indicator"], ["series"], ["order"], ["likeness"], ["not-provided"], ["spoken-names"], ["learn-from"]],
  },
  {
    id: "measures",
    title: "What do the figures say?",
    questions: ["name", "polarity", "value-type", "unit", "basis"].map((key) => ["*", key]),
    more: [["*", "multiplier"], ["*", "process"], ["breaks"], ["provisional"], ["events"], ["trend-method"], ["trend-from"]],
  },
  {
    id: "source",
    title: "Where do the figures come from?",
    questions: [["source"], ["licence"], ["next-update"], ["publisher"]],
    more: [["src"], ["neighbours"]],
  },
  {
    id: "promises",
    title: "What was promised, and by whom?",
    folded: true,
    questions: [["board"], ["priorities"]],
    more: [],
  },
  {
    id: "look",
    title: "How does it look?",
    folded: true,
    questions: [["theme"], ["lang"], ["picture"], ["address"]],
    more: [],
  },
];

/** Keys that are set elsewhere on the page, and where. */
export const ELSEWHERE = {
  columns: "beside the first rows of the file",
  indicators: "with the measures",
  overrides: "beside what was found",
  config: "in the snippet",
  today: "by the page, on each day",
  schema: "in every saved config",
};

/** The words of a question by its path, numbers and names in it as `*`: what is asked, and why. */
const WORDS = {
  view: ["What should people be able to answer?"],
  views: ["What else may they look at?", "A reader can change to these. None is needed."],
  area: ["Which place is it about?", "Readers can look at the others too."],
  peers: ["With which places is it compared?", "Places like yours say more than a list of everybody."],
  "peer-groups": ["Places you choose yourself", "Say why these: readers see your reason, and what other choices would show."],
  "peer-groups.*.codes": ["The places"],
  "peer-groups.*.reason": ["Why these?", "In a sentence, as for a neighbour. Readers see it."],
  "peer-groups.*.date": ["When were they chosen?"],
  benchmark: ["What is everyone measured against?", "Without an answer: England where the file has it, else the middle of the places."],
  "area-type": ["Which kind of place?"],
  period: ["Which period?", "Without an answer the latest, which is what most readers want."],
  indicator: ["Which measure comes first?"],
  series: ["Which group of people?"],
  order: ["In which order do the places stand?"],
  likeness: ["By which measures are places alike?", "Only where no list of neighbours is there."],
  "not-provided": ["Which places do not provide the service?", "They are left out, and readers are told."],
  "spoken-names": ["How a place is spoken of", "Such as “the Isle of Wight”, by its code."],
  "learn-from": ["What can be read of other places' work"],
  name: ["What is measured, in plain words?", "As it stands in a sentence, with its article: “the share of adults who smoke”."],
  polarity: ["Which way is better?", "Where neither is, nothing is called better or worse."],
  "value-type": ["What kind of figure is it?", "It decides how sure a figure is."],
  unit: ["In which unit?", "Such as %, years, or per 100,000 people."],
  basis: ["What do the figures rest on?", "Readers see it: a survey asks some people, counts hold everyone, a model estimates."],
  multiplier: ["Per how many people?"],
  process: ["Read as a process"],
  breaks: ["Where the way of measuring changed", "No trend is drawn or tested across it."],
  provisional: ["Which figures are not final?"],
  events: ["What happened, and when"],
  source: ["Who publishes the figures?", "Every view and every copy of it says so."],
  licence: ["Under which licence?", "Such as “Open Government Licence v3.0”."],
  "next-update": ["When are new figures due?", "In words: “autumn 2027”. A reader who comes later knows what to expect."],
  publisher: ["Who sets up this view?"],
  src: ["Where will the data file stand on your site?", "Its address, as seen from the config file; beside it, the file's name is enough."],
  neighbours: ["Where will the list of neighbours stand?"],
  groups: ["Which groups are compared?", "Without an answer: by deprivation where the file has it, else by sex, age, ethnicity."],
  "gap-shows": ["What is shown of the gap?"],
  gap: ["Two groups of your own choice"],
  "gap.between": ["Between which two groups is the gap?", "The gap is the first less the second."],
  "gap.phrases": ["How groups are spoken of", "By the file's label: “people in the most deprived areas”."],
  funnel: ["Large and small places in one picture"],
  "funnel.over-dispersion": ["Allow for the usual spread between places, beside chance"],
  show: ["What stands beside the comparison?"],
  "trend-method": ["How is a recent trend tested?"],
  "trend-from": ["From which period is a longer trend tested?", "Without an answer none is."],
  "process.target": ["Is there a standard to be met?", "In the unit of the figures."],
  "process.rebases": ["Where did a new usual range start?", "Only where something was changed on purpose, with its reason."],
  "process.rebases.*.reason": ["What was changed?", "Readers see it. Without a reason the usual range goes on."],
  "process.rebases.*.who": ["Who stands for it?"],
  "process.baseline": ["Which periods make the usual range?", "At least 12. Without an answer all of them do."],
  "process.baseline.from": ["The first"],
  "process.baseline.to": ["The last"],
  "process.run": ["How many figures in a row are a sign?", "Usually 7."],
  "process.screening": ["Leave the widest steps out of the usual range"],
  "learn-from.*.text": ["What is it?"],
  "learn-from.*.link": ["Where can it be read?", "An address: https, or on your own site."],
  board: ["The board"],
  "board.title": ["What is the board called?"],
  "board.owner": ["Whose promises are these?"],
  "board.tier": ["How wide is that area?"],
  "board.limits": ["How many priorities at most?", "Without an answer ten; a board that promises everything promises nothing."],
  "board.draft": ["It is a draft, not for accountability", "Every picture, table, file and printed page says so."],
  "board.publishers": ["Who publishes this together?", "Members of one system are compared with each other only when all of them stand here."],
  priorities: ["The priorities", "A few, national and local as equals. They stand in your order."],
  "priorities.*.indicator": ["Which measure shows it?"],
  "priorities.*.series": ["For which group of people?"],
  "priorities.*.title": ["What is it called?"],
  "priorities.*.kind": ["Whose priority is it?"],
  "priorities.*.type": ["What does the measure show?", "Only an outcome, an output or a process can stand for a priority."],
  "priorities.*.note": ["Why this measure, where it is no outcome?"],
  "priorities.*.frameworks": ["To which national frameworks does it belong?"],
  "priorities.*.matters": ["How large a gap matters?", "In the figure's unit. Among very many people every small gap is clear; one smaller than this is not flagged."],
  "priorities.*.target": ["What was promised?"],
  "priorities.*.target.level": ["Which level?"],
  "priorities.*.target.date": ["By when?", "A day, as 2028-03-31, or a period of the file."],
  "priorities.*.target.baseline": ["Where it started"],
  "priorities.*.target.baseline.period": ["In which period?"],
  "priorities.*.target.baseline.value": ["At which figure?", "Only where it is not the file's."],
  "priorities.*.target.milestones": ["Steps on the way", "Each a level by a day or period. Without them progress is judged by a straight line."],
  "priorities.*.target.milestones.*": ["The level"],
  "priorities.*.target.standard": ["It is a standard: met or not, with no path to it"],
  "priorities.*.target.owner": ["Who promised it, if not the board's owner?"],
  "priorities.*.partners": ["Who is in it together?", "They stand A to Z, never by size."],
  "priorities.*.partners.*.name": ["Who?"],
  "priorities.*.partners.*.role": ["What do they do in it?"],
  "priorities.*.partners.*.type": ["What kind of body is it?"],
  "priorities.*.partners.*.link": ["Where can one read about them?", "An address: https, or on your own site."],
  "priorities.*.pledges": ["What did they promise each other?"],
  "priorities.*.pledges.*.who": ["Who?"],
  "priorities.*.pledges.*.what": ["What?"],
  "priorities.*.pledges.*.by": ["By when?"],
  "priorities.*.pledges.*.updated": ["When was it last looked at?"],
  "priorities.*.pledges.*.update": ["What was found?"],
  "priorities.*.pledges.*.done": ["It is done"],
  "priorities.*.lived-experience": ["What did people tell?", "It stands as large as a figure."],
  "priorities.*.lived-experience.*.kind": ["One person's words, or what some of many said?"],
  "priorities.*.lived-experience.*.words": ["The words"],
  "priorities.*.lived-experience.*.k": ["Of a finding: how many said so?"],
  "priorities.*.lived-experience.*.n": ["Of a finding: out of how many?"],
  "priorities.*.lived-experience.*.method": ["How were they asked?"],
  "priorities.*.lived-experience.*.period": ["When?"],
  "priorities.*.lived-experience.*.place": ["Where?"],
  "priorities.*.lived-experience.*.source": ["Who asked them?"],
  "priorities.*.lived-experience.*.consent": ["They agreed that it is shown"],
  "priorities.*.different-on-purpose": ["Is it done in another way here, on purpose?", "All parts are asked for, and readers see them."],
  "priorities.*.different-on-purpose.body": ["Who chose so?"],
  "priorities.*.different-on-purpose.date": ["When?"],
  "priorities.*.different-on-purpose.reason": ["Why?", "In their words."],
  "priorities.*.different-on-purpose.link": ["Where is it written down?"],
  "priorities.*.different-on-purpose.review": ["By when is it looked at again?"],
  "priorities.*.comment": ["What do you want to add?", "It stands beside the computed sentence, never in its place."],
  "priorities.*.comment.words": ["The words"],
  "priorities.*.comment.author": ["Whose are they?"],
  "priorities.*.comment.date": ["Of which day?"],
  "priorities.*.context": ["Which measures of need stand beside it?", "They are not judged."],
  "priorities.*.action": ["What is being done?", "Not needed: what counts is the outcome."],
  "priorities.*.feedback": ["Where can a reader answer?", "An address: https, or on your own site."],
  "priorities.*.members": ["Where do readers find their ward or division and its members?"],
  "priorities.*.review": ["When is it looked at again?"],
  "priorities.*.next-update": ["When are new figures due?"],
  theme: ["In which colours?"],
  lang: ["In which language?", "Without an answer: the language of the page it stands on."],
  picture: ["How is the picture made?"],
  address: ["Under which name does a reader's choice stand in the page's address?", "Only where your page takes the script for it."],
};

/** Answers in words, by the key they are for; where a key has none here its answers are the schema's. */
const ANSWERS = {
  view: {
    compare: "How are we doing, compared with places like ours?",
    trend: "Is it getting better over time?",
    process: "Did something really change, month by month?",
    funnel: "Which places stand out, given how large they are?",
    gap: "Are some groups of people worse off?",
    profile: "How are we doing on what we promised?",
  },
  polarity: { "high-is-good": "Higher is better", "low-is-good": "Lower is better", "no-judgement": "Neither is better" },
  "value-type": {
    proportion: "A share of people (%)",
    rate: "A rate, as per 100,000 people",
    ratio: "A ratio to what was expected",
    mean: "An average",
    count: "A number of people or things",
    score: "A score",
    "standardised-rate": "A rate standardised by age",
    "life-expectancy": "Years of life expected",
  },
  basis: { survey: "A survey of some people", counts: "Counts of everyone", model: "A model's estimate" },
  order: { likeness: "Most like ours first", name: "A to Z", value: "By value" },
  lang: { en: "English", cy: "Welsh" },
  theme: {
    auto: "Plain, as the reader's device is set",
    light: "Plain, light",
    dark: "Plain, dark",
    govuk: "Like GOV.UK, as the reader's device is set",
    "govuk-light": "Like GOV.UK, light",
    "govuk-dark": "Like GOV.UK, dark",
    nhs: "Like the NHS website, as the reader's device is set",
    "nhs-light": "Like the NHS website, light",
    "nhs-dark": "Like the NHS website, dark",
    host: "In your page's own colours, where they can be read",
  },
  picture: { canvas: "As a canvas", svg: "As SVG, for sites that check pictures" },
  "gap-shows": { groups: "The groups side by side", gap: "The gap over time", ratio: "The ratio over time", parts: "The places inside ours" },
  "trend-method": { guidance: "As official guidance says", published: "As the public Fingertips labels are made" },
  "priorities.*.kind": { local: "Local", national: "National" },
  "priorities.*.type": {
    outcome: "An outcome: how people fare",
    output: "An output: what was done",
    process: "A process: how it was done",
    context: "Context: what surrounds it",
    resource: "A resource: money or staff",
  },
  "priorities.*.lived-experience.*.kind": { quote: "One person's words", finding: "What some of many said" },
  "board.tier": { system: "A system", place: "A place", neighbourhood: "A neighbourhood" },
  show: {
    learning: "Places to learn from",
    "peer-rules": "What other choices of peers would show",
    pairs: "Our place beside each other one",
    positions: "The range of positions we may hold",
    "false-discovery": "What would stand out by chance",
    places: "The same, wider and nearer",
  },
};

/** Where answers are names in the file, by path. @type {Record<string, From>} */
const FROM = {
  area: "areas",
  "area-type": "area-types",
  period: "periods",
  indicator: "indicators",
  series: "series",
  groups: "groupings",
  benchmark: "benchmarks",
  "gap.between.*": "series",
  "gap.phrases.@": "series",
  "not-provided.*": "areas",
  "peer-groups.*.codes.*": "areas",
  "spoken-names.@": "areas",
  "learn-from.@": "areas",
  "likeness.*": "indicators",
  "breaks.@": "periods",
  "provisional.*": "periods",
  "events.@": "periods",
  "trend-from": "periods",
  "process.rebases.@": "periods",
  "process.baseline.from": "periods",
  "process.baseline.to": "periods",
  "priorities.*.indicator": "indicators",
  "priorities.*.series": "series",
  "priorities.*.context.*": "indicators",
  "priorities.*.target.owner": "areas",
  "priorities.*.target.baseline.period": "periods",
  "board.owner": "areas",
  "board.publishers.*": "areas",
};

/** Text that takes more than a line. */
const LONG = /(reason|words|note|\.update|action|what|text|events\.\*|breaks\.\*)$/;

/** What is on unless it is said to be off. */
const ON = new Set(["process.screening"]);

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** How a question is asked. @param {string} key @param {{description?: string}} node of the schema */
export function wordsFor(key, node) {
  const [ask, why] = WORDS[key] ?? [capital(key.split(".").filter((part) => part !== "*").at(-1).replaceAll("-", " "))];
  const said = WORDS[key] ? why : node.description?.replaceAll("`", "");
  return { ask, why: said };
}

/** The answers to a question of closed ones, each with its words; synonyms that the schema allows too are left out. */
export function answersFor(key, node) {
  const words = ANSWERS[key] ?? (node.enum && ANSWERS[key.split(".").at(-1)]);
  const all = (node.enum ?? Object.keys(words ?? {})).filter((answer, at, list) => list.findIndex((one) => String(one) === String(answer)) === at);
  return all.filter((answer) => !words || Object.hasOwn(words, answer)).map((answer) => [answer, words?.[answer] ?? capital(String(answer).replaceAll("-", " "))]);
}

/** What one of several is called, with its article. */
const ONE = {
  "peer-groups": "a group of places",
  codes: "a place",
  between: "a group",
  phrases: "a group",
  likeness: "a measure",
  "not-provided": "a place",
  "spoken-names": "a place",
  "learn-from": "a place",
  breaks: "a period",
  provisional: "a period",
  events: "a period",
  rebases: "a period",
  limits: "a limit",
  publishers: "a member",
  priorities: "a priority",
  frameworks: "a framework",
  milestones: "a step",
  partners: "a partner",
  pledges: "a pledge",
  "lived-experience": "what was told",
  context: "a measure",
};
/** One of what a list or a map holds: “a priority”. */
export const oneOf = (key) => ONE[key.split(".").filter((part) => part !== "*").at(-1)] ?? "one more";

/** What is asked first of things with many parts; the rest stands behind a fold. */
const FIRST = {
  "priorities.*": ["indicator", "title", "kind", "type", "target", "partners"],
  "priorities.*.target": ["level", "date"],
};
export const isFirst = (key, name) => FIRST[key]?.includes(name) ?? true;

/** Which names of the file answer a question; `@` asks for the names of a map. @returns {From | undefined} */
export const namesFor = (key) => FROM[key];
export const isLong = (key) => LONG.test(key);
export const isOn = (key) => ON.has(key);
