// The first engine without the element (`peerglass/engine-first`): what a page's first answer takes. Peers by `likeness` are
// worked out by the others (`peerglass/engine-more`, `peerglass/engine`).

import type { Results } from "./peer-glass.js";
import type { Options } from "./peerglass-options.js";

export type { Options };

/** The files of one or more figures, read once, as they arrive, and kept as columns. */
export class Data {
  /** A reader for the files to come. `options` is the config file's object, for its column mapping. */
  constructor(options?: Options);
  /** Starts a file by its name. */
  begin(name: string): void;
  /** Reads the next bytes of the file. */
  push(chunk: Uint8Array): void;
  /** Ends the file. */
  end(): void;
  /** Ends reading; figures can be made from here on. */
  finish(): void;
  /** Whether a measure is there by group too: then the other engines say how far apart the groups are. */
  readonly grouped: boolean;
  /** The figure for some options, over those of a config file, in the language of a tag (`""`: English). */
  figure(options: Options, config: Options | undefined, language: string): Figure;
  /** Gives the memory back. */
  free(): void;
}

/** One answer, as markup, pixels and plain data. */
export class Figure {
  protected constructor();
  /** Whether there is nothing to show; `notices()` says why. */
  readonly refused: boolean;
  /** Why there is nothing to show, as text: a line for each reason. */
  notices(): string;
  /** Headline, verdicts, receipt and choices as plain data; undefined when refused. */
  results(): Results | undefined;
  /** The whole figure as markup, with a canvas for the picture. */
  markup(): string;
  /** One part of the figure as markup, by its name. */
  part(name: string): string;
  /** The height of the picture at a width, then row, x, y, width and height of each row. */
  layout(width: number, font: number): Float64Array;
  /** Paints the picture on a canvas already sized in device pixels; false when it could not. */
  paint(
    canvas: HTMLCanvasElement,
    width: number,
    density: number,
    font: number,
    family: string,
    colours: Uint8Array,
  ): boolean;
  /** Gives the memory back. */
  free(): void;
}

/** The version of the engine. */
export function version(): string;

/** Loads the engine from the address, answer, bytes or module of its wasm. */
export default function load(from: {
  module_or_path: RequestInfo | URL | Response | BufferSource | WebAssembly.Module | Promise<Response>;
}): Promise<{ readonly memory: WebAssembly.Memory }>;
