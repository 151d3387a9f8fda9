import { describe, expect, test } from '@jest/globals';
import { claimOf, presentValue, type ClaimFacts } from '../../src/engine/claim.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import type { Change, DatabaseMode } from '../../src/engine/change.js';
import { otherObject } from '../../src/engine/other-object.js';
import { RewindError } from '../../src/runtime/errors.js';

const change = (over: Partial<Change> = {}): Change => ({
  id: 'one',
  stage: 'configuration',
  action: 'update',
  target: 'flag "a"',
  before: 'on',
  after: 'off',
  effect: 'live',
  undo: null,
  warnings: [],
  params: {},
  ...over,
});
const restore = change({
  id: 'restore',
  stage: 'database',
  target: 'database "shop"',
  before: 'schema differs: table public.orders changed',
  database: 'restore',
});

const wider = otherObject('environment variables', [{ key: 'git-branches', saved: 'false', live: 'true' }]) as Change;

const live = (resources: Record<string, Change[]>, database: DatabaseMode, failures: RewindError[] = []) => ({
  plan: assemblePlan({
    createdAt: new Date(0),
    program: '0.1.0',
    environment: 'production',
    snapshot: 's1',
    snapshotDigest: 'd',
    database,
    scope: null,
    resources: Object.entries(resources).map(([id, changes]) => ({ id, provider: 'p', changes })),
  }),
  failures,
  blind: [],
  covered: [],
  hazards: [],
  flags: null,
  flagsOn: [],
  described: new Map(),
});
const facts = (over: Partial<ClaimFacts> = {}): ClaimFacts => ({
  environment: 'production',
  snapshot: 's1',
  configured: ['web', 'db', 'flags'],
  captured: ['web', 'db', 'flags'],
  scope: null,
  database: 'none',
  live: live({}, 'none'),
  ...over,
});

describe('claimOf', () => {
  test('many differences: the sentence describes ten and counts the others by resource, the list has all', () => {
    const many = Array.from({ length: 400 }, (_, at) => change({ id: `flag-${at}`, target: `flag "${at}"` }));
    const claim = claimOf(
      facts({ live: live({ web: many.slice(0, 9), flags: many.slice(9), db: [restore] }, 'restore') }),
    );
    expect(claim.sentence.split('; ').slice(9)).toEqual([
      'web differs: flag "8": on → off',
      'db differs: database "shop": schema differs: table public.orders changed → off',
      'further differences: flags (391)',
    ]);
    expect(claim.differs).toHaveLength(401);
  });

  test('all compared and equal', () => {
    expect(claimOf(facts())).toEqual({
      verdict: 'equal',
      sentence: '"production" equals snapshot s1 (3 resources compared)',
      equal: ['web', 'db', 'flags'],
      compared: ['web', 'db', 'flags'],
      differs: [],
      notCompared: [],
    });
  });

  test.each<[string, Partial<ClaimFacts>, string, string]>([
    [
      'a database left by choice',
      { live: live({ db: [restore] }, 'none') },
      'differs',
      '2 of 3 resources of "production" equal snapshot s1; db left as it is by choice (--database none): database "shop": schema differs: table public.orders changed',
    ],
    [
      'the same database where the mode covers it',
      { live: live({ db: [restore] }, 'restore'), database: 'restore' },
      'differs',
      'db differs: database "shop": schema differs',
    ],
    [
      'work for a person',
      { live: live({ web: [change({ manual: 'type it' })] }, 'none') },
      'differs',
      'web must be restored by hand: flag "a": on → off',
    ],
    [
      'a scope',
      { scope: ['web'] },
      'partly-compared',
      '1 of 3 resources of "production" equals snapshot s1; not compared: db, flags (out of scope)',
    ],
    [
      'a resource configured later',
      { captured: ['web', 'db'] },
      'partly-compared',
      'not compared: flags (not in the snapshot)',
    ],
    [
      'a resource removed from the configuration',
      { configured: ['web', 'db'] },
      'partly-compared',
      'not compared: flags (in the snapshot, but no longer in the configuration)',
    ],
    [
      'a resource that could not be read',
      { live: live({}, 'none', [new RewindError('api-unavailable', 'no answer', { resource: 'flags' })]) },
      'partly-compared',
      '2 of 3 resources of "production" equal snapshot s1; not compared: flags (no answer)',
    ],
    [
      'a value that cannot be read',
      { live: { ...live({}, 'none'), blind: [{ resource: 'web', what: 'TOKEN cannot be read' }] } },
      'partly-compared',
      '3 of 3 resources of "production" equal snapshot s1; not compared: web (TOKEN cannot be read)',
    ],
    [
      'a resource whose configuration covers more now',
      { live: live({ web: [wider] }, 'none') },
      'partly-compared',
      '2 of 3 resources of "production" equal snapshot s1; not compared: web (git-branches true in the configuration, git-branches false in the snapshot)',
    ],
    [
      'a database that is another one now',
      { live: live({ db: [{ ...wider, database: 'restore' }], web: [change()] }, 'none') },
      'differs',
      'web differs: flag "a": on → off; not compared: db (git-branches true in the configuration',
    ],
    [
      'a database whose restore waits for a person',
      { live: live({ db: [{ ...restore, manual: 'Set the host.' }] }, 'none') },
      'differs',
      'db left as it is (--database none; only a person can restore it): database "shop": schema differs: table public.orders changed → off',
    ],
    [
      'production that was not read again',
      { live: { notRead: 'the run was cancelled' } },
      'not-compared',
      '0 of 3 resources of "production" equal snapshot s1; not compared: web, db, flags (the run was cancelled)',
    ],
  ])('%s', (_name, over, verdict, sentence) => {
    const claim = claimOf(facts(over));
    expect(claim.verdict).toBe(verdict);
    expect(claim.sentence).toContain(sentence);
    // Each resource is either equal or named with a reason.
    const named = new Set(
      [...claim.equal, ...claim.differs, ...claim.notCompared].map((x) => (typeof x === 'string' ? x : x.resource)),
    );
    expect(named).toEqual(new Set(['web', 'db', 'flags']));
  });
});

test('nothing but resources whose configuration covers more now: nothing was compared', () => {
  const claim = claimOf(facts({ scope: ['web'], live: live({ web: [wider] }, 'none') }));
  expect(claim.verdict).toBe('not-compared');
  expect(claim.notCompared[0]).toMatchObject({ resource: 'web', reason: 'other-object' });
  expect([claim.compared, claim.differs]).toEqual([[], []]);
});

test('presentValue: what was read again, or nothing', () => {
  const planned = { ...change(), resource: 'flags', provider: 'p' } as never;
  expect(presentValue(planned, live({}, 'none'))).toBe('off');
  expect(presentValue(planned, live({ flags: [change({ before: 'half' })] }, 'none'))).toBe('half');
  expect(presentValue(planned, live({ flags: [change({ before: null })] }, 'none'))).toBe('absent');
  const failure = new RewindError('api-unavailable', 'no answer', { resource: 'flags' });
  expect(presentValue(planned, live({}, 'none', [failure]))).toBeUndefined();
  expect(presentValue(planned, { notRead: 'cancelled' })).toBeUndefined();
});
