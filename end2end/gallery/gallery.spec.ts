import { test } from "@playwright/test";
import { PAGES } from "../tests/addresses";
import { atRest } from "../tests/portal";

// More of a plan of fifty pages than this shows nothing new.
const MOST_HEIGHT = 4000;
const FOLDER = "test-results/gallery";

test("pictures of every page", async ({ page }, info) => {
  test.setTimeout(300_000);
  const screen = page.viewportSize()!;
  // Once without a picture, for the typeface: what comes late waits for the next page.
  await page.goto("/search?q=so+hoa");
  await atRest(page);
  for (const [number, address] of [...PAGES, "/khong-co-trang-nay"].entries()) {
    await page.setViewportSize(screen);
    await page.goto(address);
    await atRest(page);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ ...screen, height: Math.min(height, MOST_HEIGHT) });
    await page.screenshot({ path: `${FOLDER}/${info.project.name}/${String(number).padStart(2, "0")}${named(address)}.png` });
  }
});

/** An address as part of a file's name. */
function named(address: string) {
  const words = decodeURIComponent(address).replace(/[^\p{Letter}\p{Number}]+/gu, "-").replace(/-$/, "");
  return words || "-home";
}
