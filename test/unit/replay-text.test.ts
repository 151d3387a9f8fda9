import { expect, test } from '@jest/globals';
import { NOT_BEGUN, replayDigest, type ReplayPlan } from '../../src/engine/replay.js';
import { replayedText } from '../../src/report/replay-text.js';

const events = ['evt_1', 'evt_2', 'evt_3'].map((id) => ({
  ...{ id, type: 'charge.succeeded', created: '2026-11-26T10:00:00.000Z', targets: [0] },
}));
const span = { from: '2026-11-26T10:00:00.000Z', until: '2026-11-26T12:00:00.000Z' };
const targets = [{ id: 'we_1', address: 'https://shop.example/hook' }];
const content = {
  ...({ kind: 'rewind-replay', schemaVersion: 1, createdAt: span.until } as const),
  ...{ environment: 'production', resource: 'pay', snapshot: 's', named: true },
  facts: { ...span, events, targets, skipped: [], warnings: [] },
};
const plan: ReplayPlan = { ...content, digest: replayDigest(content) };
const gone = { at: 1, answer: 'Stripe no longer keeps this event' };

test('an event that was refused, or that Stripe no longer keeps, is not told as sent; a new plan is the way on', () => {
  const after = { ...NOT_BEGUN, done: 3, refused: [gone, { at: 2, answer: 'HTTP 400' }] };
  const first = replayedText(plan, NOT_BEGUN, after);
  expect(first).toContain('1 of 3 events were sent and accepted.');
  expect(first).toContain('Then make a new plan: "rewind replay".');
  expect(replayedText(plan, after, after)).toContain('No event was sent: all 3 were tried before.');
  const half = { ...NOT_BEGUN, done: 2, refused: [gone] };
  expect(replayedText(plan, half, { ...half, done: 3 })).toContain('1 event was sent, 2 had been tried before.');
  expect(replayedText(plan, NOT_BEGUN, { ...NOT_BEGUN, done: 3 })).toContain('3 events were sent.');
});

test('a plan without an event says so, and not that all of none were sent', () => {
  const none = { ...plan, facts: { ...plan.facts, events: [] } };
  expect(replayedText(none, NOT_BEGUN, NOT_BEGUN)).toBe('No event was sent: the plan has none.');
});
