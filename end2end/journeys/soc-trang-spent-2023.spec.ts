import { expect, test } from "./journey";

test("What did Sóc Trăng spend of its 2023 money?", async ({ page, visitor }) => {
  await visitor.click(page.locator("table.plans a[href$='/plans/soc-trang-2024']").first());
  const spent = page.locator(".figs > div").filter({ hasText: "Đã chi" });
  await expect(spent.locator("dd.fig a")).toHaveAttribute("title", "27.531.000.000 đồng");
  await expect(spent).toContainText("49,008 tỷ đồng");
  await visitor.click(spent.locator("dd.fig a"));

  const row = page.locator("tr:has(:target)");
  await expect(row).toBeInViewport();
  await expect(row).toContainText("49.008");
  await expect(row).toContainText("27.531");
});
