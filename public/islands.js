// How do the islands of a page wake up?
//
// The part of leptos' own start-up script that this site needs, as a file instead of an inline
// script, so that the pages' security policy can forbid inline scripts. It runs after the page
// has been read and shown; whatever fails here leaves a page that works without it.

const ISLAND = "leptos-island";

/** Wakes the islands under the node, outer ones first. Islands have no children from the server here. */
const wake = (node, wasm) => {
  for (const island of node.querySelectorAll(ISLAND)) {
    const start = wasm[island.dataset.component];
    if (start) {
      start(island);
    } else {
      console.error(`minhbach.wasm does not know the island ${island.dataset.component}: page and module come from different builds`);
    }
  }
};

const start = async () => {
  const wasm = await import("/pkg/minhbach.js");
  await wasm.default({ module_or_path: "/pkg/minhbach.wasm" });
  wasm.hydrate();
  wake(document, wasm);
  document.documentElement.dataset.islands = "awake";
};

// A menu that is open closes with Escape, and gives the focus back to what opened it.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" ? document.querySelector("details.drawer[open]") : null;
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

if (document.querySelector(ISLAND)) {
  if ("requestIdleCallback" in window) {
    // A page that never rests is waited for no longer than this.
    window.requestIdleCallback(start, { timeout: 2000 });
  } else {
    start();
  }
}
