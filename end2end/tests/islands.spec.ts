import { awake, expect, hasScript, test } from "./portal";

// What only WebAssembly can answer.

test.beforeEach(({}, info) => {
  test.skip(!hasScript(info.project.name), "these journeys are WebAssembly's own");
});

test("suggestions come while typing and lead to what they name", async ({ page }) => {
  await page.goto("/");
  await awake(page);
  const field = page.locator("#q");
  await field.pressSequentially("kien g");
  const offered = page.getByRole("option");
  await expect(offered.filter({ hasText: "Kiên Giang" }).first()).toBeVisible();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await offered.filter({ hasText: "Kiên Giang" }).first().click();
  await expect(page).toHaveURL(/\/(provinces\/kien-giang|plans\/kien-giang-2020)$/);
});

test("suggestions are chosen by keys and closed by Escape", async ({ page }) => {
  await page.goto("/en");
  await awake(page);
  const field = page.locator("#q");
  await field.pressSequentially("soc");
  await expect(page.getByRole("listbox")).toBeVisible();
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await field.pressSequentially(" tr");
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  await field.press("Enter");
  await expect(page).toHaveURL(/\/en\/(provinces|plans)\/soc-trang/);
});

test("a click on a marked sentence lights its record in the margin", async ({ page }) => {
  await page.goto("/plans/kien-giang-2020");
  await awake(page);
  const sentence = page.locator(".doc mark[id^='r-']").nth(3);
  const record = (await sentence.getAttribute("data-r"))!;
  // Its first words: a sentence that runs over several lines has no middle to click on.
  await sentence.scrollIntoViewIfNeeded();
  const line = await sentence.evaluate((mark) => {
    const { x, y, height } = mark.getClientRects()[0]!;
    return { x: x + 6, y: y + height / 2 };
  });
  await page.mouse.click(line.x, line.y);
  await expect(page.locator(`.doc [id='m-${record}']`)).toHaveClass(/\bon\b/);
  await expect(page).toHaveURL(new RegExp(`#r-${record}$`));
});

test("the keys n and p go through the hits", async ({ page }) => {
  await page.goto("/plans/kien-giang-2020?q=d%E1%BB%8Bch+v%E1%BB%A5+c%C3%B4ng");
  await awake(page);
  await page.locator("[data-reader] .hits a").first().click();
  await expect(page).toHaveURL(/#h-1$/);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/#h-2$/);
  await expect(page.locator("#h-2")).toBeInViewport();
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/#h-1$/);
});

test("going back in the browser undoes a filter", async ({ page }) => {
  await page.goto("/targets");
  await awake(page);
  await page.locator("#f-province").selectOption("kien-giang");
  await expect(page.locator(".chips.chosen")).toContainText("Kiên Giang");
  await expect(page.locator("#language-switch")).toHaveAttribute("href", /province=kien-giang/);
  await page.goBack();
  await expect(page.locator(".chips.chosen")).toHaveCount(0);
  await expect(page).toHaveURL(/\/targets$/);
});

test("earlier searches are offered, stay in the browser and can be forgotten", async ({ page }) => {
  await page.goto("/search?q=ch%E1%BB%AF+k%C3%BD+s%E1%BB%91");
  await awake(page);
  await page.goto("/");
  await awake(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.locator("#q").focus();
  const offered = page.getByRole("option");
  await expect(offered.first()).toContainText("chữ ký số");
  await offered.last().click();
  await expect(page.getByRole("listbox")).toBeHidden();
  await page.locator("#q").blur();
  await page.locator("#q").focus();
  await expect(page.getByRole("listbox")).toBeHidden();
  expect(asked).toEqual([]);
});
