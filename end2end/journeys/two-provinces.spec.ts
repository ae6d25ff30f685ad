import { expect, test } from "./journey";

test("Compare two provinces on files handled online", async ({ page, visitor }) => {
  await visitor.goTo("So sánh");
  await visitor.click(page.locator("main").getByRole("link", { name: "Hồ sơ thủ tục hành chính giải quyết trực tuyến" }));
  await visitor.send(
    [
      [page.getByRole("checkbox", { name: "Kiên Giang" }), true],
      [page.getByRole("checkbox", { name: "Sóc Trăng" }), true],
    ],
    page.locator("form.compare").getByRole("button"),
  );

  const rows = page.locator("table.compared tbody tr");
  await expect(rows.filter({ hasText: "Khánh Hòa" })).toHaveCount(0);
  await expect(rows.filter({ hasText: "Kiên Giang 2020" })).toContainText(/≥\s*20%/);
  await expect(rows.filter({ hasText: "Kiên Giang 2020" })).toContainText("không nêu");
  await expect(rows.filter({ hasText: "Sóc Trăng 2023" })).toContainText("35,32%");
});
