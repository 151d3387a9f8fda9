import { describe, expect, test } from '@jest/globals';
import { driftOf } from '../../src/engine/drift.js';
import { otherObject } from '../../src/engine/other-object.js';
import { assemblePlan, type OriginChange } from '../../src/engine/assemble-plan.js';
import type { Change } from '../../src/engine/change.js';
import type { StateDescription } from '../../src/engine/capabilities.js';
import { flagStatesOf } from '../../src/providers/vercel-flags/capture.js';
import { config } from '../../src/providers/vercel-flags/config.js';
import vercelFlags from '../../src/providers/vercel-flags/index.js';
import { flag } from '../../src/providers/vercel-flags/model.js';
import type { State as FlagsState } from '../../src/providers/vercel-flags/state.js';
import { testContext } from '../support/context.js';
import { originNote } from '../../src/report/plan-text.js';
import { asApproved, changesWithOrigin, withAuthors, type Described } from '../../src/engine/three-way.js';

type State = Readonly<Record<string, string>>;
/** A provider of named values; `more` adds to a change. */
const provider = (more: Readonly<Record<string, Partial<Change>>> = {}) => ({
  plan: (saved: State, live: State): Change[] =>
    [...new Set([...Object.keys(saved), ...Object.keys(live)])]
      .filter((name) => saved[name] !== live[name])
      .map((name) => ({
        id: name,
        stage: 'configuration',
        action: 'update',
        target: name,
        before: live[name] ?? null,
        after: saved[name] ?? null,
        effect: 'live',
        undo: null,
        warnings: [],
        params: {},
        ...more[name],
      })),
});
const origins = (changes: readonly OriginChange[]): Record<string, string | undefined> =>
  Object.fromEntries(changes.map(({ id, origin }) => [id, origin]));

const planOf = (changes: readonly OriginChange[], includeLater: readonly string[] = []) =>
  assemblePlan({
    createdAt: new Date(0),
    program: '0.1.0',
    environment: 'production',
    snapshot: 's',
    snapshotDigest: 'd',
    database: 'none',
    scope: null,
    release: { id: 'r', digest: 'r' },
    includeLater,
    resources: [{ id: 'it', provider: 'p', changes }],
  });

describe('withAuthors', () => {
  const at = (time: number, ...names: string[]): StateDescription => ({
    authors: new Map(names.map((name) => [name, { by: `user ${time}`, at: time }])),
  });
  const change = (id: string, origin: OriginChange['origin']): OriginChange => {
    const [one] = provider().plan({ [id]: '1' }, { [id]: '2' });
    if (one === undefined) throw new Error('no change');
    return { ...one, ...(origin === undefined ? {} : { origin }) };
  };
  const named = (changes: OriginChange[], described: Described, deployedBy: string | null = null): unknown =>
    withAuthors(changes, described, deployedBy).map(({ authors }) => authors);

  test('both sides of a conflict, the later one of a later change, none of the deploy alone', () => {
    const described = { saved: at(1, 'a', 'b'), release: at(2, 'a', 'b'), live: at(3, 'a', 'b') };
    expect(named([change('env:a', 'both'), change('env:b', 'later'), change('env:b', 'deploy')], described)).toEqual([
      { deploy: 'user 2', later: 'user 3' },
      { deploy: null, later: 'user 3' },
      undefined,
    ]);
  });

  test('the writer of what was there before did not delete the rest of it', () => {
    const described = { saved: at(1, 'a'), release: at(1, 'a'), live: at(1, 'a') };
    expect(named([change('env:a', 'both')], described)).toEqual([{ deploy: null, later: null }]);
    expect(named([change('env:a', 'both')], described, 'ops')).toEqual([{ deploy: 'ops', later: null }]);
  });

  test('of a flag of Vercel: its last writer, who is no difference', async () => {
    const state = async (updatedBy: unknown, updatedAt: unknown): Promise<FlagsState> => {
      const read = flag.parse({ slug: 'a', kind: 'boolean', state: 'active', environments: {}, updatedBy, updatedAt });
      const configured = config.parse({ id: 'flags', provider: 'vercel-flags', project: 'prj_1', team: 'team_1' });
      return { schemaVersion: 1, project: 'prj_1', flags: await flagStatesOf([read], configured, testContext()) };
    };
    const [ada, unknown] = [await state('usr_ada', 5), await state({}, 'today')];
    expect(vercelFlags.capabilities?.describeState?.(ada).authors?.get('a')).toEqual({
      by: 'Vercel user usr_ada',
      at: 5,
    });
    expect(vercelFlags.capabilities?.describeState?.(unknown).authors?.size).toBe(0);
    expect(vercelFlags.plan(ada, unknown)).toEqual([]);
  });

  test('a name is no part of what is approved: the digest stays', () => {
    const authored = (by: string | null): string => {
      const changes = [{ ...change('env:a', 'both'), authors: { deploy: null, later: by } }];
      return planOf(changes).digest;
    };
    expect(authored('user 3')).toBe(authored(null));
  });
});

