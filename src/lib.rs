//! Peerglass
#![forbid(unsafe_code)]
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
