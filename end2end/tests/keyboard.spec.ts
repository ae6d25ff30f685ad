import { type Locator, type Page } from "@playwright/test";
import { expect, hasScript, test } from "./portal";

// What can be done without a mouse, and whether one sees where one is.

test("the first key leads past the navigation to the content", async ({ page }) => {
  await page.goto("/spending");
  await page.keyboard.press("Tab");
  const skip = page.locator("a.skip");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement!.closest("main") !== null)).toBe(true);
});

test("search, hit, record and download by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await tabTo(page, page.locator("#q"), 20);
  await page.keyboard.type("chữ ký số");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);

  await tabTo(page, page.locator(".found td.val a, .found .where a").first(), 90);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/plans\/.+#[rb]-/);
  await page.waitForLoadState();
  await expect(page.locator(":target")).toBeInViewport();

  // From the sentence the next stops are the numbers of its records, which lead to the margin.
  await tabTo(page, page.locator(".doc a.tag, .doc .recs a").filter({ visible: true }), 40);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#[mr]-/);

  // One step back with WebAssembly, which notes the record in the address without a new entry; two without.
  await page.goBack();
  if (!page.url().includes("/search")) await page.goBack();
  await expect(page).toHaveURL(/\/search\?q=/);
  const data = page.locator(".dataline a").first();
  const file = (await data.getAttribute("href"))!;
  await tabTo(page, data, 200);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new URL(file, page.url()).href);
});

test("a list is filtered and downloaded by keyboard alone", async ({ page }) => {
  await page.goto("/spending");
  await tabTo(page, page.locator("#f-province"), 30);
  await page.keyboard.type("Kiên");
  await tabTo(page, page.locator("form.filters button"), 10);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/province=kien-giang/);
  await page.waitForLoadState();
  const download = page.waitForEvent("download");
  await tabTo(page, page.locator(".dataline a[download]"), 400);
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("spending.csv");
});

test("the menu opens by keyboard, and its pages follow it", async ({ page }) => {
  await page.goto("/");
  const menu = page.locator("details.drawer");
  await tabTo(page, menu.locator("summary"), 20);
  await page.keyboard.press("Enter");
  await expect(menu.locator("ul")).toBeVisible();
  await page.keyboard.press("Tab");
  expect(await menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test("Escape closes the menu and gives the focus back", async ({ page }, info) => {
  test.skip(!hasScript(info.project.name), "a menu without script closes by its own button");
  await page.goto("/");
  const menu = page.locator("details.drawer");
  await tabTo(page, menu.locator("summary"), 20);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(menu.locator("ul")).toBeHidden();
  await expect(menu.locator("summary")).toBeFocused();
});

/** Goes on by Tab until the focus is on one of the targets; at every stop it must be seen. */
async function tabTo(page: Page, targets: Locator, most: number) {
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press("Tab");
    const unseen = await page.evaluate(unseenFocus);
    expect(unseen, "where the focus cannot be seen").toBeNull();
    const reached = await targets.evaluateAll((elements) => elements.includes(document.activeElement!));
    if (reached) return;
  }
  throw new Error(`${most} stops of Tab did not lead to ${targets}`);
}

/** The focused element, if it is off the screen, covered, or without an outline. Runs in the page. */
function unseenFocus() {
  const focused = document.activeElement!;
  if (focused === document.body) return null; // Past the last stop: the browser's own controls.
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const seen = [...focused.getClientRects()].some(({ left, top, right, bottom }) => {
    const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return false;
    const there = document.elementFromPoint(x, y);
    return there !== null && (focused.contains(there) || there.contains(focused));
  });
  return outlined && seen ? null : `${outlined ? "" : "no outline; "}${seen ? "" : "not on screen; "}${focused.outerHTML.slice(0, 160)}`;
}