describe('changesWithOrigin', () => {
  test('the deploy, somebody later, both; what somebody set back is no change', () => {
    const saved = { a: '1', b: '1', c: '1', d: '1', e: '1' };
    const release = { ...saved, a: '2', c: '2', d: '2' };
    const live = { ...release, b: '3', c: '3', d: '1' };
    expect(origins(changesWithOrigin(provider(), saved, release, live))).toEqual({
      a: 'deploy',
      b: 'later',
      c: 'both',
    });
  });

  test('one object under several ids is one object', () => {
    const saved = { 'update:x': '1', 'create:x': '1' };
    const release = { ...saved, 'update:x': '2' };
    const live = { 'update:x': '1', 'create:x': '0' };
    expect(origins(changesWithOrigin(provider(), saved, release, live))).toEqual({ 'create:x': 'both' });
  });

  test('what an undone change touches on its way does not stay, through any number of steps', () => {
    const saved = { a: '1', b: '1', c: '1', d: '1' };
    const live = { a: '2', b: '2', c: '2', d: '2' };
    const chained = provider({ a: { sideEffects: ['b'] }, b: { sideEffects: ['c'] } });
    const found = changesWithOrigin(chained, saved, { ...saved, a: '2' }, live);
    expect(origins(found)).toEqual({ a: 'deploy', b: 'both', c: 'both', d: 'later' });
  });

  test('another object than that of the snapshot is no later change that stays: nothing of it was compared', () => {
    const named = {
      plan: (one: string, other: string): Change[] =>
        [otherObject('items', [{ key: 'store', saved: one, live: other }])].filter((change) => change !== null),
    };
    const found = changesWithOrigin(named, 'a', 'a', 'b');
    expect(origins(found)).toEqual({ 'other-object': undefined });
    const [approved, now] = [planOf([]), planOf(found)];
    expect([now.later, now.manual]).toMatchObject([[], [{ id: 'other-object' }]]);
    expect(driftOf(approved, now, { ever: new Set(), open: new Set() })).toHaveLength(1);
  });

  test('a release capture of another object tells nothing of this one: the origin is unknown', () => {
    type Named = { readonly store: string; readonly item: string };
    const items = {
      plan: (one: Named, other: Named): Change[] => {
        const elsewhere = otherObject('items', [{ key: 'store', saved: one.store, live: other.store }]);
        return elsewhere ? [elsewhere] : provider().plan({ item: one.item }, { item: other.item });
      },
    };
    // The provider also takes a narrower configuration for the same object, so only one of the two comparisons may tell.
    const toNarrower = { plan: (one: Named, other: Named) => items.plan({ ...one, store: other.store }, other) };
    const states = [
      { store: 'a', item: '1' },
      { store: 'b', item: '2' },
      { store: 'a', item: '3' },
    ] as const;
    for (const { plan } of [
      items,
      { plan: (one: Named, other: Named) => (one.store === 'a' ? items : toNarrower).plan(one, other) },
    ]) {
      const found = changesWithOrigin({ plan }, ...states);
      expect(origins(found)).toEqual({ item: undefined });
      const planned = planOf(found);
      expect(planned.changes.flatMap((change) => originNote(planned, change))).toEqual([
        'The release capture does not tell who made it: what was changed after the deploy is undone, too.',
      ]);
    }
  });

  test('what follows others stays with them', () => {
    const follows = provider({ after: { follows: ['a', 'b'] } });
    const saved = { a: '1', b: '1', after: '1' };
    const live = { a: '2', b: '1', after: '2' };
    expect(origins(changesWithOrigin(follows, saved, { ...saved, after: '2' }, live))).toEqual({
      a: 'later',
      after: 'later',
    });
    expect(origins(changesWithOrigin(follows, saved, { ...saved, a: '2' }, live))).toEqual({
      a: 'deploy',
      after: 'both',
    });
  });
});

describe('a plan with origins', () => {
  const saved = { a: '1', b: '1' };
  const release = { a: '2', b: '1' };
  const live = { a: '2', b: '2' };
  const found = changesWithOrigin(provider(), saved, release, live);

  test('later changes stay unless they are included, or a database mode chose them; the digest covers it all', () => {
    const kept = planOf(found);
    expect([kept.changes.map(({ id }) => id), kept.later.map(({ id }) => id)]).toEqual([['a'], ['b']]);
    const included = planOf(found, ['it']);
    expect([included.changes.map(({ id }) => id), included.later]).toEqual([['a', 'b'], []]);
    const database = found.map((change) => ({ ...change, database: 'down' as const }));
    expect(planOf(database)).toMatchObject({ changes: [], later: [], notSelected: [{ id: 'a' }, { id: 'b' }] });
    const more = planOf(changesWithOrigin(provider(), saved, release, { ...live, c: '1' }));
    expect(
      new Set(
        [kept, included, more, planOf(found.map((change) => ({ ...change, origin: 'both' as const })))].map(
          ({ digest }) => digest,
        ),
      ).size,
    ).toBe(4);
  });

  test('after an interruption, what Rewind itself left is neither later nor drift', () => {
    const moving = provider({ a: { sideEffects: ['moved'] } });
    const approved = planOf(changesWithOrigin(moving, saved, release, live));
    // Killed in the middle of "a": it is done, and what it moves on its way has not come back yet.
    const half = { a: '1', b: '2', moved: 'away' };
    const now = (changes: readonly OriginChange[]) => planOf(asApproved(changes, approved.changes));
    // Which objects a change moves on its way depends on the live state: this time it is none.
    const after = changesWithOrigin(provider(), saved, release, half);
    expect(origins(after)).toMatchObject({ moved: 'later' });
    const rest = now(after);
    expect([rest.changes.map(({ id }) => id), rest.later.map(({ id }) => id)]).toEqual([['moved'], ['b']]);
    expect(driftOf(approved, rest, { ever: new Set(['it/a']), open: new Set() })).toEqual([]);
    // Killed before "a" was complete: it differs from the release now, and is the deploy's change all the same.
    const other = now(changesWithOrigin(moving, saved, release, { a: 'half', b: '2' }));
    expect(other.changes).toMatchObject([{ id: 'a', origin: 'deploy' }]);
  });
});
