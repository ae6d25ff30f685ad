//! Where does the browser begin?

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by `islands.js` before it wakes the islands of the page.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
