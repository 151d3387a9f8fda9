import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { cellsOfProbe, phasesOf } from '../../src/report/html/cells.js';
import { chartOption } from '../../src/report/html/chart.js';
import { htmlFaults } from '../support/hostile.js';
import { bigFacts, pageOf, storyFacts } from '../support/report-facts.js';

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const sectionOf = (html: string, id: string): string =>
  new RegExp(`<section id="${id}".*?</section>`, 's').exec(html)?.[0] ?? '';

test('what failed and what was lost comes first, with where the old data is and who approved it', async () => {
  const page = await pageOf(storyFacts('failed'));
  expect([...page.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id)).toEqual([
    'first',
    'approval',
    'areas',
    'timeline',
    'changes',
    'proof',
    'next',
    'contacts',
    'links',
  ]);
  const first = sectionOf(page, 'first');
  expect(
    [...first.matchAll(/<li class="(\w+)"><strong>(.*?)<\/strong>/g)].map(([, tone, title]) => [tone, title]),
  ).toEqual([
    ['bad', 'Failed: webhook endpoint &quot;payments&quot; (hooks)'],
    ['bad', 'Given up: 14 rows'],
    ['warn', 'Kept: database &quot;shop_before_20261126&quot;'],
    ['none', 'It can be undone'],
  ]);
  expect(textOf(first)).toContain('DROP DATABASE &quot;shop_before_20261126&quot;');
  expect(textOf(sectionOf(page, 'approval'))).toMatch(
    /Requested by ada Approved by grace .* Plan made 2026-11-26 03:05:12 UTC Approved run began 2026-11-26 03:12:40 UTC/,
  );
  expect(textOf(sectionOf(page, 'timeline'))).toMatch(
    /2026-11-26 03:04:05 opened by monitor.*03:05:12 The plan was made.*03:12:55 database &quot;shop&quot; 21 s/,
  );
  expect(textOf(sectionOf(page, 'next'))).toMatch(/write access to webhook endpoints\. Owner: ada/);
});

test('a rollback that lost nothing says so; one that is not signed or skipped a check never hides it', async () => {
  const facts = storyFacts('restored');
  const outcomes = facts.outcomes.filter(({ change }) => change.dataAtRisk === undefined);
  const approval = { ...facts.approval, skipped: 'the review' };
  const page = await pageOf({ ...facts, outcomes, approval }, { unsigned: 'it has no signature' });
  const first = textOf(sectionOf(page, 'first'));
  expect(first).toContain('No failure, no loss');
  expect(first).toContain('A check of the approval was skipped the review');
  expect(first).toContain('The snapshot is not signed It is unknown who made it: it has no signature.');
  expect(textOf(sectionOf(await pageOf(facts), 'first'))).not.toContain('No failure');
});

test('each number of a chart stands in a table beneath it', async () => {
  const facts = storyFacts('not-recovered');
  const [, ...cards] = (await pageOf(facts)).split('<figure ');
  const series = facts.watched?.series ?? [];
  expect(cards.length).toBe(series.length);
  const missing = series.flatMap((probe, index) => {
    const table = new Set([...(cards[index] ?? '').matchAll(/<td [^>]*>([^<]*)<\/td>/g)].map(([, text]) => text));
    const usual = phasesOf(probe.before, probe).find(({ phase }) => phase === 'Before the deploy')?.median ?? null;
    const { kind, id } = probe.after.probe;
    const option = chartOption(kind, cellsOfProbe(probe), usual) as { series: { data: (number | null)[] }[] };
    // The bars of a statement have a height, and no number.
    const drawn = kind === 'assertion' ? [] : option.series.flatMap(({ data }) => data);
    return [usual, ...drawn].flatMap((one) => (one === null || table.has(String(one)) ? [] : [`${id}: ${one}`]));
  });
  expect(missing).toEqual([]);
});

test('it holds no script, asks for nothing, and stays small', async () => {
  const page = await pageOf(bigFacts());
  expect(page.length).toBeLessThan(500_000);
  expect(htmlFaults(page)).toEqual([]);
  expect(page.match(/ (src|srcset|xlink:href)=|url\((?!#)|@import/g)).toBeNull();
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('only a report with samples loads the charts, and only a rollback loads the page', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const importing = (pattern: RegExp): string[] =>
    sources.filter((name) => pattern.test(readFileSync(`src/${name}`, 'utf8')));
  expect(importing(/from 'echarts/)).toEqual(['report/html/chart.ts']);
  expect(importing(/^import (?!type).*html\/(page|chart)\.js'|^import (?!type).*'\.\/chart\.js'/m)).toEqual([]);
  expect(importing(/await import\('.*\/html\/page\.js'\)/)).toEqual(['commands/rollback/present.ts']);
});
