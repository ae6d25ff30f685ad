import { brotliCompressSync } from "node:zlib";
import { type Page, type Response } from "@playwright/test";
import { FIRST_VISITS } from "./addresses";
import { atRest, expect, hasScript, test } from "./portal";

// What a page may weigh and do, whatever machine it is measured on. portal.ts holds every page to silence on the
// console and to no request to another host.
const KB = 1000;
const MOST_BYTES = 120 * KB;
const MOST_WASM_BYTES = 220 * KB;
const MOST_WEIGHTS = 3;
/** Page, style sheet, icon, manifest; three weights and the digits of each; start of the islands, glue and module. */
const MOST_REQUESTS = 13;

test.beforeEach(({}, info) => {
  test.skip(!hasScript(info.project.name), "a page without scripts asks for less");
});

/** Opens the page as on a first visit; what it asked for until it rested, with sizes as sent. */
async function firstVisit(page: Page, address: string) {
  const answers: Response[] = [];
  page.on("response", (response) => answers.push(response));
  await page.goto(address);
  await atRest(page);
  return Promise.all(
    answers.map(async (response) => {
      const { responseBodySize } = await response.request().sizes();
      return { path: new URL(response.url()).pathname, kind: response.request().resourceType(), bytes: responseBodySize };
    }),
  );
}

for (const address of FIRST_VISITS) {
  test(`a first visit to ${address} weighs little`, async ({ page }) => {
    const asked = await firstVisit(page, address);
    const read = asked.filter(({ kind }) => ["document", "stylesheet", "font"].includes(kind));
    const bytes = read.reduce((sum, part) => sum + part.bytes, 0);
    expect(bytes, `bytes of ${read.map((part) => `${part.path} ${part.bytes}`).join(", ")}`).toBeLessThanOrEqual(MOST_BYTES);
    // A size of zero would be one that was not measured.
    expect(Math.min(...read.map((part) => part.bytes))).toBeGreaterThan(KB);

    const weights = asked.map(({ path }) => path).filter((path) => /^\/fonts\/text-\d+\.woff2$/.test(path));
    expect(new Set(weights).size).toBeLessThanOrEqual(MOST_WEIGHTS);
    expect(new Set(weights).size).toBe(weights.length);
    await expect(page.locator("link[rel='preload'][as='font']")).toHaveCount(1);

    const addresses = asked.map(({ path }) => path);
    expect(asked.length, addresses.join(" ")).toBeLessThanOrEqual(MOST_REQUESTS);
  });

  test(`nothing moves while ${address} loads`, async ({ page }) => {
    await page.addInitScript(() => {
      const moved: string[] = [];
      (window as unknown as { moved: string[] }).moved = moved;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
          const what = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : String(node)).slice(0, 80));
          moved.push(`${entry.value}: ${what.join(" | ")}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(address);
    await atRest(page);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  });
}

test("the WebAssembly is small, and comes only where an island is", async ({ page, request }) => {
  const module = await (await request.get("/pkg/minhbach.wasm")).body();
  expect(brotliCompressSync(module).length).toBeLessThanOrEqual(MOST_WASM_BYTES);

  for (const [address, hasIsland] of [["/", true], ["/about", false], ["/data", false], ["/laws/43-2011-nd-cp", false]] as const) {
    const asked: string[] = [];
    const note = (response: Response) => asked.push(new URL(response.url()).pathname);
    page.on("response", note);
    await page.goto(address);
    expect((await page.locator("leptos-island").count()) > 0, address).toBe(hasIsland);
    await atRest(page);
    page.off("response", note);
    expect(asked.filter((path) => path.endsWith(".wasm")), address).toHaveLength(hasIsland ? 1 : 0);
  }
});
