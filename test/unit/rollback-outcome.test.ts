import { expect, test } from '@jest/globals';
import { lostText, type RollbackFacts } from '../../src/report/outcome.js';
import { rollbackReport } from '../../src/report/rollback-report.js';
import { RewindError } from '../../src/runtime/errors.js';
import { pageOf, storyFacts } from '../support/report-facts.js';

/** What the title, the Markdown and the page say of the same facts. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

async function said(facts: RollbackFacts) {
  const { title, markdown, next } = rollbackReport(facts);
  const html = await pageOf(facts);
  const first = /<section id="first".*?<\/section>/s.exec(html)?.[0] ?? '';
  const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
  expect(/<title>(.*?): production<\/title>/.exec(html)?.[1]).toBe(heading);
  return { title, markdown, next, html: plain(html), first: plain(first), heading, tone: /hero (\w+)/.exec(html)?.[1] };
}

/** Without probes: a chart takes long to draw. */
const restored: RollbackFacts = { ...storyFacts('restored'), watched: null };
const changes = restored.outcomes.map(({ change }) => change);
const unread = new RewindError('api-rejected', 'The flags could not be read: 500.', { resource: 'flags' });

test('a run after an interruption says what the earlier run gave up, and counts its changes', async () => {
  const { title, first, html, tone, next, markdown } = await said({ ...restored, outcomes: [], earlier: changes });
  expect(title).toMatch(/^Rolled back: .* \(4 changes, all by an earlier run, 43 s\)\.$/);
  expect(first).toContain('Given up: 14 rows');
  expect(first).toContain('Done by an earlier run of this plan: 4 changes');
  expect(first).not.toContain('no loss');
  expect(html).toContain('Changes done 4 of 4');
  expect(html).toContain('Data given up 14 rows');
  expect(tone).toBe('warn');
  expect(markdown).toMatch(/^## 🟡 Rolled back\n\nRolled back: /);
  expect(markdown).toContain(
    '- 🔴 Given up: 14 rows: 14 rows of public.orders (written since the snapshot). This was written',
  );
  expect(markdown).toContain('| earlier run |');
  expect(next.at(-1)).toMatch(/^To undo this rollback, data included: /);
});

test('a part by an earlier run', async () => {
  const [one, ...others] = restored.outcomes;
  const { title } = await said({ ...restored, outcomes: others, earlier: one === undefined ? [] : [one.change] });
  expect(title).toMatch(/\(4 changes, 1 of them by an earlier run, /);
});

test('a write that was sent, with an unknown result, is not called failed', async () => {
  const message = 'The items of Edge Config "flags" were sent, and the result is unknown: 403.';
  const [one, ...others] = restored.outcomes;
  if (one === undefined) throw new Error('no change');
  const failing = (uncertain: boolean): RollbackFacts => {
    const error = new RewindError('api-forbidden', message, { uncertain });
    return { ...restored, ok: false, outcomes: [{ ...one, status: 'failed', error }, ...others] };
  };
  const unknown = failing(true);
  const { first, html, markdown, next } = await said(unknown);
  const { text } = rollbackReport(unknown);
  expect(text).toContain(`  RESULT UNKNOWN: ${one.change.target}`);
  expect(first).toContain(`Result unknown: ${one.change.target}`);
  expect(html).toContain('result unknown');
  expect(markdown).toContain('| ❓ |');
  for (const said of [text, first, html, markdown]) expect(said).not.toMatch(/\bfailed\b/i);
  expect(next).toContainEqual(expect.stringMatching(/^Then run the same rollback again/));
  expect(rollbackReport(failing(false)).text).toContain(`  FAILED: ${one.change.target}`);
});

test('a resource that cannot be verified is a red fact, and nothing is called calm beneath it', async () => {
  const live = { ...restored.live, failures: [unread] } as RollbackFacts['live'];
  const outcomes = restored.outcomes.filter(({ change }) => change.dataAtRisk === undefined);
  const { title, first, markdown, heading } = await said({ ...restored, ok: false, live, outcomes });
  expect(heading).toBe('Rollback incomplete');
  expect(title).toBe(
    'Rollback INCOMPLETE: 3 of 3 changes done after 43 s, but not all of production could be read again.',
  );
  expect(first).toContain('Not verified: flags The flags could not be read: 500.');
  expect(first).not.toContain('No failure');
  expect(markdown).toContain('- 🔴 Not verified: flags: The flags could not be read: 500.');
});

test.each([
  ['something is left to a person', { manual: changes.slice(0, 1) }],
  ['the plan has no change', { outcomes: [] }],
] as const)('"no failure, no loss" is not said if %s', async (_why, facts) => {
  const outcomes = restored.outcomes.filter(({ change }) => change.dataAtRisk === undefined);
  expect((await said({ ...restored, outcomes })).first).toContain('No failure, no loss');
  expect((await said({ ...restored, outcomes, ...facts })).first).not.toContain('No failure');
});

test('the heading claims no more than the title', async () => {
  const claim: RollbackFacts['claim'] = {
    ...restored.claim,
    verdict: 'differs',
    differs: [{ resource: 'db', reason: 'by-hand', detail: 'database "shop"' }],
  };
  const inPart = await said({ ...restored, claim });
  expect([inPart.heading, inPart.title.slice(0, 20), inPart.markdown.split('\n')[0]]).toEqual([
    'Rolled back in part',
    'Rolled back in part:',
    '## 🟡 Rolled back in part',
  ]);
  const nothing = await said({ ...restored, claim, outcomes: [] });
  expect([nothing.heading, nothing.title.slice(0, 20)]).toEqual(['Nothing was changed', 'Nothing was changed:']);
});

test('what was not read again is not called captured, and a watch without a baseline compares with nothing', async () => {
  const notRead = 'production was not read again, because the run was cancelled';
  const seen = storyFacts('restored').watched;
  const watched = seen && { ...seen, series: seen.series.slice(0, 1).map((one) => ({ ...one, before: null })) };
  const notCompared = changes.map(({ resource }) => ({ resource, reason: 'unreadable' as const, detail: notRead }));
  const claim: RollbackFacts['claim'] = { ...restored.claim, verdict: 'not-compared', equal: [], notCompared };
  const facts: RollbackFacts = { ...restored, ok: false, cancelled: true, live: { notRead }, watched, claim };
  const { html, markdown } = await said(facts);
  expect(html).toContain('Resources equal not verified');
  // One row for all of them.
  expect(markdown).toContain(`| web, db, flags, hooks | not compared: could not be read again | ${notRead} |`);
  expect(html).toContain(`Production was not captured again after the changes: ${notRead}.`);
  expect(html).not.toContain('Production was captured again');
  expect(markdown).toContain('Production was NOT captured again: ');
  for (const text of [html, markdown]) {
    expect(text).toContain('there is no baseline from before the deploy');
    expect(text).not.toContain('compared with the time before the deploy');
  }
});

test('the steps name the plan by its kind, and claim of production what is verified', async () => {
  const recovers = { rollback: 'd', deployments: {} } as never;
  const failed = storyFacts('failed');
  const { next } = rollbackReport({ ...failed, approved: { ...failed.approved, recovers } });
  expect(next.join('\n')).toMatch(/run the same recovery again/);
  expect(next.join('\n')).not.toMatch(/same rollback/);
  const sentence = '3 of 4 resources of "production" equal snapshot X; not compared: flags (out of scope)';
  const broken = storyFacts('not-recovered');
  const steps = rollbackReport({ ...broken, claim: { ...broken.claim, sentence } }).next.join('\n');
  expect(steps).toContain(`A probe of payments still fails. What is verified: ${sentence}.`);
});

test('a timeline that Mermaid would not draw is a table of all its steps', () => {
  const { timeline } = storyFacts('restored');
  expect(timeline.markdown()).toMatch(/^```mermaid\ngantt\n/);
  for (let step = 0; step < 1_000; step += 1)
    timeline.add(`variable FEATURE_${step}_LIMIT_OF_THE_SHOP`, step, step + 1);
  const long = timeline.markdown();
  expect(long).not.toContain('mermaid');
  expect(long.split('\n')).toHaveLength(2 + timeline.entries.length);
});

test('a time that is none is no reason to draw no page', async () => {
  const kept = restored.kept.map((one) => ({ ...one, since: 'long ago' }));
  expect((await said({ ...restored, kept })).first).toContain('since unknown UTC');
});

test('rows that two statements of one script concern are counted twice: the number says so', () => {
  const [once, twice] = [
    { what: 't', rows: 2, note: '' },
    { what: 't', rows: 3, note: '' },
  ];
  const unknown = { what: 'u', rows: null, note: '' };
  expect([[once], [once, twice], [once, unknown], [once, twice, unknown], [unknown]].map(lostText)).toEqual([
    '2 rows',
    'at most 5 rows',
    'at least 2 rows',
    'an unknown number of rows',
    'an unknown number of rows',
  ]);
});
