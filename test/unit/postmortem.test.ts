import { describe, expect, test } from '@jest/globals';
import type { PlanKind } from '../../src/engine/vocabulary.js';
import { exampleRecord } from '../../src/channels/example.js';
import { factsOf } from '../../src/report/postmortem-facts.js';
import { PARTS, partOf, postmortemMarkdown } from '../../src/report/postmortem.js';
import { recordOf, STORY, type EntryContent } from '../support/incident-record.js';

const record = recordOf(STORY);
const text = postmortemMarkdown(record);
const EXAMPLE = exampleRecord('production', new Date('2026-11-26T10:00:00Z'));
const lines = (markdown: string): string[] => markdown.split('\n').filter((line) => /^[-|] /.test(line));
const REFERENCE = /`\[#(\d+)\]`/g;

test('both recovery times, from times of the record', () => {
  expect(text).toContain(
    '- Failed deployment recovery time (from deploy to restored): 18 min 0 s, from 2026-11-26T09:50:00.000Z to 2026-11-26T10:08:00.000Z. `[#4]` `[#9]`',
  );
  expect(text).toContain(
    '- From detected to restored: 8 min 0 s, from 2026-11-26T10:00:00.000Z to 2026-11-26T10:08:00.000Z. `[#1]` `[#9]`',
  );
});

test.each([
  ['a whole story', record],
  ['the example', EXAMPLE],
  ['only opened', record.slice(0, 1)],
])('each line with a number names an entry of the record: %s', (_, entries) => {
  const all = [postmortemMarkdown(entries), ...PARTS.map((part) => partOf(entries, part).body)].flatMap(lines);
  const without = all.filter((line) => /\d/.test(line) && line.match(REFERENCE) === null);
  expect(without).toEqual([]);
  const named = new Set([...all.join('\n').matchAll(REFERENCE)].map(([, seq]) => Number(seq)));
  for (const { seq } of entries) expect(named).toContain(seq);
  for (const seq of named) expect(entries.map((entry) => entry.seq)).toContain(seq);
});

/** Each number, time and word of an entry, replaced by another one that is as valid. */
function* altered({ data, ...rest }: EntryContent): Generator<readonly [string, EntryContent]> {
  for (const [field, value] of Object.entries(data)) {
    const other =
      typeof value === 'number'
        ? value + 3
        : typeof value === 'string' && /^\d{4}-.*Z$/.test(value)
          ? value.replace(/\d\d\.000Z$/, '31.000Z')
          : undefined;
    if (other !== undefined) yield [field, { ...rest, data: { ...data, [field]: other } }];
  }
}
const CASES = STORY.flatMap((content, index) =>
  [...altered(content)].map(([field, other]) => [index + 1, content.kind, field, other] as const),
);

/** The head of the record changes with each entry, so it proves nothing. */
const body = (markdown: string): string => markdown.replace(/Head of the record: \S+/, '');

test.each(CASES)('entry %i (%s): another %s is another text', (seq, _, __, other) => {
  const changed = recordOf(STORY.map((content, index) => (index === seq - 1 ? other : content)));
  expect(body(postmortemMarkdown(changed))).not.toBe(body(text));
});

test('another time of any entry is another text', () => {
  for (const [index, entry] of record.entries()) {
    const changed = record.map((one, at) => (at === index ? { ...entry, at: entry.at.replace('10:', '11:') } : one));
    expect(body(postmortemMarkdown(changed))).not.toBe(body(text));
  }
});

test('nobody is named where the causes stand', () => {
  const { trigger, causes } = factsOf(record);
  const said = [...trigger, ...causes].map((fact) => fact.text).join('\n') + partOf(record, 'root-cause').body;
  expect(said).toContain('dpl_bad');
  expect(said).not.toMatch(/alice|bob|carol|dave|erin/i);
});

