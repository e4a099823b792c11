// The public types of the element (`peerglass`): its options are its attributes, and the keys of its config file.

import type { Data, version } from "./peerglass-whole.js";

export type { Options, Said } from "./peerglass-options.js";

// ---- the answer, as plain data

/** Every verdict with its rule and inputs, the receipt and the sentences: what `results()` gives. */
export interface Results<Row = Result> {
  /** BCP 47 tag of the words. */
  language: string;
  choices: Choices;
  /** Measure, group and period. */
  kicker: string;
  /** The answer in one sentence. */
  headline: Sentence;
  /** How sure that is, compared with whom. */
  lines: Sentence[];
  /** Our area first, then what it is compared with where that has a figure, then the peers in their order. */
  results: Row[];
  /** Over time: the receipts of the trends that were tested, or of the process. */
  verdicts?: Record<string, unknown>;
  receipt: Receipt;
  /** What was asked and is not there. */
  notices: Notice[];
  /** What a reader should know of the figures. */
  notes: string[];
  /** What could not be used from the data. */
  problems: Notice[];
}

/** What is chosen now, by the names of the options. */
export interface Choices {
  indicator: string;
  series: string;
  area: string;
  peers: string;
  period: string;
  order: string;
  /** Of the view of a gap, where there is more than one to choose: the dimension, and what is shown of it. */
  groups?: string;
  "gap-shows"?: "groups" | "gap" | "ratio" | "parts";
  view: "compare" | "trend" | "process" | "funnel" | "gap" | "profile";
}

/** A sentence and the id it is published under. */
export interface Sentence {
  id: string;
  text: string;
}

/** The figure of an area and what came of its comparison. */
export interface Result {
  code: string;
  name: string;
  /** Of the view of a gap: our area as a whole, its groups, or the places inside it. */
  role: "area" | "benchmark" | "peer" | "whole" | "group" | "part";
  value: number | null;
  /** Why there is no value. */
  absence: "missing" | "suppressed" | "unreliable" | "not-applicable" | "unreadable" | null;
  /** Lower and upper limit of the 95 % range. */
  lower: number | null;
  upper: number | null;
  /** How the range was made. */
  method: "published" | "wilson" | "exact-poisson" | "byar" | "student-t" | "square-and-add" | "median-of-peers" | null;
  count: number | null;
  denominator: number | null;
  test: Test | null;
  /** Why there was no test. */
  untested: "no-interval" | "no-figure" | "no-benchmark" | "other-period" | "other-kind" | null;
  /** The line of the file. */
  line: number;
  /** The file's own note, or empty. */
  note: string;
}

/** A row of `Results<PeriodResult>`, over time: our figure of a period, and what it stands beside. */
export interface PeriodResult {
  /** The period by the label of the file, and in words. */
  period: string;
  name: string;
  value: number | null;
  absence: Result["absence"];
  lower: number | null;
  upper: number | null;
  method: Result["method"];
  count: number | null;
  denominator: number | null;
  /** The benchmark's figure. */
  benchmark: number | null;
  /** Lower and upper quartile of the peers' figures. */
  peersLower: number | null;
  peersUpper: number | null;
  /** "no" where the figures are not final. */
  final: "no" | null;
  /** Why the way of measuring changed with this period; maybe empty. */
  changed: string | null;
  line: number;
  note: string;
}

/** A row of `Results<ProcessResult>`: our figure of a period as a point of its process. */
export interface ProcessResult {
  /** The period by the label of the file, and in words. */
  period: string;
  name: string;
  value: number | null;
  absence: Result["absence"];
  lower: number | null;
  upper: number | null;
  method: Result["method"];
  count: number | null;
  denominator: number | null;
  /** What is usual in its stretch, within what such a figure can be; the receipt has the limits. */
  average: number | null;
  usualLower: number | null;
  usualUpper: number | null;
  /** The standard that the publisher set. */
  standard: number | null;
  /** The rule by which it may be a sign that something changed. */
  sign: "outside-limits" | "trend" | "two-of-three" | "shift" | null;
  /** Above or rising; below or falling. */
  side: "above" | "below" | null;
  judgement: "better" | "worse" | "none" | null;
  /** "yes" where another rule points the other way. */
  opposed: "yes" | null;
  /** "no" where the figure is not final, and so no point of the process. */
  final: "no" | null;
  line: number;
  note: string;
}

/** A row of `Results<FunnelResult>`: a place with its size and the limits there; the second is the average of all. */
export interface FunnelResult {
  code: string;
  name: string;
  /** Our area, its peers, then every other place of its kind. */
  role: "area" | "average" | "peer" | "other";
  value: number | null;
  absence?: Result["absence"];
  count?: number | null;
  denominator?: number | null;
  /** What the limits narrow with. */
  size?: number | null;
  lower95?: number | null;
  upper95?: number | null;
  lower998?: number | null;
  upper998?: number | null;
  side?: "above" | "inside" | "below" | null;
  /** The limits it is outside of; null inside. */
  outside?: 0.95 | 0.998 | null;
  judgement?: "better" | "worse" | "none" | null;
  /** Why it is not on the chart. */
  unplaced?: "no-figure" | "no-count" | "no-denominator" | "counts-disagree" | "too-few-cases" | "not-calculable" | "no-funnel" | null;
  line?: number;
  note?: string;
}

