import { expect, test } from "./journey";

test("Send a colleague this sentence", async ({ page, visitor, browser }, info) => {
  await visitor.send([[page.locator("#q"), "đồng bộ trạng thái"]], page.locator("form.search button"));
  await visitor.click(page.locator(".res .where a[href*='#']").first());
  await expect(page).toHaveURL(/\/plans\/soc-trang-2024\?q=.+#[rb]-/);
  await expect(page.locator(":target")).toBeInViewport();
  const sentence = (await page.locator(":target").textContent()) ?? "";
  expect(sentence).toContain("kết quả xử lý hồ sơ của hệ thống một cửa điện tử");

  const theirs = await browser.newContext({ javaScriptEnabled: info.project.use.javaScriptEnabled });
  const colleague = await theirs.newPage();
  await colleague.goto(page.url());
  await expect(colleague.locator(":target")).toBeInViewport();
  await expect(colleague.locator(":target")).toHaveText(sentence);
  await theirs.close();
});
