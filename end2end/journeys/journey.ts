import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Locator, type Page } from "@playwright/test";
import { expect, test as base } from "../tests/portal";

// Journeys begin at the home page and count what a visitor does: a click, or a form filled in and sent.
const MOST_STEPS = 4;

/** What a form is filled in with: words, a choice, or a box to tick. */
type Entry = [field: Locator, value: string | true];

/** One visitor's steps, in order. */
export class Visitor {
  private steps = 0;
  private menus = 0;

  constructor(private page: Page) {}

  /** One step: a click. */
  async click(target: Locator) {
    this.steps += 1;
    await target.click();
  }

  /** One step: a form filled in and sent by its button. */
  async send(entries: Entry[], button: Locator) {
    this.steps += 1;
    for (const [field, value] of entries) {
      await this.enter(field, value);
      // With WebAssembly a list follows each choice at once.
      await expect(this.page.locator("[data-region][aria-busy='true']")).toHaveCount(0);
    }
    await button.click();
  }

  /** A step to a page of the navigation; where it folds into a menu, opening that is a step of its own. */
  async goTo(name: string) {
    const links = this.page.locator("header").getByRole("link", { name, exact: true });
    if (!(await links.filter({ visible: true }).count())) {
      this.menus += 1;
      await this.page.locator("details.drawer summary").click();
    }
    await this.click(links.filter({ visible: true }).first());
  }

  /** The steps taken are those of the document, and few. */
  expectSteps(document: string) {
    const written = document.match(/^\d+\. /gm) ?? [];
    expect(this.steps, "as many steps as the document numbers, a folded menu apart").toBe(written.length);
    expect(this.steps + this.menus, "steps from the home page").toBeLessThanOrEqual(MOST_STEPS);
  }

  private async enter(field: Locator, value: string | true) {
    if (value === true) return field.check();
    const isChoice = await field.evaluate((element) => element.tagName === "SELECT").catch(() => false);
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }
}

/** A test of the document that stands beside it: `name.spec.ts` walks `name.md`. */
export const test = base.extend<{ visitor: Visitor }>({
  visitor: async ({ page }, use, info) => {
    const document = readFileSync(info.file.replace(/\.spec\.ts$/, ".md"), "utf8");
    expect(document, `${basename(info.file)} is named by its document`).toContain(`# ${info.title}\n`);
    const visitor = new Visitor(page);
    await page.goto("/");
    await use(visitor);
    if (info.status === "passed") visitor.expectSteps(document);
  },
});

export { expect };
