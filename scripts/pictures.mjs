/**
 * Makes the pictures of README.md from a real run: this repository's vocabularies on the embedded emulator, a few days
 * of edits, and one plan in three forms. Needs what `npm ci` installs, a Chromium (CHROMIUM_PATH) and a CJK font.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AnsiUp } from 'ansi_up';
import { marked } from 'marked';
import { chromium } from 'playwright-core';

const cli = resolve('dist/cli/main.js');
const pictures = resolve('docs/pictures');
const cjk = '"Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const folder = await mkdtemp(join(tmpdir(), 'vocabsync-pictures-'));
try {
  await prepare();
  const terminal = vocabsync('plan', '--color', 'always', '--out', 'plan.md', '--out', 'plan.html');
  await writeFile(join(folder, 'terminal.html'), terminalPage(terminal));
  await writeFile(join(folder, 'comment.html'), commentPage(await readFile(join(folder, 'plan.md'), 'utf8')));
  await mkdir(pictures, { recursive: true });
  await photograph();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** An account that is as it should be, and then a pull request: words, another model, a list that goes. */
async function prepare() {
  for (const part of ['vocab.config.yaml', 'vocabularies', 'schemas']) {
    await cp(part, join(folder, part), { recursive: true });
  }
  const legacy = join(folder, 'vocabularies/legacy.yaml');
  await writeFile(legacy, 'name: legacy\nprefix: acmeold\nhotwords: [Acme Classic, Acme Direct]\n');
  vocabsync('apply', '--yes');
  await rm(legacy);
  await edit('vocabularies/medical.yaml', [
    ['  - 心房颤动\n', '  - { text: 心房颤动, weight: 5 }\n  - 心房扑动\n'],
    ['  - 射频消融术\n', '  - 射频导管消融术\n'],
    ['  - 室性早搏\n', ''],
  ]);
  await edit('vocabularies/meetings.yaml', [['target_model: fun-asr-realtime', 'target_model: fun-asr']]);
  await edit('vocab.config.yaml', [
    ['vocabulary: meetings, model: fun-asr-realtime', 'vocabulary: meetings, model: fun-asr'],
    ['update_interval: 0s', 'update_interval: 5m'],
  ]);
}

async function edit(file, replacements) {
  const path = join(folder, file);
  let text = await readFile(path, 'utf8');
  for (const [before, after] of replacements) {
    if (!text.includes(before)) throw new Error(`${file} has no ${JSON.stringify(before)}`);
    text = text.replace(before, after);
  }
  await writeFile(path, text);
}

function vocabsync(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`vocabsync ${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}

function terminalPage(output) {
  const converter = new AnsiUp();
  converter.use_classes = true;
  const text = converter.ansi_to_html(output.trimEnd());
  const style = `body { margin: 0; background: #1b1d23; color: #d7dae0 }
    pre { margin: 0; padding: 24px 28px; width: max-content; font: 15px/1.4 "Noto Sans Mono CJK SC", "DejaVu Sans Mono", ${cjk} }
    .prompt { color: #8b93a1 } .ansi-red-fg { color: #ff7b85 } .ansi-green-fg { color: #7fd88f } .ansi-yellow-fg { color: #e5c07b }`;
  return page(style, `<pre><span class="prompt">$ vocabsync plan</span>\n${text}</pre>`);
}

/** As near to GitHub as a picture needs to be; the fold with most to see is open. */
function commentPage(markdown) {
  const colours = { '+': '#dafbe1', '-': '#ffebe9', '!': '#fff8c5' };
  const line = (text) => `<span style="background:${colours[text[0]] ?? 'none'}">${text}</span>`;
  const renderer = {
    code: ({ text }) => `<pre>${text.replaceAll('<', '&lt;').split('\n').map(line).join('')}</pre>`,
  };
  const html = marked.use({ renderer }).parse(markdown);
  const style = `body { margin: 0; background: #fff; color: #1f2328; font: 14px/1.5 "Liberation Sans", ${cjk} }
    main { width: 900px; padding: 20px 24px; box-sizing: border-box }
    h3 { font-size: 17px; margin: 0 0 12px } table { border-collapse: collapse; margin: 12px 0; font-size: 13px }
    th, td { border: 1px solid #d1d9e0; padding: 5px 10px; text-align: left; vertical-align: top }
    code { font: 12px "DejaVu Sans Mono", ${cjk}; background: #eff1f3; padding: 1px 5px; border-radius: 5px; overflow-wrap: anywhere }
    pre { font: 12.5px/1.6 "DejaVu Sans Mono", ${cjk}; background: #f6f8fa; padding: 10px; border-radius: 6px } pre span { display: block }
    sub { color: #59636e } details { margin: 6px 0 }`;
  const opened = html.replace('<details><summary><code>~ ', '<details open><summary><code>~ ');
  return page(style, `<main>${opened}</main>`);
}

function page(style, body) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style}</style>${body}</html>`;
}

async function photograph() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    await shoot(browser, 'terminal', { of: 'pre' });
    await shoot(browser, 'comment', { of: 'main' });
    await shoot(browser, 'plan', { as: 'report' });
  } finally {
    await browser.close();
  }
}

async function shoot(browser, name, { of = null, as = name }) {
  const tab = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await tab.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  const path = join(pictures, `${as}.png`);
  if (of === null) await tab.screenshot({ path, fullPage: true });
  else await tab.locator(of).screenshot({ path });
}