describe('plans that are no rollback', () => {
  const [opened, , , planned, approved, , rolledBack, , verified] = STORY as readonly [EntryContent, ...EntryContent[]];
  const with_ = (content: EntryContent | undefined, data: object): EntryContent =>
    ({ ...content, data: { ...content?.data, ...data } }) as EntryContent;
  const [b, c, d] = ['b', 'c', 'd'].map((letter) => letter.repeat(64));
  const planOf = (plan: PlanKind, digest = ''): EntryContent => ({
    kind: 'planned',
    data: {
      ...{ digest, plan, snapshot: '20261126T100100Z-bbbbbb', database: 'none', changes: 2, command: 'rewind' },
      plannedAt: '2026-11-26T10:00:00.000Z',
    },
  });
  const observed = (state: string): EntryContent =>
    ({
      kind: 'observed',
      data: { digest: 'a'.repeat(64), minutes: 5, areas: [{ area: 'payments', state, probes: ['checkout'] }] },
    }) as EntryContent;
  const once = with_(rolledBack, { runs: 1 });
  const facts = (...contents: (EntryContent | undefined)[]) =>
    factsOf(recordOf(contents.filter((one) => one !== undefined)));
  const texts = (of: readonly { readonly text: string }[]): string => of.map(({ text: one }) => one).join('\n');

  test('a mitigation, an undo and a recovery are not told as the rollback', () => {
    const { summary, causes, trigger, lucky, actions } = facts(
      ...[opened, planOf('mitigation', b), with_(approved, { digest: b })],
      { kind: 'mitigated', data: { digest: b ?? '', ok: true, title: 'Mitigated: flag off' } },
      ...[planned, approved, once, verified],
      ...[planOf('undo', c), with_(rolledBack, { digest: c, undoes: 'a'.repeat(64), title: 'Undone: web' })],
      ...[planOf('recovery', d)],
    );
    expect(causes.map(({ text: one }) => one)).toEqual([expect.stringMatching(/^7 change.*20261126T090000Z-123456/)]);
    expect(trigger).toHaveLength(1);
    expect(texts([...lucky, ...actions])).not.toContain('release capture');
    expect(texts(summary)).toMatch(/The last rollback ended.*7 of 7[^]*The last undo ended.*Undone: web/);
  });

  test('restored is only what a rollback proved, and no probe contradicts', () => {
    const impact = (...contents: (EntryContent | undefined)[]): string =>
      texts(facts(opened, planned, approved, ...contents).impact);
    const at = (minute: number): string => `to 2026-11-26T10:0${minute}:00.000Z`;
    expect(impact(once, verified)).toMatch(new RegExp(`${at(4)}[^]*Verified: production equals the snapshot`));
    // The probes say that it did not help; a second rollback did.
    expect(impact(once, verified, observed('not-recovered'))).toBe('');
    expect(impact(once, verified, observed('not-recovered'), once, verified)).toContain(at(7));
    expect(impact(once, verified, observed('recovered'))).toContain(at(4));
    // It was undone. Its undo was undone.
    const undo = with_(rolledBack, { digest: c, undoes: 'a'.repeat(64) });
    expect(impact(once, verified, undo)).toBe('');
    expect(impact(once, verified, undo, with_(rolledBack, { digest: d, undoes: c }))).toContain(at(4));
    // It was incomplete; a recovery was verified days later.
    const incomplete = with_(rolledBack, { ok: false });
    const recovery = with_(verified, { digest: d });
    expect(impact(incomplete, with_(verified, { ok: false }), planOf('recovery', d), recovery)).toBe('');
  });

  test('a plan whose run was killed stands there as unfinished', () => {
    const killed = [planOf('rollback', b), with_(approved, { digest: b })];
    const { summary, badly, actions } = facts(...[opened, planned, approved, once, verified], ...killed);
    expect(texts(summary)).toContain(
      'No end of the plan that was approved at 2026-11-26T10:06:00.000Z is in the record.',
    );
    const said = badly.find(({ text: one }) => one.startsWith('The plan bbbbbbbbbbbb was approved, and is not'));
    expect(said?.from.map(({ seq }) => seq)).toEqual([7]);
    expect(texts(actions)).toContain('Finish the plan, or say why it stays unfinished: rewind');
    // Its next run finished it.
    const later = facts(...[opened, planned, approved, once, verified], ...killed, with_(once, { digest: b }));
    expect(texts([...later.summary, ...later.badly, ...later.actions])).not.toMatch(/No end|unfinished/);
  });

  test('clocks that disagree give no figure', () => {
    const { impact } = facts(opened, with_(planned, { releasedAt: '2026-11-26T11:00:00.000Z' }), once, verified);
    expect(texts(impact)).toMatch(/recovery time .* is not known: .* The clocks disagree\./);
    expect(texts(impact)).not.toMatch(/-\d+ (s|min)/);
  });

  test('what went well is not more than its proof; a lift is told', () => {
    const first = 'The first run of the rollback did everything.';
    const well = (...contents: (EntryContent | undefined)[]): string => texts(facts(opened, ...contents).well);
    expect(well(planned, approved, once)).toContain(first);
    // An interrupted run writes no outcome.
    expect(well(planned, approved, rolledBack)).not.toContain(first);
    expect(well(planned, approved, with_(once, { manual: ['stripe/webhook'] }))).not.toContain(first);
    const mitigated = { kind: 'mitigated', data: { digest: b ?? '', ok: true, title: 'Mitigated: x' } } as const;
    expect(well(mitigated)).toBe('A mitigation was in effect: Mitigated: x');
    const lift = facts(opened, mitigated, { kind: 'lifted', data: { digest: c ?? '', ok: false, title: 'Lift: y' } });
    expect(texts(lift.badly)).toContain('Lift: y');
    expect(texts(lift.resolution)).toContain('Lift: y');
  });
});

