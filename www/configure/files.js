// The files a publisher drops: read here by the engine the widget has, kept in memory, sent nowhere.

import { beside } from "./page.js";

const SLICE = 262144;

let engine;
/** The engine of this page: all views, and what a publisher is told before a view goes out. */
export function loadEngine() {
  engine ??= (async () => {
    const loaded = await import(beside("peerglass-author.js"));
    await loaded.default({ module_or_path: fetch(beside("peerglass-author_bg.wasm")) });
    return loaded;
  })();
  return engine;
}

/** The files as the engine reads them; free it when they are others. @param {File[]} files @param {object} config for its `columns` */
export async function read(files, config) {
  const { Data } = await loadEngine();
  const data = new Data(config);
  for (const file of files) {
    data.begin(file.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (let at = 0; at < bytes.length; at += SLICE) {
      data.push(bytes.subarray(at, at + SLICE));
      await new Promise((resolve) => setTimeout(resolve));
    }
    data.end();
  }
  data.finish();
  return data;
}
