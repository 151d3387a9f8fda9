import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bigFacts, pageOf, storyFacts } from '../support/report-facts.js';

/** The HTML report in a real browser: Chromium from the PATH, and axe-core for its accessibility. */
const requirePeer = createRequire(fileURLToPath(new URL('./package.json', import.meta.url)));
const AXE = readFileSync(requirePeer.resolve('axe-core/axe.min.js'), 'utf8');
const DEMO = fileURLToPath(new URL('../../out/demo/report.html', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../docs/report', import.meta.url));

let browser: Browser;
let server: Server;
let pages: Record<string, string>;
const asked: string[] = [];

beforeAll(async () => {
  const { chromium } = requirePeer('playwright-core') as typeof import('playwright-core');
  // Root has no sandbox of its own in a container; the page is ours.
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  pages = {
    restored: await pageOf(storyFacts('restored')),
    failed: await pageOf(storyFacts('failed')),
    'not-recovered': await pageOf(storyFacts('not-recovered')),
    'without-probes': await pageOf({ ...storyFacts('restored'), watched: null }, { entries: [], links: [] }),
    big: await pageOf(bigFacts()),
    demo: existsSync(DEMO) ? readFileSync(DEMO, 'utf8') : '',
  };
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[(request.url ?? '').slice(1)] ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** `chromium` of the PATH; scripts/install-peers.mjs sees to it. */
function chromiumPath(): string {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'));
  return found.find((path) => existsSync(path)) ?? 'chromium';
}

/** Opens a page in a browser of its own, does something, and closes it. */
async function open<T>(name: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1160, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`);
    return await work(page);
  } finally {
    await context.close();
  }
}

const STORIES = ['restored', 'failed', 'not-recovered', 'without-probes'];
const cases = STORIES.flatMap((name) => (['light', 'dark'] as const).map((colorScheme) => ({ name, colorScheme })));

test.each(cases)('$name in $colorScheme: no violation of accessibility', async ({ name, colorScheme }) => {
  // The page allows no script, also not this one.
  const found = await open(name, { colorScheme, bypassCSP: true }, async (page) => {
    await page.addScriptTag({ content: AXE });
    // Everything counts, also what is folded; a few rows of each table are enough.
    await page.evaluate(`
      for (const one of document.querySelectorAll('details')) one.open = true;
      for (const row of document.querySelectorAll('details tr:nth-child(n+4)')) row.remove();
    `);
    return page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
  });
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
});

test.each(STORIES)('%s: one request, nothing refused, and nothing wider than a phone', async (name) => {
  asked.length = 0;
  const faults: string[] = [];
  const widths = await open(name, { viewport: { width: 375, height: 800 } }, async (page) => {
    page.on('console', (message) => faults.push(message.text()));
    await page.reload();
    return page.evaluate(
      '[document.documentElement.scrollWidth, document.querySelectorAll("script, link, img, iframe").length]',
    );
  });
  // Opened and loaded again.
  expect(asked).toEqual([`/${name}`, `/${name}`]);
  expect(faults).toEqual([]);
  expect(widths).toEqual([375, 0]);
});

test('each chart has a name, and a table beneath with a row for each of its places', async () => {
  const charts = await open('not-recovered', {}, (page) =>
    page.evaluate<{ name: string; role: string; drawn: boolean; rows: number }[]>(
      `[...document.querySelectorAll('figure')].map((figure) => ({
        name: figure.getAttribute('aria-label'),
        role: figure.getAttribute('role'),
        drawn: figure.querySelector('svg').getBoundingClientRect().width > 300 && figure.querySelectorAll('path').length > 2,
        rows: figure.parentElement.querySelectorAll('details tbody tr').length,
      }))`,
    ),
  );
  expect(charts.map(({ name }) => name.split(':')[0])).toEqual([
    'checkout (payments)',
    'paid (payments)',
    'login (authentication)',
    'home (content)',
    'orders (data)',
  ]);
  expect(charts.filter(({ role, drawn, rows }) => role !== 'img' || !drawn || rows < 20)).toEqual([]);
});

test('a report of 300 changes and 2,000 samples is at most 500 KB', async () => {
  expect(Buffer.byteLength(pages.big ?? '')).toBeLessThan(500_000);
  expect(await open('big', {}, (page) => page.locator('#changes tbody tr').count())).toBe(300);
});

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const SHOTS: readonly { picture: string; name: string; options: BrowserContextOptions }[] = [
  { picture: 'desktop', name: 'restored', options: {} },
  { picture: 'dark', name: 'not-recovered', options: { colorScheme: 'dark' } },
  { picture: 'phone', name: 'not-recovered', options: PHONE },
  { picture: 'failed', name: 'failed', options: {} },
  { picture: 'print', name: 'restored', options: { viewport: { width: 794, height: 1123 } } },
  // The picture of the README, after `npm run demo -- --incident payments`.
  ...(existsSync(DEMO) ? [{ picture: 'demo', name: 'demo', options: {} }] : []),
];

test.each(SHOTS)('picture: $picture', async ({ picture, name, options }) => {
  const image = await open(name, options, async (page) => {
    if (picture === 'print') await page.emulateMedia({ media: 'print' });
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    const { width } = page.viewportSize() ?? { width: 0 };
    // A picture of a whole page is too large to read and to keep.
    return page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(height, picture === 'phone' ? 1500 : 1400) },
    });
  });
  expect(image.length).toBeLessThan(300_000);
  if (process.env.REWIND_WRITE_EXAMPLE !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(join(PICTURES, `${picture}.png`), image);
});
