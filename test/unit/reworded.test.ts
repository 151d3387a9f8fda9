import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Plan } from '../../src/engine/plan.js';
import { reworded } from '../../src/engine/reworded.js';

const change: Change = {
  id: 'items',
  stage: 'configuration',
  action: 'update',
  target: '2 item(s) of "flags"',
  before: 'on',
  after: 'off',
  effect: 'live',
  undo: 'set it again',
  sideEffects: ['m'],
  warnings: ['is seen at once'],
  params: { kind: 'items', keys: ['a', 'b'] },
};

const planOf = (over: Partial<Change>, provider = 'p'): Plan =>
  assemblePlan({
    program: '0.1.0',
    createdAt: new Date(0),
    environment: 'production',
    snapshot: '20260101T000000Z-aaaaaa',
    snapshotDigest: 'd',
    database: 'none',
    scope: null,
    resources: [{ id: 'flags', provider, changes: [{ ...change, ...over }] }],
  });
const approved = planOf({});

test('other words for the same typed data are taken over', () => {
  const then = planOf({
    target: '2 items of "flags"',
    before: 'true',
    after: 'false',
    undo: 'it is set back',
    warnings: ['takes effect at once'],
    dataAtRisk: [{ what: 'fans', rows: 1 }],
  });
  expect(reworded(approved, then).changes).toEqual(then.changes);
  // It is still the plan that was approved.
  expect(reworded(approved, then)).toMatchObject({ digest: approved.digest, createdAt: approved.createdAt });
});

describe('the approved words stay, and count as drift, if this version', () => {
  test.each<[string, Plan]>([
    ['passes other parameters', planOf({ params: { kind: 'items', keys: ['a', 'b', 'c'] } })],
    ['does something else', planOf({ action: 'delete' })],
    ['does it at another time', planOf({ effect: 'next-deployment' })],
    ['does it in another stage', planOf({ stage: 'services' })],
    ['touches more', planOf({ sideEffects: ['m', 'n'] })],
    ['warns of more', planOf({ warnings: ['is seen at once', 'opens public access'] })],
    ['cannot undo it', planOf({ undo: null })],
    ['creates it', planOf({ before: null })],
    ['closes an exposure', planOf({ closes: 'public access' })],
    ['deploys', planOf({ deploys: true })],
    ['asks for a name', planOf({ confirm: 'shop' })],
    ['backs up first', planOf({ backupFirst: true })],
    ['has the resource from another provider', planOf({}, 'q')],
    ['leaves it to a person', planOf({ manual: 'do it' })],
    ['knows no such change', planOf({ id: 'others' })],
  ])('%s', (_what, then) => expect(reworded(approved, then).changes).toEqual(approved.changes));
});
