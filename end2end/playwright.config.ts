import { defineConfig } from "@playwright/test";

// The portal as shipped, on an empty data folder: it takes in its own corpus.
const port = Number(process.env.PORT ?? 8971);
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  testMatch: ["tests/*.spec.ts", "journeys/*.spec.ts"],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [["list"]],
  timeout: 60_000,
  // What is waited for comes; how soon on a shared processor says nothing about the page.
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "vi-VN",
    trace: "off",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 900 } } },
    { name: "phone", use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    {
      name: "without-javascript",
      use: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
    },
  ],
  webServer: {
    command: `rm -rf test-results/data && exec ../target/release/minhbach serve --data test-results/data --addr 127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/api/v1/plans`,
    timeout: 60_000,
    reuseExistingServer: false,
  },
});
