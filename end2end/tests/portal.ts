import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

// Every journey holds the pages to silence: nothing on the console, no error,
// no request to another host.
export const test = base.extend<{ silence: void }>({
  silence: [
    async ({ page, baseURL }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) noise.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => noise.push(`page error: ${error.message}`));
      page.on("request", (request) => {
        const address = request.url();
        if (!address.startsWith(baseURL!) && !address.startsWith("data:")) noise.push(`left the host: ${address}`);
      });
      await use();
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Nothing serious by the rules of WCAG 2.2 AA. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page) {
  const [scroll, client] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(scroll).toBeLessThanOrEqual(client);
}

/** Whether this run has JavaScript. */
export function hasScript(projectName: string) {
  return projectName !== "without-javascript";
}

/** Waits until the islands of the page answer, if it has any, and nothing more is asked for. */
export async function atRest(page: Page) {
  if (await page.locator("leptos-island").count()) await awake(page);
  await page.waitForLoadState("networkidle");
}

/** Waits until the islands of the page answer. */
export async function awake(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("data-islands", "awake");
}
