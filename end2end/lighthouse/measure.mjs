// `make lighthouse`: the pages that most visits begin at, as Lighthouse's phone sees them; writes docs/LIGHTHOUSE.md.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { median, report } from "./report.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const PORT = Number(process.env.PORT ?? 8972);
const PAGES = {
  Home: "/",
  Search: "/search?q=so+hoa",
  Plan: "/plans/kien-giang-2020",
  Compare: "/compare?indicator=procedure-files-online&province=kien-giang&province=soc-trang",
  Spending: "/spending",
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const said = (command, ...words) => execFileSync(command, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] }).toString().trim();

/** How far the compiler goes, for libraries and for the two crates that answer. */
function optimisation() {
  const manifest = readFileSync(`${root}Cargo.toml`, "utf8");
  const level = (profile) => manifest.match(new RegExp(`\\[profile\\.${profile}\\][^[]*?opt-level = (\\S+)`))?.[1] ?? "3";
  return `opt-level ${level("release")}, pages and server at ${level("release.package.app")} and ${level("release.package.server")}`;
}

/** The portal as shipped, on an empty data folder; answers once it serves. */
async function serve(data) {
  const server = spawn(`${root}target/release/minhbach`, ["serve", "--data", data, "--addr", `127.0.0.1:${PORT}`], { stdio: "ignore" });
  const until = Date.now() + 60_000;
  while (Date.now() < until && server.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/v1/plans`).catch(() => null);
    if (answer?.ok) return server;
    await new Promise((later) => setTimeout(later, 250));
  }
  server.kill();
  throw new Error(`${root}target/release/minhbach does not answer on port ${PORT}; build it with make build, or choose another PORT`);
}

/** One page, five times, each as on a first visit: Lighthouse empties the cache before each. */
async function measure(name, path, browser) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(`http://127.0.0.1:${PORT}${path}`, { port: browser.port, output: "json", logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`Lighthouse could not measure ${path}: ${lhr.runtimeError.message}`);
    runs.push(lhr);
    console.error(`${name} ${run + 1}/${RUNS}: performance ${Math.round(lhr.categories.performance.score * 100)}, load ${loadavg()[0].toFixed(1)}`);
  }
  return { name, path, runs, load: loadavg()[0], middle: median(runs) };
}

const data = mkdtempSync(`${tmpdir()}/minhbach-lighthouse-`);
const server = await serve(data);
const browser = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
try {
  const started = new Date();
  const measured = [];
  for (const [name, path] of Object.entries(PAGES)) measured.push(await measure(name, path, browser));
  const machine = {
    started,
    ended: new Date(),
    commit: said("git", "rev-parse", "--short", "HEAD"),
    processors: `${cpus().length} processors (${cpus()[0].model})`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    browser: measured[0].runs[0].environment.hostUserAgent.match(/Chrome\/[\d.]+/)[0].replace("Chrome/", "Chromium "),
    lighthouse: measured[0].runs[0].lighthouseVersion,
    optimisation: optimisation(),
    runs: RUNS,
  };
  writeFileSync(`${root}docs/LIGHTHOUSE.md`, report(measured, machine));
} finally {
  await browser.kill();
  server.kill();
  rmSync(data, { recursive: true, force: true });
}