/** A row of `Results<GapPeriodResult>`: the figures of two groups in a period, and how far apart they are. */
export interface GapPeriodResult {
  /** The period by the label of the file, and in words. */
  period: string;
  name: string;
  /** The two groups as the file names them: the gap is the one less the other, the ratio the one over the other. */
  group: string;
  againstGroup: string;
  value: number | null;
  absence: Result["absence"];
  lower: number | null;
  upper: number | null;
  line: number;
  against: number | null;
  againstAbsence: Result["absence"];
  againstLower: number | null;
  againstUpper: number | null;
  againstLine: number;
  gap: number | null;
  gapLower: number | null;
  gapUpper: number | null;
  ratio: number | null;
  ratioLower: number | null;
  ratioUpper: number | null;
  /** "no" where the figures are not final. */
  final: "no" | null;
  /** Why the way of measuring changed with this period; maybe empty. */
  changed: string | null;
  note: string;
}

/** A row of `Results<PriorityResult>`: a priority of a board. What only figures tell is not there where the files hold none. */
export interface PriorityResult {
  /** What it is called on the board. */
  name: string;
  kind: string | null;
  /** The national frameworks it belongs to, parted by semicolons. */
  frameworks: string;
  state: "look-closer" | "watch" | "no-flag" | "cannot-judge" | "no-state";
  /** "yes" on every row of a draft. */
  draft: "yes" | null;
  /** The partners A to Z, parted by semicolons. */
  partners: string;
  /** Why it is done in another way on purpose. */
  decision: string | null;
  indicator?: string;
  group?: string;
  period?: string;
  value?: number | null;
  absence?: Result["absence"];
  lower?: number | null;
  upper?: number | null;
  method?: Result["method"];
  /** The middle of the peers, and their quartiles. */
  peersMiddle?: number | null;
  peersLower?: number | null;
  peersUpper?: number | null;
  line?: number;
  note?: string;
  /** The checks that could be made; `metBefore` where it was asked whether one was met with the latest period left out. */
  checks?: { check: Check; met: "yes" | "no"; metBefore: "yes" | "no" | null }[];
  checksMet?: string;
  checksMade?: number;
  target?: number | null;
  targetDate?: string | null;
  /** The level planned for the period. */
  planned?: number | null;
  progress?: "no-target" | "of-another-area" | "meets-standard" | "misses-standard" | "reached" | "not-reached" | "not-judged" | "no-path" | "on-path" | "too-close" | "behind-path";
  /** The trend in words. */
  trend?: string;
}

/** The published checks of a board. */
export type Check = "worse-than-peers" | "getting-worse" | "gap-bigger" | "behind-path" | "signals";

/** A comparison with the benchmark. */
export interface Test {
  rule: "fixed-value" | "gap";
  side: "higher" | "lower" | "no-clear-gap";
  judgement: "better" | "worse" | "none";
  /** The strictest level at which it is clear; 0.95 when it is not. */
  level: 0.95 | 0.998;
  /** What it was compared with. */
  against: number;
  /** The gap and its 95 % range, where the gap itself was tested. */
  gap: number | null;
  gapLower: number | null;
  gapUpper: number | null;
}

/** How our area's verdict was worked out. */
export interface Receipt {
  rule: string;
  /** The ids of the sentences said. */
  sentences: string[];
  /** The inputs in words, every number in full. */
  facts: Record<string, string>;
}

/** Something wrong or noteworthy, and what to do. */
export interface Notice {
  kind: string;
  /** The line of the file, or 0. */
  line: number;
  /** The column, or empty. */
  column: string;
  message: string;
  hint: string;
  times: number;
}

// ---- the element

/** What is chosen and what it came to: the `detail` of `peer-glass-ready` and `peer-glass-change`. */
export interface AnswerDetail extends Choices {
  headline: string;
}

/** Why the page's own fallback stays: the `detail` of `peer-glass-error`. */
export interface ErrorDetail {
  /** What failed: the data, the config file, the engine or the site's policy, the picture, a download. */
  kind: "data" | "config" | "engine" | "picture" | "download";
  /** The words that stand above the fallback. */
  message: string;
  /** What the browser said, for the site's own log. */
  cause?: string;
}

/** What can be downloaded. */
export type DownloadKind = "csv" | "png" | "svg" | "html" | "json";

/** What can be copied. */
export type CopyKind = "picture" | "table" | "citation";

/** `<peer-glass>`. */
export class PeerGlass extends HTMLElement {
  /** Files to show instead of `src`: the reader's own, which never leave the browser. */
  get files(): File[] | undefined;
  set files(files: Iterable<File> | undefined);
  /** The answer as plain data; undefined until ready, and while the fallback is shown. */
  results(): Results | undefined;
  /** Saves the answer as a file and gives its bytes. Rejected until ready. */
  download(kind: DownloadKind): Promise<Blob>;
  /** Puts the answer onto the clipboard; call it while a reader's press counts. Rejected until ready. */
  copy(what: CopyKind): Promise<void>;
  addEventListener<K extends keyof PeerGlassEventMap>(
    type: K,
    listener: (this: PeerGlass, event: PeerGlassEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: PeerGlass, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Events of `<peer-glass>`; they bubble and are composed. */
export interface PeerGlassEventMap {
  /** The first answer stands; once for each element. */
  "peer-glass-ready": CustomEvent<AnswerDetail>;
  /** Another answer stands. */
  "peer-glass-change": CustomEvent<AnswerDetail>;
  /** There is no answer, or a file or copy could not be made. */
  "peer-glass-error": CustomEvent<ErrorDetail>;
}

/** Loads the whole engine once for the page: every view, and files to keep. */
export function loadEngine(): Promise<{ readonly Data: typeof Data; readonly version: typeof version }>;

declare global {
  interface HTMLElementTagNameMap {
    "peer-glass": PeerGlass;
  }
  interface HTMLElementEventMap extends PeerGlassEventMap {}
  interface DocumentEventMap extends PeerGlassEventMap {}
}
