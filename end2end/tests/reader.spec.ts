import { expect, expectNoSidewaysScroll, test } from "./portal";

// The text of a plan, and the file that it was read from.

test("the published file stands beside the text once it is asked for, also the second time", async ({ page }, info) => {
  test.skip(info.project.name === "phone", "on a phone there is room for one of them: the file is a link");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/plans/soc-trang-2024");
  await page.waitForLoadState("networkidle");
  expect(asked).not.toContain("/plans/soc-trang-2024/file");

  await page.locator(".original a").click();
  for (const time of [1, 2]) {
    const frame = page.frameLocator(".original iframe");
    await expect(frame.locator("body"), `shown ${time} times`).toContainText("Sóc Trăng");
    if (time === 1) await page.reload();
  }
  const [file, text] = await Promise.all([page.locator(".original iframe").boundingBox(), page.locator(".doc").boundingBox()]);
  expect(file!.x).toBeGreaterThanOrEqual(text!.x + text!.width);
  await expectNoSidewaysScroll(page);
  // axe waits for ever at a frame that runs no script; the page without it is looked at in pages.spec.ts.
  await expect(page.locator(".original iframe")).toHaveAttribute("title", /\S/);
  await page.locator(".original a").last().click();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("nothing of a published file is run, and no other site may frame it", async ({ request }) => {
  const headers = (await request.get("/plans/soc-trang-2024/file")).headers();
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
});