describe('action items', () => {
  const actions = (contents: readonly EntryContent[]): string[] =>
    factsOf(recordOf(contents)).actions.map(({ kind, text: what }) => `${kind}: ${what}`);

  test('of the whole story', () => {
    expect(actions(STORY)).toEqual([
      'prevent: Find the root cause, and remove it.',
      'detect: Add a test case that fails as the probe checkout did (criterion payments).',
      'mitigate: Decide what would ease such a failure before a rollback.',
      'mitigate: Find out how these changes of the rollback failed: env/KEY.',
      expect.stringMatching(/^process: Make the approval faster\. .*: 12 min 30 s/),
      'process: Repair the channel: Message "opened" to ops: PERHAPS SENT; it is not sent again.',
      'process: Add to the runbook what was missing in it.',
    ]);
  });

  test('an obligation that is open; no watch saw it', () => {
    const open = STORY.filter(({ kind }) => kind !== 'discharged' && kind !== 'closed' && kind !== 'verdict');
    expect(actions(open)).toContain('process: Database shop_old holds 41 rows. To discharge: rewind salvage');
    expect(actions(open)).toContain('detect: Add a probe that sees this failure: no watch reported it.');
    expect(factsOf(recordOf(open)).lucky[0]?.text).toContain('No watch saw the failure');
  });
});

test('a text that is too long loses old lines of the timeline, and says so', () => {
  const notes = Array.from({ length: 300 }, (_, at): EntryContent => ({ kind: 'note', data: { text: `note ${at}` } }));
  const long = recordOf([...STORY.slice(0, 3), ...notes, ...STORY.slice(3)]);
  const short = postmortemMarkdown(long, { most: 15_000 });
  expect(short.length).toBeLessThan(15_000);
  expect(short).toMatch(/The entries before `\[#\d+\]` are left out/);
  expect(short).toContain('note 299');
  expect(postmortemMarkdown(long)).toContain('note 0');
  const least = postmortemMarkdown(long, { most: 2000 });
  expect(least.length).toBeLessThanOrEqual(2000);
  expect(least).toMatch(/The last \d+ of \d+ lines are left out.*--file/);
  // No line ends in the middle.
  const whole = new Set(postmortemMarkdown(long).split('\n'));
  expect(least.split('\n').filter((line) => /^[-#]/.test(line) && !whole.has(line))).toEqual([]);
});
