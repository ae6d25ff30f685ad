import { expect, test } from "./journey";

test("Where does a plan contradict itself?", async ({ page, visitor }) => {
  await visitor.goTo("Kiểm tra");
  const check = page.locator(".checks > li").filter({ hasText: "Lệch tổng" }).first();
  await expect(check).toContainText("Sóc Trăng 2020");
  await expect(check.locator(".sums")).toContainText("22,18 tỷ đồng");
  await expect(check.locator(".sums")).toContainText("22,164 tỷ đồng");
  await expect(check.locator(".sums .diff").last()).toContainText("16 triệu đồng");
  await visitor.click(check.locator(".sums a.src"));

  await expect(page).toHaveURL(/\/plans\/soc-trang-2020#r-/);
  await expect(page.locator("tr:has(:target)")).toBeInViewport();
  await expect(page.locator("tr:has(:target)")).toContainText("22.180");
});
