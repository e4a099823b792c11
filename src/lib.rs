//! Peerglass: honest peer comparisons of public outcomes, computed in the reader's own browser.
//!
//! ```text
//!  bytes ─data─▶ Table ──┐
//!                        ├─compare─▶ Comparison ─view(+text)─▶ View ─┬─draw─▶ canvas | SVG
//!  attributes ─config─▶ Config ┘                                     ├─html─▶ sentence, table, notes, controls, receipt
//!              problems collected all the way ───────────────────────┘
//! ```
//!
//! # Where code lives
//!
//! A formula in [`stats`]; a rule about places, periods and missingness in [`data`]; what "better than peers" means in
//! [`compare`]; what an author must be told before a view goes out in [`advice`]; a word, a decimal place, a plural in [`text`]; what is shown, in what order, with what emphasis in
//! [`view`]; pixels in [`draw`]; a tag or an ARIA role in [`html`]; an event or a fetch in `web` and `www`; a file or a
//! socket in `bin`.
//!
//! # Invariants
//!
//! `tests/house.rs` reads the sources and fails on a breach of those it can see; each is marked ◆.
//!
//! 1. ◆ Dependence runs one way: `stats → libm` · `data → itself` · `config → serde` · `text → nothing` ·
//!    `compare → stats, data, config` · `advice → stats, data, config, compare` · `view → compare, advice, text, config` · `draw, html → view` · `web, bin → all`.
//! 2. ◆ `stats` never mentions areas, indicators, words or colours. Slices in, plain structs out.
//! 3. ◆ `draw` and `html` never compute a statistic and never format a number. If they need one, `view` forgot it. `text`
//!    writes the digits itself and `data` reads them: no `{:.1}` and no `parse::<f64>` anywhere, nor folding of letters
//!    beyond ASCII, and so none of std's tables for these in the page.
//! 4. ◆ Only `text` holds the widget's prose; only `view` calls it. (Exceptions: a small table of messages in the
//!    element's script for what happens before the engine runs; the tool's help; the pages of `www`.)
//! 5. ◆ Only `web` names `web_sys`, `js_sys`, `wasm_bindgen`; only `bin` names `std::fs`, `std::env`, `std::net`.
//! 6. ◆ No platform maths: `exp`, `ln`, `powf` … stand in `stats::float` alone, over `libm`. Native, WebAssembly and the
//!    tool give byte-equal results.
//! 7. ◆ No hash map, clock or randomness: same bytes in, same bytes out.
//! 8. Reading never fails and never drops silently: a row is a value, an absence with its reason, or a problem with its
//!    line.
//! 9. ◆ Markup has no `style=`, no `on…=`, no unchecked address. All text of data and config is untrusted.
//! 10. Colour never carries meaning alone: every judgement has a word and a shape.
//! 11. ◆ Nothing leaves the reader's browser: no cookie, storage, beacon, font or script from elsewhere. The host page is
//!     never harmed: no globals, no style leaks, no uncaught error; the fallback inside the tag stays until we are ready.
//! 12. ◆ One type of plain data crosses to pages and tools ([`config::Plain`]): `Config` is read from it and `View` is
//!     written to it. No other type of the core is seen by serde.
//! 13. ◆ No `unsafe`, and no panic on input: no `unwrap`, `expect`, `panic!` or `unreachable!` outside tests and `bin`.
//!
//! A missing value is never `NaN` in a public type, never zero, never dropped: see [`data::Cell`].

#![forbid(unsafe_code)]

#[cfg(authoring)]
pub mod advice;
pub mod compare;
pub mod config;
pub mod data;
pub mod draw;
pub mod html;
pub mod stats;
pub mod text;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;
