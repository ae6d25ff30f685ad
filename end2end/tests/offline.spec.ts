import { expect, hasScript, test } from "./portal";

// A browser that was here before and has no connection now.

test.beforeEach(({}, info) => {
  test.skip(!hasScript(info.project.name), "a service worker is a script");
});

test("without a connection a page of the portal says so, and figures are never kept", async ({ page, context }) => {
  await page.goto("/");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain("/offline.html");
  expect(kept.filter((path) => !/^\/(offline\.html|icon\.svg|pkg\/minhbach\.css|fonts\/.+\.woff2)$/.test(path))).toEqual([]);

  await context.setOffline(true);
  await page.goto("/targets");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không có mạng");
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
  await context.setOffline(false);
  await page.getByRole("link", { name: "Thử lại" }).click();
  await expect(page).toHaveURL(/\/targets$/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Không có mạng");
});

test("the manifest names icons that are there, one of them to be cut to any shape", async ({ page, request }) => {
  await page.goto("/");
  const address = (await page.locator("link[rel='manifest']").getAttribute("href"))!;
  const manifest = await (await request.get(address)).json();
  expect(manifest.icons.some(({ purpose }: { purpose?: string }) => purpose === "maskable")).toBe(true);
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()["content-type"], src).toBe(type);
  }
});
