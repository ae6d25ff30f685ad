import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

// `make looks`: is every component drawn as in the pictures that are kept? Another version of Chromium draws letters a
// little differently: small differences are let through, and the pictures belong to the version that `looks/README.md` names.
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 900 } };

export default defineConfig({
  ...base,
  testDir: "looks",
  testMatch: "*.spec.ts",
  fullyParallel: false,
  snapshotPathTemplate: "{testDir}/kept/{arg}-{projectName}.png",
  expect: { ...base.expect, toHaveScreenshot: { maxDiffPixelRatio: 0.002, animations: "disabled", caret: "hide", scale: "css" } },
  projects: [
    { name: "phone-light", use: { ...phone, colorScheme: "light" } },
    { name: "phone-dark", use: { ...phone, colorScheme: "dark" } },
    { name: "desktop-light", use: { ...desktop, colorScheme: "light" } },
    { name: "desktop-dark", use: { ...desktop, colorScheme: "dark" } },
  ],
});
