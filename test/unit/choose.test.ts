import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { chooseSnapshot, newestBefore, rankedIds } from '../../src/engine/choose.js';
import type { Circumstances } from '../../src/engine/eligible.js';
import { releaseAfter, snapshotBeforeDeploy } from '../../src/engine/release.js';
import { History, LIMIT, type Releases } from '../../src/engine/history.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { defineProvider, type Provider } from '../../src/engine/provider.js';
import { commitSnapshot, putMark } from '../../src/engine/snapshot-files.js';
import { RewindError } from '../../src/runtime/errors.js';
import { memoryStore } from '../support/memory-store.js';

/** Says which deployment is live. */
const provider = defineProvider<unknown, { deployment: string; commit: string | null; rebuildOf?: string }>({
  id: 'hosting',
  state: z.object({ deployment: z.string(), commit: z.string().nullable(), rebuildOf: z.string().exactOptional() }),
  check: () => Promise.resolve([]),
  capture: () => Promise.reject(new Error('not used')),
  plan: () => [],
  apply: () => Promise.resolve(),
  capabilities: {
    describeState: ({ deployment, commit, rebuildOf }) => ({
      deployment,
      ...(commit === null ? {} : { commit }),
      ...(rebuildOf === undefined ? {} : { rebuildOf }),
    }),
  },
}) as Provider<unknown, unknown>;
const loadProvider = (): Promise<Provider<unknown, unknown>> => Promise.resolve(provider);

const COMMITS = { one: '1'.repeat(40), two: '2'.repeat(40), bad: '3'.repeat(40), fix: '4'.repeat(40) };

