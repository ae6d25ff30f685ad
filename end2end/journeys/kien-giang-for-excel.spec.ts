import { readFileSync } from "node:fs";
import { expect, test } from "./journey";

test("Download all spending of Kiên Giang for Excel", async ({ page, visitor }) => {
  await visitor.goTo("Kinh phí");
  await visitor.send([[page.locator("#f-province"), "kien-giang"]], page.locator("form.filters button"));
  await expect(page).toHaveURL(/province=kien-giang/);
  const download = page.waitForEvent("download");
  await visitor.click(page.locator(".dataline").getByRole("link", { name: /XLSX|Excel/ }));
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe("PK");
});
