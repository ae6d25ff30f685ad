import { PAGES } from "./addresses";
import { expect, expectAccessible, expectNoSidewaysScroll, hasScript, test } from "./portal";

for (const prefix of ["", "/en"]) {
  for (const path of PAGES) {
    const address = path === "/" ? prefix || "/" : prefix + path;
    test(`${address} is whole, accessible and as wide as the screen`, async ({ page }, info) => {
      // axe looks at every colour and link of a plan of fifty pages; this only ends what hangs.
      if (path.startsWith("/plans/")) test.setTimeout(180_000);
      const response = await page.goto(address);
      expect(response!.status()).toBe(200);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("main")).toHaveCount(1);
      await expect(page.locator("html")).toHaveAttribute("lang", prefix ? "en" : "vi");
      await expectNoSidewaysScrollWhere(page, info.project.name);
      if (hasScript(info.project.name)) await expectAccessible(page);
    });
  }
}

async function expectNoSidewaysScrollWhere(page: Parameters<typeof expectNoSidewaysScroll>[0], project: string) {
  // Measuring needs a script of ours in the page, which only these projects run.
  if (hasScript(project)) await expectNoSidewaysScroll(page);
}

test("an address that does not exist says so and offers ways on", async ({ request, page }, info) => {
  const response = await request.get("/plans/kien-giang-2021");
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain("kien-giang-2020");
  const nowhere = await request.get("/khong-co-trang-nay");
  expect(nowhere.status()).toBe(404);
});

test("every answer has its title, its description and its islands, however busy the portal is", async ({ request }) => {
  for (const path of PAGES) {
    const answers = await Promise.all(Array.from({ length: 6 }, async () => (await request.get(path)).text()));
    for (const html of answers) {
      expect(html, path).toMatch(/<title>[^<]+<\/title>/);
      expect(html, path).toContain('name="description"');
      expect(html, path).toContain('rel="canonical"');
      expect(html, path).toContain("/pkg/islands.js");
    }
  }
});

test("no page carries an inline script or style", async ({ request }) => {
  for (const path of PAGES) {
    const html = await (await request.get(path)).text();
    // A block of data (schema.org) is not run.
    expect(html, path).not.toMatch(/<script(?![^>]*(\bsrc=|\btype="application\/ld\+json"))[^>]*>/);
    expect(html, path).not.toMatch(/<style\b/);
    expect(html, path).not.toMatch(/\sstyle="/);
    expect(html, path).not.toMatch(/\son[a-z]+="/);
  }
});
