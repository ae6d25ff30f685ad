import { expect, test } from "./journey";

test("Find a number by its printed amount", async ({ page, visitor }) => {
  await visitor.send([[page.locator("#q"), "20.396"]], page.locator("form.search button"));
  const hit = page.locator(".res").first();
  await expect(hit.locator("mark.hit")).toHaveText("20.396");
  await visitor.click(hit.locator(".where a[href*='#']").first());

  await expect(page).toHaveURL(/\/plans\/soc-trang-2020\?q=20\.396#r-/);
  await expect(page.locator(":target")).toBeInViewport();
  await expect(page.locator(":target .hit").first()).toHaveText(/^20\.396/);
});
