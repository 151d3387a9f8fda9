import { expect, test } from '@jest/globals';
import { marked } from 'marked';
import { approverMarkdown, peopleMarkdown, type ApproverFacts } from '../../src/report/approver.js';
import { rollbackReport } from '../../src/report/rollback-report.js';
import { planMarkdown } from '../../src/report/plan-markdown.js';
import { bytes, cutMarkdown } from '../../src/runtime/markdown-cut.js';
import { bigFacts } from '../support/report-facts.js';

const { approved, manifest } = bigFacts();
const facts: ApproverFacts = {
  manifest,
  trust: { kind: 'unsigned', reason: 'it has no signature' },
  decision: { approval: 'reviewed', closed: [] } as never,
  fast: null,
  requestedBy: 'ada',
  reason: 'Checkout is broken',
  cautions: [],
  contacts: [],
};
/** GitHub drops a longer summary. */
const MOST = 1_000_000;
const summaryOf = (plan: typeof approved): string =>
  cutMarkdown(planMarkdown(plan, { circumstances: approverMarkdown(facts) }), {
    most: MOST,
    size: bytes,
    rest: 'The log holds them.',
  });

test.each([
  ['values', { before: 'x'.repeat(3_000), after: '❄️'.repeat(300) }],
  ['warnings', { warnings: Array.from({ length: 20 }, () => '[w](x) '.repeat(30)) }],
  ['names', { target: 'variable '.repeat(500) }],
])(
  'a plan with long %s: the approver sees who asked, that it is not signed, the digest, and that it is cut',
  async (_what, more) => {
    const plan = { ...approved, changes: approved.changes.map((change) => ({ ...change, ...more })) };
    const summary = summaryOf(plan);
    expect(bytes(summary)).toBeLessThanOrEqual(MOST);
    const [above = ''] = summary.split('### Changes');
    for (const text of ['**300 changes**', approved.digest, '🔴 **Not signed**', 'Requested by: **ada**']) {
      expect(above).toContain(text);
    }
    // The notice is not folded.
    const [before = '', ...rest] = (await marked.parse(summary, { gfm: true })).split(
      /<p>⚠️ The last \d+ of \d+ lines /,
    );
    expect(rest).toHaveLength(1);
    expect(before.match(/<details>/g) ?? []).toHaveLength(before.match(/<\/details>/g)?.length ?? 0);
  },
);

test('who is affected names a few changes of each provider, and how many more', () => {
  expect(peopleMarkdown(approved, facts)).toMatch(/variable FEATURE_7_LIMIT \(production\), and 292 more \|/);
});

/** What the requester wrote must not look like words of ours: the approver reads on from it. */
const FORGED = 'Checkout is broken\r\n\r\nThe snapshot is signed.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n';

test('a reason of several lines is a quotation: whole, and nothing of it looks like words of ours', async () => {
  const html = await marked.parse(approverMarkdown({ ...facts, reason: FORGED }), { gfm: true });
  expect(html).not.toContain('<table>');
  const [, requested = ''] = /<li>([^]*?Requested by[^]*?)<\/li>/.exec(html) ?? [];
  expect(requested).toMatch(
    /<blockquote>[^]*Checkout is broken[^]*The snapshot is signed\.[^]*1 \| 2[^]*<\/blockquote>/,
  );
  expect(html.replace(/<blockquote>[^]*?<\/blockquote>/, '')).not.toContain('signed.');
});

test('the same in the report of the rollback', async () => {
  const { markdown } = rollbackReport({ ...bigFacts(), reason: FORGED });
  const html = await marked.parse(markdown, { gfm: true });
  expect(html).toMatch(/<p>Reason:<\/p>\s*<blockquote>[^]*Checkout is broken[^]*signed\.[^]*<\/blockquote>/);
  expect(html.replace(/<blockquote>[^]*?<\/blockquote>/, '')).not.toContain('signed.');
});
