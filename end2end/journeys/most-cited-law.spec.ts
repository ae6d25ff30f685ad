import { expect, test } from "./journey";

test("Which legal document do most plans rest on?", async ({ page, visitor }) => {
  await visitor.goTo("Văn bản viện dẫn");
  const first = page.locator("table.named tbody tr").first();
  await expect(first).toContainText("17/NQ-CP");
  await expect(first.locator("td[data-label='Kế hoạch']")).toHaveText("4");
  await visitor.click(first.getByRole("link"));

  await expect(page.locator("h1")).toContainText("17/NQ-CP");
  const plans = await page.locator("main a[href*='/plans/'][href*='#']").evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(new Set(plans).size).toBe(4);
});
