import { atRest, expect, test } from "../tests/portal";

// The page of all components in all states, part by part, so that a difference says where it is.

test("every component looks as it did", async ({ page }) => {
  test.setTimeout(300_000);
  // Where the line is slow, a first page is set in the system's typeface; here it waits for its own.
  await page.route("**/pkg/minhbach.css", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll("font-display: optional", "font-display: block") });
  });
  await page.goto("/patterns");
  await atRest(page);
  await page.evaluate(() => document.fonts.ready);
  const parts = page.locator("main section.sec");
  const names = await parts.evaluateAll((sections) => sections.map((section) => section.getAttribute("aria-labelledby")!));
  expect(names.length).toBeGreaterThan(5);
  for (const [place, name] of names.entries()) {
    await expect.soft(parts.nth(place)).toHaveScreenshot(`${name}.png`);
  }
});
