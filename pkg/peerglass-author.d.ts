// The engine for authors without the element (`peerglass/engine-author`): all that the whole one can do, in English and in
// Welsh, and what a publisher must be told before a view goes out.

import { Data as Whole, Figure as WholeFigure, type Options } from "./peerglass-whole.js";

export { type Options };

/** An answer, as an author takes it away. */
export class Figure extends WholeFigure {
  /** Sentence, table, picture and source, to stand inside a page without a script; `made` is the day it is made on. */
  fallback(made: string): string;
}

/** Something in a file that could not be taken at its word. */
export interface Notice {
  /** Its kind, as tools name it. */
  kind: string;
  /** The line of the file; 0 when it is the file's as a whole. */
  line: number;
  /** The column, or empty. */
  column: string;
  /** What is wrong, in words. */
  message: string;
  /** What to do. */
  hint: string;
  /** How many times it stands for. */
  times: number;
}

/** A file as it was understood. */
export interface UnderstoodFile {
  name: string;
  /** What its header says it is. */
  kind:
    | "fingertips-table"
    | "fingertips"
    | "dhsc-extract"
    | "ons"
    | "council-tidy"
    | "oflog"
    | "lait"
    | "plain"
    | "indicator-table"
    | "area-table"
    | "category-table"
    | "neighbour-table"
    | "unrecognised";
  rows: number;
  /** Headers of columns that are neither known nor needed. */
  unknownColumns: string[];
  headers: string[];
  /** What each column was taken for, by the name that the option `columns` uses (`area_code`, `value`, …). */
  columns: { header: string; meaning: string | null }[];
  /** The first records as they stand in the file: as many as were asked for, 20 at most. */
  first: string[][];
}

/** What was understood of all files. */
export interface Understood {
  files: UnderstoodFile[];
  /** Pairs of code and type, so a code may stand in several. */
  areas: { code: string; name: string; type: string; rows: number }[];
  indicators: {
    id: string;
    name: string;
    unit: string;
    valueType: string;
    polarity: string;
    /** How many periods it has. */
    periods: number;
    /** Its groups, as the option `series` names them; the empty text is the whole. */
    series: string[];
  }[];
  /** Labels, in order of time. */
  periods: string[];
  problems: Notice[];
}

/** Something a publisher must be told of a view. */
export interface Finding {
  /** By which it is overridden: `"overrides": [{ "check": id, "reason": "…" }]` in the config. */
  id: string;
  /** `stop`: the view does not go out until it is mended or overridden; `look`: worth a look. */
  severity: "stop" | "look";
  /** What it is, in one sentence or two. */
  what: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  fix: string;
  /** Keys of the config and what to set each to, where that alone mends it; `null` takes the key away. */
  set: Record<string, string | string[] | null> | null;
  /** Which part of the config (`source`, `peer-groups.coast.reason`, `priorities.2.comment`) or nothing. */
  where: string;
  /** The reason of the publisher who stands by it. */
  overridden: string | null;
}

/** Everything a publisher must be told of a view. */
export interface Advice {
  /** The serious ones first. */
  findings: Finding[];
  /** Whether something serious was found that is not overridden. */
  blocked: boolean;
}

/** The files of one or more figures, with what an author asks of them. */
export class Data extends Whole {
  /** What was understood of the files, with the first `lines` records of each. After `finish()`. */
  understood(lines: number): Understood;
  /** What must be told of a view, in the language of a tag, before it goes out on a day (`2026-03-31`). After `finish()`. */
  advice(config: Options, tag: string, today: string): Advice;
  figure(attributes: Options, config: Options | undefined, language: string): Figure;
  /** A config to start from, as `peerglass init` writes it. After `finish()`. */
  draft(): Options;
}

/** The version of the engine. */
export function version(): string;

/** Loads the engine from the address, answer, bytes or module of its wasm. */
export default function load(from: {
  module_or_path: RequestInfo | URL | Response | BufferSource | WebAssembly.Module | Promise<Response>;
}): Promise<{ readonly memory: WebAssembly.Memory }>;
