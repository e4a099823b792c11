// The whole engine without the element (`peerglass/engine`): every view, pictures as text and files to keep.

import { Figure as First, type Options } from "./peerglass.js";

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
  /** Whether a measure is there by group too. */
  readonly grouped: boolean;
  /** The figure for some options, over those of a config file, in the language of a tag (`""`: English). */
  figure(options: Options, config: Options | undefined, language: string): Figure;
  /** Gives the memory back. */
  free(): void;
}

/** One answer, as markup, pixels, files and plain data. */
export class Figure extends First {
  /** The picture's part as markup with an SVG of this width, in ten colours as `paint` takes them. */
  picture(width: number, colours: Uint8Array): string;
  /** Every verdict with its rule, inputs, working and result, as JSON; `peerglass receipt` works it out again. */
  receipts(): string;
  /**
   * Says on which day copies are made, as 2026-07-28, and of which files: a line each, the hash of its bytes (SHA-256 in
   * hexadecimal, or nothing), a space, its address. Every copy made after it says so.
   */
  stamp(date: string, files: string): void;
  /** How to cite the answer, then each file with its hash, a line each; nothing before `stamp`. */
  citation(): string;
  /** The table as a CSV file. */
  csv(): string;
  /** Title, key, picture and source as an SVG file. */
  svg(width: number): string;
  /** The figure as one HTML file that needs nothing else, with the day it was made and its receipts. */
  html(made: string): string;
  /** Paints title, key, picture and source on a canvas, which takes its size; false when it could not. */
  paintSheet(canvas: HTMLCanvasElement, width: number, density: number, font: number, family: string): boolean;
}

/** The version of the engine. */
export function version(): string;

/** Loads the engine from the address, answer, bytes or module of its wasm. */
export default function load(from: {
  module_or_path: RequestInfo | URL | Response | BufferSource | WebAssembly.Module | Promise<Response>;
}): Promise<{ readonly memory: WebAssembly.Memory }>;
