import { type Page } from "@playwright/test";
import { PAGES } from "./addresses";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./portal";

// Every page as readers set it: dark, in large letters, without motion, on paper. Colours and sizes do not depend on
// the language, so Vietnamese stands for both; pages.spec.ts looks at both in light.

test.beforeEach(({}, info) => {
  test.skip(info.project.name === "without-javascript", "the same style sheet, with and without scripts");
});

for (const address of PAGES) {
  test(`${address} can be read in the dark`, async ({ page }, info) => {
    test.skip(info.project.name === "desktop", "colours do not depend on the width");
    if (address.startsWith("/plans/")) test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(address);
    expect(await lightness(page)).toBeLessThan(0.2);
    await expectAccessible(page);
  });

  test(`${address} keeps its words when letters are twice as large, and nothing moves for who wants no motion`, async ({
    page,
    context,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const browser = await context.newCDPSession(page);
    await browser.send("Page.enable");
    await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    await page.goto(address);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    expect(await cutOff(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
    expect(await moving(page)).toEqual([]);
  });

  test(`${address} prints whole`, async ({ page }, info) => {
    test.skip(info.project.name === "phone", "paper is as wide for whom it is printed from a phone");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    // A4 in portrait between margins of 1 cm.
    await page.setViewportSize({ width: 718, height: 1047 });
    await page.goto(address);
    expect(await lightness(page)).toBe(1);
    expect(await cutOff(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
  });
}

/** How light the page's ground is, from black (0) to white (1). */
async function lightness(page: Page) {
  return page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number);
    return (red! + green! + blue!) / 3 / 255;
  });
}

/** Elements whose text is wider than they show; what scrolls sideways by intent shows a sign and is left out, but not in print. */
async function cutOff(page: Page) {
  return page.evaluate(() => {
    const printed = matchMedia("print").matches;
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { overflowX, clipPath, display } = getComputedStyle(element);
      if (overflowX === "visible" || clipPath !== "none" || display === "none" || element.closest("svg, select, input")) continue;
      if (!printed && ["auto", "scroll"].includes(overflowX)) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(`${element.scrollWidth} > ${element.clientWidth}: ${element.outerHTML.slice(0, 120)}`);
    }
    return found;
  });
}

/** Elements that move or fade though the reader asked for none of it. */
async function moving(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== "none" || transitionDuration.split(", ").some((duration) => parseFloat(duration) > 0);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
