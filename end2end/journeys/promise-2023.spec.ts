import { expect, test } from "./journey";

test("What became of a promise of Sóc Trăng 2023?", async ({ page, visitor }) => {
  await visitor.goTo("Kết quả");
  const button = page.locator("form.filters button");
  await visitor.send(
    [
      [page.locator("#f-province"), "soc-trang"],
      [page.locator("#f-year"), "2023"],
      [page.locator("#f-status"), "missed"],
    ],
    button,
  );
  const result = page.locator("table.list tbody tr").filter({ hasText: "35,32%" });
  await expect(result).toContainText("50%");
  await expect(result).toContainText("chưa đạt");
  await expect(result).toContainText("cổng tính");
  await visitor.click(result.locator("a.src", { hasText: "35,32%" }));

  await expect(page).toHaveURL(/\/plans\/soc-trang-2024#r-/);
  await expect(page.locator(":target")).toBeInViewport();
  await expect(page.locator(":target")).toContainText("35,32%");
});
