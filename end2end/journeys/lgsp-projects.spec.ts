import { expect, test } from "./journey";

test("Who leads the LGSP projects, and for how much?", async ({ page, visitor }) => {
  await visitor.click(page.locator(".try a", { hasText: "LGSP" }));
  const projects = page.locator(".group").filter({ has: page.getByRole("heading", { name: /^Khoản chi/ }) }).locator("tbody tr");
  await expect(projects).toHaveCount(2);
  for (const [project, leader, amount] of [
    [0, "Sở TTTT", "8.100"],
    [1, "Sở Thông tin và Truyền thông", "7.000"],
  ] as const) {
    await expect(projects.nth(project)).toContainText(leader);
    await expect(projects.nth(project).locator("td.val")).toHaveText(amount);
  }
  await visitor.click(projects.first().locator("td.val a"));

  const row = page.locator("tr:has(:target)");
  await expect(row).toBeInViewport();
  await expect(row).toContainText("Sở TTTT");
  await expect(row).toContainText("8.100");
});
