import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { renderHtml } from '../../src/report/html/render-html.js';
import type { ReportView } from '../../src/report/view/report-view.js';

/** Tells of errors, dialogs, and requests for anything but the page itself. */
export function listenTo(page: Page, tell: (complaint: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') tell(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => tell(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) tell(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    tell(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Shows the report as its reader opens it: as a file, under its own policy. */
export async function openReport(page: Page, view: ReportView, folder: string): Promise<void> {
  await openPage(page, renderHtml(view, { version: '1.2.3', account: null }), folder);
}

export async function openPage(page: Page, text: string, folder: string): Promise<void> {
  const file = join(folder, 'report.html');
  await writeFile(file, text);
  await page.goto(pathToFileURL(file).href);
}

/** What axe finds on a page; the page must bypass its own policy, which would refuse axe as it refuses any other script. */
export async function axeViolations(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0].html })))',
  );
}
