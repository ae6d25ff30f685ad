import { expect, test } from "./journey";

test("Which province promised the most for online records in 2020?", async ({ page, visitor }) => {
  await visitor.goTo("So sánh");
  const form = page.locator("form.compare");
  await visitor.send(
    [
      [form.locator("select[name='indicator']"), "procedure-files-online"],
      [form.locator("input[name='year']"), "2020"],
    ],
    form.getByRole("button"),
  );

  const rows = page.locator("table.compared tbody tr");
  await expect(rows).toHaveCount(3);
  for (const [row, province] of ["Khánh Hòa 2020", "Kiên Giang 2020", "Sóc Trăng 2020"].entries()) {
    await expect(rows.nth(row)).toContainText(province);
    await expect(rows.nth(row).locator("a.src")).toHaveText(/≥\s*20%/);
    await expect(rows.nth(row).locator("a.src")).toHaveAttribute("href", /\/plans\/[a-z0-9-]+#r-/);
  }
});