interface Given {
  readonly hour: number;
  /** The deployment that it shows; null: it does not hold that resource. */
  readonly shows: keyof typeof COMMITS | null;
  /** The commit of the run that took it. */
  readonly of?: keyof typeof COMMITS;
  readonly reason?: Manifest['reason'];
  /** A release capture: the hour of the snapshot before the deploy. */
  readonly after?: number;
  readonly scope?: readonly string[] | null;
  readonly rebuildOf?: string;
  readonly minute?: number;
  readonly repository?: string;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const idAt = (hour: number, minute = 0): string => `20261123T${twoDigits(hour)}${twoDigits(minute)}00Z-00000a`;

async function storeOf(given: readonly Given[]) {
  const store = memoryStore();
  for (const {
    hour,
    minute = 0,
    shows,
    of,
    after,
    reason = 'pre-deploy',
    scope = null,
    rebuildOf,
    repository,
  } of given) {
    const ids = scope ?? ['web', 'flags'];
    const state = (id: string) =>
      id === 'web' && shows !== null
        ? { deployment: `dpl_${shows}`, commit: COMMITS[shows], ...(rebuildOf === undefined ? {} : { rebuildOf }) }
        : {};
    await commitSnapshot(store, {
      kind: 'rewind-snapshot',
      schemaVersion: 1,
      id: idAt(hour, minute),
      createdAt: `2026-11-23T${twoDigits(hour)}:${twoDigits(minute)}:00.000Z`,
      writtenBy: 'test',
      environment: 'production',
      repository: repository ?? null,
      commit: of === undefined ? null : COMMITS[of],
      run: null,
      actor: null,
      event: null,
      reason,
      ...(after === undefined ? {} : { after: { snapshot: idAt(after), digest: 'd' } }),
      salt: '0'.repeat(32),
      recipients: [],
      scope: scope === null ? null : [...scope],
      resources: ids.map((id) => ({
        id,
        provider: 'hosting',
        capturedAt: '2026-11-23T00:00:00.000Z',
        durationMs: 1,
        state: state(id),
        payloads: [],
      })),
    });
  }
  return store;
}

/** The same store as one where each listed snapshot costs a request: it lists only as many of the newest as were asked for. */
const paged = (store: Store): Store => ({
  ...store,
  holds: async (folder) => (await store.list(folder)).length > 0,
  list: async (prefix, newest = Number.POSITIVE_INFINITY) => {
    const objects = await store.list(prefix);
    const ids = [...new Set(objects.map(({ key }) => key.split('/')[2] ?? ''))].sort().reverse();
    return objects.filter(({ key }) => ids.indexOf(key.split('/')[2] ?? '') < newest);
  },
});

const liveIs = (name: string): Releases =>
  new Map([['web', { deployment: `dpl_${name}`, commit: null, key: `dpl_${name}` }]]);

const around = (more: Partial<Circumstances> = {}): Circumstances => ({
  origin: { environment: 'production', repository: null },
  scope: null,
  configured: ['web', 'flags'],
  live: null,
  mergeCommit: () => Promise.reject(new Error('not used')),
  ...more,
});

type Store = Awaited<ReturnType<typeof storeOf>>;

async function hourOf(store: Store, selector: string, more: Partial<Circumstances> = {}): Promise<number | string> {
  const history = await History.open(store, 'production', loadProvider);
  try {
    const { manifest } = await chooseSnapshot(store, history, selector, around(more));
    return Number(manifest.id.slice(9, 11));
  } catch (error) {
    if (error instanceof RewindError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('an environment without a snapshot', () => {
  const said = async (folders: readonly string[] | Error): Promise<RewindError> => {
    const store = {
      ...memoryStore(),
      folders: () => (folders instanceof Error ? Promise.reject(folders) : Promise.resolve([...folders])),
    };
    const history = await History.open(store, 'production', loadProvider);
    const error: unknown = await chooseSnapshot(store, history, 'latest', around()).catch((reason: unknown) => reason);
    if (error instanceof RewindError) return error;
    throw error;
  };

  test('names the others of the store, and what to do if one is meant', async () => {
    const { code, message, remedy } = await said(['staging', 'production', 'prod']);
    expect(code).toBe('snapshot-not-found');
    expect(message).toBe(
      'The store has no snapshot of "production" yet. The store knows other environments: "prod", "staging".',
    );
    expect(remedy).toContain('If you mean another environment, use its configuration: --config FILE');
  });

  test('names at most five, and none that no configuration could have', async () => {
    const hostile = ['::warning::x', '-rf', 'a b', '@everyone', 'x'.repeat(64), '.hidden', '<b>', '\u001b[31m'];
    const many = Array.from({ length: 12 }, (_, index) => `env-${index + 10}`);
    const { message } = await said([...hostile, ...many]);
    expect(message).toMatch(/environments: "env-10", "env-11", "env-12", "env-13", "env-14" and 7 more\.$/);
    expect((await said(hostile)).message).toBe('The store has no snapshot of "production" yet.');
  });

  test('is told as before if the store has no other, or does not say', async () => {
    for (const folders of [[], ['production'], new Error('denied')]) {
      const { message, remedy } = await said(folders);
      expect(message).toBe('The store has no snapshot of "production" yet.');
      expect(remedy).not.toContain('another environment');
    }
  });
});

describe('latest is the newest snapshot from before the deployment that is live', () => {
  test('a snapshot taken in the bad state does not become latest', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: 'two' },
      { hour: 3, shows: 'bad', reason: 'manual' },
      { hour: 4, shows: 'bad', of: 'fix' },
    ]);
    expect(await hourOf(store, 'latest', { live: liveIs('bad') })).toBe(2);
    expect(await hourOf(store, 'previous', { live: liveIs('bad') })).toBe(1);
    expect(await hourOf(store, '~0', { live: liveIs('bad') })).toBe(2);
    expect(await hourOf(store, '~2', { live: liveIs('bad') })).toMatch(
      /^snapshot-not-found: "~2" is the snapshot 2 before the newest one, but only 2/,
    );
    // After the fix, the state before it counts, whatever one thinks of that.
    expect(await hourOf(store, 'latest', { live: liveIs('fix') })).toBe(4);
    expect(await hourOf(store, 'latest')).toBe(4);
  });

  test('after a rollback to the oldest one, the release that was rolled back does not become latest', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: 'bad', of: 'fix' },
      { hour: 3, shows: 'bad', reason: 'pre-rollback' },
    ]);
    expect(await hourOf(store, 'latest', { live: liveIs('one') })).toBe(1);
    expect(await hourOf(store, 'previous', { live: liveIs('one') })).toMatch(
      /^snapshot-not-found: "previous" is the snapshot before the newest one, but only one snapshot counts/,
    );
    // By its id it can be chosen: to go forward is a decision.
    expect(await hourOf(store, idAt(2), { live: liveIs('one') })).toBe(2);
  });

  test('a snapshot with a time in the future does not stay latest; by its id it is refused', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 9, shows: 'two' },
    ]);
    const at = async (now: string, selector: string): Promise<string> => {
      const history = await History.open(store, 'production', loadProvider, new Date(now));
      return (await chooseSnapshot(store, history, selector, around())).manifest.id;
    };
    expect(await at('2026-11-23T05:00:00Z', 'latest')).toBe(idAt(1));
    expect(await at('2026-11-23T09:00:00Z', 'latest')).toBe(idAt(9));
    await expect(at('2026-11-23T05:00:00Z', idAt(9))).rejects.toMatchObject({ code: 'snapshot-time' });
  });

  test('after production was put back, what came later does not count', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: 'two' },
      { hour: 3, shows: 'bad', reason: 'manual' },
    ]);
    expect(await hourOf(store, 'latest', { live: liveIs('two') })).toBe(1);
  });

  test('a rebuilt deployment is the one that it was built from', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: 'bad', rebuildOf: 'dpl_two' },
    ]);
    expect(await hourOf(store, 'latest', { live: liveIs('two') })).toBe(1);
  });

  test('if nothing was deployed since the oldest snapshot, all count', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'two' },
      { hour: 2, shows: 'two' },
    ]);
    expect(await hourOf(store, 'latest', { live: liveIs('two') })).toBe(2);
    expect(await hourOf(store, 'previous', { live: liveIs('two') })).toBe(1);
  });

  test('nothing is called the newest before the deployment while it is unknown which one is live', async () => {
    const store = await storeOf([{ hour: 1, shows: 'one' }]);
    const before = async (live: Releases | null): Promise<string | undefined> =>
      newestBefore(await History.open(store, 'production', loadProvider), around({ live }));
    expect([await before(liveIs('bad')), await before(null)]).toEqual([idAt(1), undefined]);
  });

  test('the list calls those latest and previous that the choice takes, and none after one that cannot be read', async () => {
    const store = await storeOf([1, 2, 3, 4].map((hour) => ({ hour, shows: hour === 4 ? 'bad' : 'one' })));
    const called = async (): Promise<string[]> => {
      const history = await History.open(store, 'production', loadProvider);
      return rankedIds(await history.slice(0), around({ live: liveIs('bad') }));
    };
    expect(await called()).toEqual([idAt(3), idAt(2), idAt(1)]);
    await store.put(`snapshots/production/${idAt(2)}/manifest.json`, Buffer.from('{}'));
    expect(await called()).toEqual([idAt(3)]);
    expect(await hourOf(store, 'previous', { live: liveIs('bad') })).toMatch(/^snapshot-corrupt/);
  });

  test('a damaged one at the end of a page is no reason to take one of the live deployment', async () => {
    const later = Array.from({ length: 9 }, (_, index): Given => ({ hour: index + 3, shows: 'bad' }));
    const store = await storeOf([{ hour: 1, shows: 'one' }, { hour: 2, shows: 'one' }, ...later]);
    await store.put(`snapshots/production/${idAt(2)}/manifest.json`, Buffer.from('{}'));
    expect(await hourOf(store, 'latest', { live: liveIs('bad') })).toMatch(/^snapshot-corrupt/);
  });

  test('a damaged one is no reason to take the release that was rolled back', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: 'one' },
      { hour: 3, shows: 'bad' },
    ]);
    await store.put(`snapshots/production/${idAt(2)}/manifest.json`, Buffer.from('{}'));
    expect(await hourOf(store, 'latest', { live: liveIs('one') })).toMatch(/^snapshot-corrupt/);
  });

  test('not a pre-rollback snapshot, and not one of fewer resources', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: null, scope: ['flags'] },
      { hour: 3, shows: 'two', reason: 'pre-rollback' },
    ]);
    expect(await hourOf(store, 'latest', { live: liveIs('bad') })).toBe(1);
    expect(await hourOf(store, 'latest', { live: liveIs('bad'), scope: ['flags'] })).toBe(2);
    expect(await hourOf(store, 'latest', { live: liveIs('bad'), scope: ['web', 'flags'] })).toBe(1);
  });

  test('a snapshot of the whole configuration counts although a resource was added since', async () => {
    const store = await storeOf([{ hour: 1, shows: 'one' }]);
    const configured = ['web', 'flags', 'bucket'];
    expect(await hourOf(store, 'latest', { configured })).toBe(1);
    expect(await hourOf(store, 'latest', { configured, scope: ['bucket'] })).toMatch(/scope: bucket/);
  });

  test('the search goes on beyond the newest ten', async () => {
    const later = Array.from({ length: 20 }, (_, index): Given => ({ hour: index + 3, shows: 'bad' }));
    const store = await storeOf([{ hour: 1, shows: 'one' }, { hour: 2, shows: 'two' }, ...later]);
    expect(await hourOf(store, 'previous', { live: liveIs('bad') })).toBe(1);
    const history = await History.open(store, 'production', loadProvider);
    expect(await newestBefore(history, around({ live: liveIs('bad') }))).toBe(idAt(2));
  });

  /** So many snapshots of one kind, newer than hour 2. */
  const many = (count: number, kind: Omit<Given, 'hour'>): Given[] =>
    Array.from({ length: count }, (_, index) => ({ hour: 3 + Math.floor(index / 60), minute: index % 60, ...kind }));

  test('the ten newest of each kind that does not count are passed over, and it is said how many and why', async () => {
    const kinds: Given[][] = [
      many(11, { shows: 'bad', repository: 'evil/shop' }),
      many(11, { shows: 'bad', reason: 'pre-rollback' }),
      many(11, { shows: null, scope: ['flags'] }),
      many(11, { shows: 'bad' }),
    ];
    const said = [
      'of another repository or environment',
      'taken by a rollback',
      'of other resources',
      'not from before the live deployment',
    ];
    for (const [index, kind] of kinds.entries()) {
      const store = await storeOf([
        { hour: 1, shows: 'one' },
        { hour: 2, shows: 'two', repository: 'acme/shop' },
        ...kind,
      ]);
      const history = await History.open(store, 'production', loadProvider);
      const circumstances = around({
        origin: { environment: 'production', repository: 'acme/shop' },
        live: liveIs('bad'),
      });
      const { manifest, because } = await chooseSnapshot(store, history, 'latest', circumstances);
      expect([manifest.id, because]).toEqual([
        idAt(2),
        `It is the newest one from before the deployment that is live now. Newer ones that do not count: 11 ${said[index]}.`,
      ]);
    }
    // What nobody believes: here, from the future.
    const store = await storeOf([{ hour: 1, shows: 'one' }, ...many(11, { shows: 'two' })]);
    const history = await History.open(store, 'production', loadProvider, new Date('2026-11-23T02:00:00Z'));
    expect(await chooseSnapshot(store, history, 'latest', around())).toMatchObject({
      manifest: { id: idAt(1) },
      because: 'Newer ones that do not count: 11 not believed.',
    });
    // The clock of this machine is behind: no id of the list can be used.
    const early = await History.open(store, 'production', loadProvider, new Date('2026-11-22T23:00:00Z'));
    await expect(chooseSnapshot(store, early, 'latest', around())).rejects.toMatchObject({
      code: 'snapshot-not-found',
      remedy: expect.stringMatching(/: in the future\. Check the clock of this machine/),
    });
  });

  test('the search ends after a fixed number of snapshots, and says what it met', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      ...many(LIMIT + 5, { shows: 'bad', reason: 'pre-rollback' }),
    ]);
    const found = await hourOf(store, 'latest', { live: liveIs('bad') });
    expect(found).toMatch(/^snapshot-not-found: No snapshot of "production" covers the scope\./);
    expect(found).toContain(`do not count: ${LIMIT} taken by a rollback. The 6 older ones were not looked at.`);
    // Of each: its manifest and its checksums.
    expect(store.opened).toHaveLength(2 * LIMIT);
  });

  test('a damaged one stops whoever reaches it, and nobody else', async () => {
    const store = await storeOf([
      { hour: 1, shows: 'one' },
      { hour: 2, shows: 'two' },
      { hour: 3, shows: 'bad' },
    ]);
    await store.put(`snapshots/production/${idAt(2)}/manifest.json`, Buffer.from('{}'));
    expect(await hourOf(store, 'latest', { live: liveIs('bad') })).toMatch(/^snapshot-corrupt/);
    expect(await hourOf(store, idAt(1))).toBe(1);
    expect(await hourOf(store, idAt(3))).toBe(3);
  });
});

