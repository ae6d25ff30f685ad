// What is kept of Lighthouse's answers.

const CATEGORIES = { performance: "Performance", accessibility: "Accessibility", "best-practices": "Best practices", seo: "SEO" };
const METRICS = {
  "first-contentful-paint": "First paint",
  "largest-contentful-paint": "Largest paint",
  "total-blocking-time": "Blocked",
  "cumulative-layout-shift": "Shift",
  "total-byte-weight": "Sent",
};

/** The run in the middle, by performance. */
export function median(runs) {
  const ordered = [...runs].sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  return ordered[Math.floor(ordered.length / 2)];
}

/** The whole page of documentation. */
export function report(measured, machine) {
  return `# What Lighthouse says

\`make lighthouse\` measures it and writes this page (\`end2end/lighthouse\`). Nothing here fails a build: the figures depend on
the machine and what else it does. What fails a build are the budgets in \`end2end/tests/budgets.spec.ts\`.

- **Aims**: 100 for accessibility, best practices and SEO; at least 98 for performance, on every page below.
- **Measured**: commit ${machine.commit}, ${minute(machine.started)} to ${minute(machine.ended)} UTC. Each page ${machine.runs} times with an empty
  cache; the scores and times are those of the run whose performance is in the middle, with the range of all runs behind it.
- **How**: Lighthouse ${machine.lighthouse} with its phone preset, which works out from a load without brakes how a slow phone
  would do (simulated: 4 times slower processor, 1.6 Mbit/s, 150 ms to and fro); ${machine.browser}, headless.
- **Against**: \`target/release/minhbach serve\` over HTTP/1.1 on the same machine, the five plans that ship with it. It is compiled
  at a low level of optimisation (${machine.optimisation}; 3 is the highest), for the sake of build time.
- **Machine**: ${machine.processors}, ${machine.memory}, shared with other programs: the load (processes that want to run) is given for each page.

| Page | ${Object.values(CATEGORIES).join(" | ")} | Load |
| --- | ${Object.keys(CATEGORIES).map(() => "---:").join(" | ")} | ---: |
${measured.map(scores).join("\n")}

| Page | ${Object.values(METRICS).join(" | ")} |
| --- | ${Object.keys(METRICS).map(() => "---:").join(" | ")} |
${measured.map(metrics).join("\n")}

*Blocked* is the time that scripts kept the page from answering; *sent* is everything, WebAssembly included.

## What is not perfect

Audits below full marks in the middle run, those that count first; the number is the weight in its category, 0 for advice.

${measured.map(findings).join("\n\n")}
`;
}

function scores({ name, path, runs, load, middle }) {
  const cells = Object.keys(CATEGORIES).map((id) => {
    const all = runs.map((run) => hundred(run.categories[id].score));
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return `${hundred(middle.categories[id].score)}${least === most ? "" : ` (${least}–${most})`}`;
  });
  return `| ${name} \`${path}\` | ${cells.join(" | ")} | ${load.toFixed(1)} |`;
}

function metrics({ name, middle }) {
  return `| ${name} | ${Object.keys(METRICS).map((id) => (middle.audits[id].displayValue || "–").replace(/^Total size was /, "")).join(" | ")} |`;
}

function findings({ name, middle }) {
  const lines = Object.entries(CATEGORIES).flatMap(([id, category]) =>
    middle.categories[id].auditRefs
      .map(({ id: audit, weight }) => ({ ...middle.audits[audit], weight }))
      .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== "informative")
      .sort((one, other) => other.weight - one.weight)
      .map(({ title, score, weight, displayValue }) => `- ${category}: ${title}${displayValue ? `, ${displayValue}` : ""} (${hundred(score)}, weight ${weight})`),
  );
  return `**${name}**\n\n${lines.length ? [...new Set(lines)].join("\n") : "Nothing."}`;
}

const hundred = (score) => Math.round(score * 100);
const minute = (date) => date.toISOString().slice(0, 16).replace("T", " ");
