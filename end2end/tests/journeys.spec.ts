import { type Page } from "@playwright/test";
import { awake, expect, hasScript, test } from "./portal";

// What people come for, step by step; the same with and without JavaScript.

test("words typed without their marks lead to the sentence, marked", async ({ page }) => {
  await page.goto("/");
  await page.locator("#q").fill("chu ky so");
  await page.locator("#q").press("Enter");
  await expect(page).toHaveURL(/\/search\?q=chu\+ky\+so/);
  await expect(page.locator(".found mark.hit").first()).toBeVisible();
  const result = page.locator(".found article.res .where a[href*='#']").first();
  await result.click();

  await expect(page).toHaveURL(/\/plans\/[a-z0-9-]+\?q=.+#[rb]-/);
  const sentence = page.locator(":target");
  await expect(sentence).toBeInViewport();
  await expect(sentence.locator(".hit").first()).toHaveText(/chữ ký số/i);
});

test("a promised number leads from its list to the words of the plan", async ({ page }) => {
  await page.goto("/targets?province=kien-giang&year=2020");
  const row = page.locator("table.list tbody tr").first();
  const number = row.locator("td.val a");
  await number.click();
  await expect(page).toHaveURL(/\/plans\/kien-giang-2020#r-[a-z0-9]+$/);
  await expect(page.locator(":target")).toBeInViewport();
  await expect(page.locator(":target")).toHaveAttribute("data-r", /.+/);
});

test("spending is narrowed down to a province, and widened again", async ({ page }, info) => {
  await page.goto("/spending");
  const rows = page.locator("table.list tbody tr");
  const province = page.locator("#f-province");
  await expect(province.locator("option[value='soc-trang']")).toHaveText(/Sóc Trăng \(\d+\)/);
  if (hasScript(info.project.name)) {
    await awake(page);
    await markDocument(page);
    await province.selectOption("soc-trang");
  } else {
    await province.selectOption("soc-trang");
    await page.locator("form.filters button").click();
  }
  await expect(page).toHaveURL(/\/spending\?.*province=soc-trang/);
  await expect(page.locator(".chips.chosen")).toContainText("Sóc Trăng");
  for (const place of await rows.locator("a[href*='/plans/']").evaluateAll((links) => links.map((a) => a.getAttribute("href")))) {
    expect(place).toContain("/plans/soc-trang-");
  }
  expect(await rows.count()).toBeGreaterThan(0);
  if (hasScript(info.project.name)) expect(await isMarkedDocument(page)).toBe(true);

  await page.locator(".chips.chosen a.chip").first().click();
  await expect(page).toHaveURL(/\/spending$/);
  await expect(page.locator(".chips.chosen")).toHaveCount(0);
});

test("the other language shows the same list, still filtered", async ({ page }) => {
  await page.goto("/progress?province=soc-trang");
  const rows = await page.locator("table.list tbody tr").count();
  await switchLanguage(page);
  await expect(page).toHaveURL(/\/en\/progress\?province=soc-trang/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("h1")).not.toHaveText(/[ăâđêôơư]/i);
  await expect(page.locator("table.list tbody tr")).toHaveCount(rows);
  await switchLanguage(page);
  await expect(page).toHaveURL(/\/progress\?province=soc-trang/);
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
});

test("a word that stands nowhere says so and offers what to loosen", async ({ page }) => {
  await page.goto("/spending?province=kien-giang&q=khongcogicahet");
  await expect(page.locator("table.list")).toHaveCount(0);
  await expect(page.locator(".chips.chosen")).toContainText("Kiên Giang");
  const looser = page.locator(".state li").filter({ hasText: /: \d+ dòng/ }).locator("a");
  await looser.first().click();
  await expect(page.locator("table.list tbody tr").first()).toBeVisible();
});

test("the reader goes from a sentence to its record and back, by plain links", async ({ page }) => {
  await page.goto("/plans/kien-giang-2020");
  const tag = page.locator(".doc mark a.tag").first();
  const margin = (await tag.getAttribute("href"))!;
  await tag.click();
  await expect(page.locator(`.doc [id='${margin.slice(1)}']`)).toBeInViewport();
  await page.locator(`.doc [id='${margin.slice(1)}'] a[href^='#r-']`).click();
  await expect(page).toHaveURL(new RegExp(`#r-${margin.slice(3)}$`));
  await expect(page.locator(`.doc [id='r-${margin.slice(3)}']`)).toBeInViewport();
});

test("what was printed and does not add up stands on the plan's page and in the list of checks", async ({ page }) => {
  await page.goto("/plans/soc-trang-2020");
  for (const number of ["22.180", "22.164", "15.660", "15.661"]) {
    await expect(page.locator("main")).toContainText(number);
  }
  await page.goto("/checks?plan=soc-trang-2020");
  await expect(page.locator("main")).toContainText("22.180");
  await expect(page.locator("main")).toContainText("15.661");
});

async function switchLanguage(page: Page) {
  await page.locator("#language-switch").click();
}

/** Leaves a mark that a new document would not carry. */
async function markDocument(page: Page) {
  await page.evaluate(() => document.body.setAttribute("data-before", ""));
}

async function isMarkedDocument(page: Page) {
  return page.evaluate(() => document.body.hasAttribute("data-before"));
}

test("one list of all kinds goes page by page, and the search can be followed", async ({ page, request }) => {
  await page.goto("/search?q=d%E1%BB%8Bch+v%E1%BB%A5+c%C3%B4ng&view=ranked");
  const first = await page.locator(".res").first().innerText();
  await page.getByRole("link", { name: "Trang sau" }).click();
  await expect(page).toHaveURL(/view=ranked.*cursor=|cursor=.*view=ranked/);
  expect(await page.locator(".res").first().innerText()).not.toBe(first);
  const feed = await page.locator("link[type='application/atom+xml']").getAttribute("href");
  const answer = await request.get(feed!);
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  expect(await answer.text()).toContain("<entry>");
});