describe('other selectors', () => {
  const given: Given[] = [
    { hour: 1, shows: 'one', of: 'two' },
    { hour: 2, shows: 'two', of: 'bad' },
    { hour: 3, shows: 'two', reason: 'pre-rollback' },
    { hour: 4, shows: null, scope: ['flags'] },
  ];

  test('the store of another repository is named as that, not as one without a snapshot', async () => {
    const origin = { environment: 'production', repository: 'acme/shop' };
    const foreign = ['a', 'b'].map((name, index): Given => ({
      hour: index + 1,
      shows: 'one',
      repository: `other/${name}`,
    }));
    const store = await storeOf(foreign);
    expect(await hourOf(store, 'latest', { origin })).toMatch(/^snapshot-foreign: .* belongs to other\/b,/);
    expect(await hourOf(store, idAt(1), { origin })).toMatch(/^snapshot-foreign: .* belongs to other\/a,/);
    // One of this repository that does not cover the scope: that says more.
    const mixed = await storeOf([...foreign, { hour: 3, shows: null, scope: ['flags'], repository: 'acme/shop' }]);
    expect(await hourOf(mixed, 'latest', { origin })).toMatch(/^snapshot-not-found/);
  });

  test('a mark on a snapshot of another repository is refused, and nothing older is taken instead', async () => {
    const origin = { environment: 'production', repository: 'acme/shop' };
    const store = await storeOf([
      { hour: 1, shows: 'one', repository: 'acme/shop' },
      { hour: 2, shows: 'one', repository: 'other/a' },
    ]);
    const mark = { by: 'ann', at: '2026-11-23T10:00:00.000Z' };
    for (const hour of [1, 2]) await putMark(store, 'production', idAt(hour), 'good', mark);
    expect(await hourOf(store, 'good', { origin })).toMatch(/^snapshot-foreign/);
  });

  test('a text that names nothing is refused', async () => {
    expect(await hourOf(await storeOf(given), 'not a name!')).toMatch(
      /^input-invalid: "not a name!" names no snapshot/,
    );
  });

  test('a commit: production served it, else the deploy of it took the snapshot', async () => {
    const store = await storeOf(given);
    expect(await hourOf(store, COMMITS.two)).toBe(2);
    expect(await hourOf(store, COMMITS.two.slice(0, 7))).toBe(2);
    expect(await hourOf(store, COMMITS.bad)).toBe(2);
    expect(await hourOf(store, COMMITS.one)).toBe(1);
    expect(await hourOf(store, COMMITS.fix)).toMatch(/^snapshot-not-found: No snapshot .* is of commit 4444444/);
    // One that shows no deployment is of no commit.
    const silent = await storeOf([...given, { hour: 5, shows: null }]);
    expect(await hourOf(silent, COMMITS.one)).toBe(1);
    expect(await hourOf(silent, COMMITS.fix)).toMatch(/^snapshot-not-found/);
  });

  test('a pull request: its merge commit', async () => {
    const store = await storeOf(given);
    const mergeCommit = (pull: number): Promise<string> => Promise.resolve(pull === 7 ? COMMITS.bad : COMMITS.fix);
    expect(await hourOf(store, '#7', { mergeCommit })).toBe(2);
    expect(await hourOf(store, '#8', { mergeCommit })).toMatch(/^snapshot-not-found: .* is of #8 \(merged as 4444/);
  });

  test('a time: the newest that covers the scope, at or before it', async () => {
    const store = await storeOf(given);
    expect(await hourOf(store, '2026-11-23T02:00Z')).toBe(2);
    expect(await hourOf(store, '2026-11-23T01:59:59Z')).toBe(1);
    expect(await hourOf(store, '2026-11-23T09:00Z')).toBe(2);
    expect(await hourOf(store, '2026-11-23T09:00Z', { scope: ['flags'] })).toBe(4);
    expect(await hourOf(store, '2026-11-22T09:00Z')).toMatch(/^snapshot-not-found/);
  });

  test('a time, in a store that lists only the newest ones at first: older pages are looked at, too', async () => {
    const others = Array.from({ length: 20 }, (_, index): Given => ({
      hour: index + 3,
      shows: null,
      scope: ['flags'],
    }));
    const store = paged(await storeOf([...given.slice(0, 2), ...others]));
    expect(await hourOf(store, '2026-11-23T01:30Z')).toBe(1);
    // A whole page, and two, that do not cover the scope.
    for (const hour of ['23', '13', '12', '03']) expect(await hourOf(store, `2026-11-23T${hour}:30Z`)).toBe(2);
    expect(await hourOf(store, '2026-11-23T23:30Z', { scope: ['other'] })).toMatch(/^snapshot-not-found/);
    expect(await hourOf(store, '2026-11-22T09:00Z')).toMatch(/^snapshot-not-found/);
  });

  test('a mark', async () => {
    const store = await storeOf(given);
    expect(await hourOf(store, 'marked')).toMatch(/^snapshot-not-found: .* has a mark/);
    const mark = { by: 'ann', at: '2026-11-23T10:00:00.000Z' };
    await putMark(store, 'production', idAt(1), 'good', mark);
    await putMark(store, 'production', idAt(4), 'black-friday', mark);
    expect(await hourOf(store, 'good')).toBe(1);
    // The newest marked one holds only the flags.
    expect(await hourOf(store, 'marked')).toBe(1);
    expect(await hourOf(store, 'marked', { scope: ['flags'] })).toBe(4);
    expect(await hourOf(store, 'goood')).toMatch(/^snapshot-not-found: .* has the mark "goood"/);
  });

  test('an id reads only that snapshot', async () => {
    const store = await storeOf(given);
    expect(await hourOf(store, idAt(3))).toBe(3);
    expect(store.opened.every((key) => key.includes(idAt(3)))).toBe(true);
    expect(await hourOf(store, '20200101T000000Z-000000')).toMatch(/^snapshot-not-found/);
  });
});

describe('release captures', () => {
  const release = (hour: number, shows: Given['shows'], after?: number): Given => ({
    hour,
    shows,
    reason: 'release',
    ...(after === undefined ? {} : { after }),
  });

  test('none is latest, and none hides the snapshot before it', async () => {
    const store = await storeOf([{ hour: 1, shows: 'one' }, release(2, 'bad', 1), release(3, null, 1)]);
    for (const live of [liveIs('bad'), liveIs('one'), null]) expect(await hourOf(store, 'latest', { live })).toBe(1);
  });

  const beforeDeploy = async (given: readonly Given[], live: Releases | null): Promise<number | string> => {
    const history = await History.open(await storeOf(given), 'production', loadProvider);
    const found = await snapshotBeforeDeploy(history, around({ live }));
    return found.kind === 'found' ? Number(found.manifest.id.slice(9, 11)) : found.kind;
  };

  test.each<[string, readonly Given[], Releases | null, number | string]>([
    [
      'the newest from before it',
      [
        { hour: 1, shows: 'one' },
        { hour: 2, shows: 'one' },
      ],
      liveIs('two'),
      2,
    ],
    ['captured again', [{ hour: 1, shows: 'one' }, release(2, 'two', 1)], liveIs('two'), 1],
    [
      'a snapshot from after it does not count',
      [
        { hour: 1, shows: 'one' },
        { hour: 2, shows: 'two' },
      ],
      liveIs('two'),
      1,
    ],
    ['none since the deploy before', [{ hour: 1, shows: 'one' }, release(2, 'two', 1)], liveIs('fix'), 'none'],
    ['only of a part', [{ hour: 1, shows: 'one', scope: ['web'] }], liveIs('two'), 'none'],
    ['only before a rollback', [{ hour: 1, shows: 'one', reason: 'pre-rollback' }], liveIs('two'), 'none'],
    ['production went back', [{ hour: 1, shows: 'one' }, release(2, 'bad', 1)], liveIs('one'), 'returned'],
    ['an empty store', [], liveIs('one'), 'none'],
    ['no resource shows a deployment', [{ hour: 1, shows: null }, release(2, null, 1)], null, 1],
  ])('the snapshot before a deploy: %s', async (_name, given, live, expected) => {
    expect(await beforeDeploy(given, live)).toBe(expected);
  });

  test.each<[string, readonly Given[], Releases | null, number | null]>([
    ['of the deploy that is live', [{ hour: 1, shows: 'one' }, release(2, 'bad', 1)], liveIs('bad'), 2],
    ['of the deploy that was rolled back', [{ hour: 1, shows: 'one' }, release(2, 'bad', 1)], liveIs('one'), 2],
    ['not after another deploy', [{ hour: 1, shows: 'one' }, release(2, 'bad', 1)], liveIs('fix'), null],
    ['the newest', [{ hour: 1, shows: 'one' }, release(2, 'bad', 1), release(3, 'bad', 1)], liveIs('bad'), 3],
    [
      'not of another snapshot',
      [{ hour: 1, shows: 'one' }, { hour: 2, shows: 'one' }, release(3, 'bad', 2)],
      liveIs('bad'),
      null,
    ],
    ['deployments unknown', [{ hour: 1, shows: null }, release(2, null, 1)], null, 2],
    [
      'deployments unknown, and another deploy prepared',
      [{ hour: 1, shows: null }, release(2, null, 1), { hour: 3, shows: null }],
      null,
      null,
    ],
  ])('the release capture for a plan: %s', async (_name, given, live, expected) => {
    const history = await History.open(await storeOf(given), 'production', loadProvider);
    const { manifest } = await history.entry(idAt(1));
    if (manifest === null) throw new Error('not read');
    const found = await releaseAfter(history, manifest, 'd', live);
    expect(found === null ? null : Number(found.id.slice(9, 11))).toBe(expected);
    expect(await releaseAfter(history, manifest, 'another digest', live)).toBeNull();
    expect(await releaseAfter(history, { ...manifest, salt: '1'.repeat(32) }, 'd', live)).toBeNull();
  });
});
