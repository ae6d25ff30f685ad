import { expect, expectAccessible, expectNoSidewaysScroll, hasScript, test } from "./portal";

// The text of a plan, and the file that it was read from.

test("the published file stands beside the text, and loads only once it is asked for", async ({ page }, info) => {
  test.skip(info.project.name === "phone", "on a phone there is room for one of them: the file is a link");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/plans/soc-trang-2024#text");
  await page.waitForLoadState("networkidle");
  expect(asked).not.toContain("/plans/soc-trang-2024/file");

  await page.locator(".original > summary").click();
  const frame = page.frameLocator(".original iframe");
  await expect(frame.locator("body")).toContainText("Chuyển đổi số");
  const [file, text] = await Promise.all([page.locator(".original iframe").boundingBox(), page.locator(".doc").boundingBox()]);
  expect(file!.x).toBeGreaterThanOrEqual(text!.x + text!.width);
  await expectNoSidewaysScroll(page);
  if (hasScript(info.project.name)) await expectAccessible(page);
});

test("nothing of a published file is run, and no other site may frame it", async ({ request }) => {
  const { headers } = { headers: (await request.get("/plans/soc-trang-2024/file")).headers() };
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
});
