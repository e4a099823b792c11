/* tslint:disable */
/* eslint-disable */

/**
 * The files of one or more widgets: read once, as they arrive, and kept as columns.
 */
export class Data {
  free(): void;
  [Symbol.dispose](): void;
  /**
   * Starts a file by its name.
   */
  begin(name: string): void;
  /**
   * Ends the file.
   */
  end(): void;
  /**
   * The figure for the attributes and choices of an element, over the object of its config file (or undefined), in
   * the language of a tag.
   */
  figure(attributes: any, config: any, tag: string): Figure;
  /**
   * Ends reading; figures can be made from here on.
   */
  finish(): void;
  /**
   * A reader for the files to come. `options` is the config file's object, for its column mapping, or undefined.
   */
  constructor(options: any);
  /**
   * Reads the next bytes of the file, through one small buffer.
   */
  push(chunk: Uint8Array): void;
}

/**
 * A view ready to be placed: markup, pixels, files and plain data of one answer.
 */
export class Figure {
  private constructor();
  free(): void;
  [Symbol.dispose](): void;
  /**
   * The table as a CSV file.
   */
  csv(): string;
  /**
   * The figure as one HTML file that needs nothing else, with the date it was made.
   */
  html(made: string): string;
  /**
   * How the picture (or the sheet) lies at a width, in CSS pixels: its height, then for each row that can be touched
   * the row, x, y, width and height.
   */
  layout(width: number, font: number, sheet: boolean): Float64Array;
  /**
   * The whole figure as markup, with an SVG picture of this width or, at 0, with a canvas.
   */
  markup(svg_width: number): string;
  /**
   * Why there is nothing to show, as markup.
   */
  notices(): string;
  /**
   * Paints the picture (or the sheet: title, key, picture and source) on a canvas already sized in device pixels.
   * `colours` are the ten of a palette as red, green, blue;
   * shorter means light. False when it could not be painted.
   */
  paint(canvas: HTMLCanvasElement, width: number, density: number, font: number, family: string, colours: Uint8Array, sheet: boolean): boolean;
  /**
   * One part of the figure as markup, by its name.
   */
  part(name: string, svg_width: number): string;
  /**
   * Headline, verdicts, receipt and choices as plain data.
   */
  results(): any;
  /**
   * The sheet (title, key, picture and source) as an SVG file.
   */
  svg(width: number): string;
  /**
   * Whether there is nothing to show; [`Figure::notices`] says why.
   */
  readonly refused: boolean;
}

/**
 * The version of the engine.
 */
export function version(): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
  readonly memory: WebAssembly.Memory;
  readonly __wbg_data_free: (a: number, b: number) => void;
  readonly __wbg_figure_free: (a: number, b: number) => void;
  readonly data_begin: (a: number, b: number, c: number) => void;
  readonly data_end: (a: number) => void;
  readonly data_figure: (a: number, b: any, c: any, d: number, e: number) => number;
  readonly data_finish: (a: number) => void;
  readonly data_new: (a: any) => number;
  readonly data_push: (a: number, b: any) => void;
  readonly figure_csv: (a: number) => [number, number];
  readonly figure_html: (a: number, b: number, c: number) => [number, number];
  readonly figure_layout: (a: number, b: number, c: number, d: number) => [number, number];
  readonly figure_markup: (a: number, b: number) => [number, number];
  readonly figure_notices: (a: number) => [number, number];
  readonly figure_paint: (a: number, b: any, c: number, d: number, e: number, f: number, g: number, h: any, i: number) => number;
  readonly figure_part: (a: number, b: number, c: number, d: number) => [number, number];
  readonly figure_refused: (a: number) => number;
  readonly figure_results: (a: number) => any;
  readonly figure_svg: (a: number, b: number) => [number, number];
  readonly version: () => [number, number];
  readonly __wbindgen_malloc: (a: number, b: number) => number;
  readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
  readonly __wbindgen_free: (a: number, b: number, c: number) => void;
  readonly __wbindgen_exn_store: (a: number) => void;
  readonly __externref_table_alloc: () => number;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
* Instantiates the given `module`, which can either be bytes or
* a precompiled `WebAssembly.Module`.
*
* @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
*
* @returns {InitOutput}
*/
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
* If `module_or_path` is {RequestInfo} or {URL}, makes a request and
* for everything else, calls `WebAssembly.instantiate` directly.
*
* @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
*
* @returns {Promise<InitOutput>}
*/
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
