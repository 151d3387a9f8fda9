import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { SetAside } from '../../src/engine/capabilities.js';
import type { PlannedChange } from '../../src/engine/plan.js';
import { problemsOf } from '../../src/incident/chain.js';
import { stillBeside } from '../../src/incident/beside.js';
import { metObligations, obligationsAfter } from '../../src/incident/obligations.js';
import { listIncidents, openIncidents, readEntries, readRecord, Recorder } from '../../src/incident/record.js';
import { incidentMarkdown, incidentText } from '../../src/report/incident.js';
import { recoveryHeadline, recoveryMarkdown, recoveryText, type ShownStatus } from '../../src/report/recovery.js';
import { openObligations, restoredAt, statusOf } from '../../src/incident/status.js';
import { chain, hashOf, parseEntry, type Content, type Entry, type Unchained } from '../../src/incident/entry.js';
import { RewindError } from '../../src/runtime/errors.js';
import type { Store } from '../../src/store/store.js';
import { memoryStore } from '../support/memory-store.js';
import { testContext } from '../support/context.js';

const ID = '20261126T030405Z-1a2b3c';
const OTHER = '20261126T040506Z-4d5e6f';
const DIGEST = 'a'.repeat(64);
const pinned: Content<'obligation'> = {
  id: 'production-pinned:web',
  kind: 'production-pinned',
  what: 'Production is pinned.',
  resource: 'web',
  items: [],
  rollback: DIGEST,
  discharge: 'promote the fix',
};

let store: Store;
let now = Date.parse('2026-11-26T03:04:05Z');
const clock = { ...testContext().clock, now: () => new Date((now += 1000)) };
const recorder = (id = ID): Recorder =>
  new Recorder(
    store,
    'production',
    id,
    { by: 'ada', run: null, redact: (words) => words.replace('hunter2', '***') },
    clock,
  );

const open = async (): Promise<string[]> => {
  const damaged: string[] = [];
  const found = await openIncidents(store, 'production', ({ message }) => damaged.push(`damaged: ${message}`));
  return [...found.map(({ id }) => id), ...damaged];
};

async function story(): Promise<void> {
  const log = recorder();
  await log.add('opened', { title: 'Checkout is broken', severity: 'critical' });
  const plannedAt = '2026-11-26T03:00:00.000Z';
  const releasedAt = '2026-11-26T02:00:00.000Z';
  await log.add(
    'planned',
    {
      ...{ digest: DIGEST, plan: 'rollback', snapshot: ID, database: 'none', changes: 2, plannedAt, releasedAt },
      command: 'rewind rollback',
    },
    'planned',
  );
  await log.add('rolled-back', {
    digest: DIGEST,
    snapshot: ID,
    ok: true,
    title: 'Rolled back',
    done: ['web/deployment'],
    failed: [],
    ...{ undoes: null, runs: 1, manual: [] },
    startedAt: '2026-11-26T03:02:30.000Z',
  });
  await log.add('obligation', pinned, 'pinned');
  await log.add('verified', { digest: DIGEST, ok: true, statement: 'production equals the snapshot' });
}

beforeEach(() => {
  store = memoryStore();
});

describe('the record', () => {
  test.each([
    ['that left everything to a person takes nothing back', { manual: ['env/secret'] }, true],
    ['takes a rollback back', { done: ['web/deployment'] }, false],
  ])('an undo %s', async (_what, outcome, holds) => {
    await story();
    await recorder().add('rolled-back', {
      ...{ digest: 'b'.repeat(64), snapshot: ID, ok: true, title: 'Undone', done: [], failed: [], manual: [] },
      ...{ undoes: DIGEST, runs: 1, startedAt: '2026-11-26T04:00:00.000Z' },
      ...outcome,
    });
    expect(restoredAt(await readEntries(store, 'production', ID)) !== undefined).toBe(holds);
  });

  test('is folded into what is not yet normal', async () => {
    await story();
    const entries = await readEntries(store, 'production', ID);
    expect(entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'opened'],
      [2, 'planned'],
      [3, 'rolled-back'],
      [4, 'obligation'],
      [5, 'verified'],
    ]);
    const status = statusOf(entries);
    expect(openObligations(status).map(({ id }) => id)).toEqual(['production-pinned:web']);
    expect(status.figures).toEqual({
      deployToRestoredMs: Date.parse(entries[4]?.at ?? '') - Date.parse('2026-11-26T02:00:00.000Z'),
      detectedToRestoredMs: Date.parse(entries[4]?.at ?? '') - Date.parse(entries[0]?.at ?? ''),
      approvalWaitMs: 150_000,
    });
    await recorder().add('discharged', { id: pinned.id, how: 'the fix was promoted' });
    const after = statusOf(await readEntries(store, 'production', ID));
    expect(openObligations(after)).toEqual([]);
    expect(after.obligations.find(({ id }) => id === pinned.id)?.discharged).toMatchObject({
      by: 'ada',
      how: 'the fix was promoted',
    });
  });

  test('machines whose clocks contradict each other give no figure, and no negative one', async () => {
    await story();
    const entries = await readEntries(store, 'production', ID);
    const late = entries.map((entry) => (entry.seq === 1 ? { ...entry, at: '2027-01-01T00:00:00.000Z' } : entry));
    expect(statusOf(late).figures).toMatchObject({ detectedToRestoredMs: null, approvalWaitMs: 150_000 });
  });

  test('an obligation that comes back is open again, since then', async () => {
    await story();
    await recorder().add('discharged', { id: pinned.id, how: 'promoted' });
    await recorder().add('obligation', pinned, 'pinned again');
    const entries = await readEntries(store, 'production', ID);
    expect(openObligations(statusOf(entries))).toMatchObject([{ since: entries.at(-1)?.at }]);
  });

  test('a rollback that was approved and did not succeed is open, also if nothing else was written', async () => {
    const approved = { digest: DIGEST, how: 'approved by bob', by: ['bob'] };
    await recorder().add('opened', { title: 'x', severity: null });
    await recorder().add('approved', approved);
    const outcome = { digest: DIGEST, snapshot: ID, title: 'INCOMPLETE', done: [], failed: [], manual: [] };
    const at = '2026-11-26T03:02:30.000Z';
    await recorder().add('rolled-back', { ...outcome, undoes: null, runs: 1, ok: false, startedAt: at });
    const unfinished = async (): Promise<string[]> =>
      openObligations(statusOf(await readEntries(store, 'production', ID))).map(({ discharge }) => discharge);
    expect(await unfinished()).toEqual([`rewind rollback --digest ${DIGEST}`]);
    await recorder().add('rolled-back', { ...outcome, undoes: null, runs: 2, ok: true, startedAt: at });
    expect(await unfinished()).toEqual([]);
  });

  test('what a run met is discharged; what lies beside production is not: only a reading proves that it is gone', () => {
    const one = (kind: Content<'obligation'>['kind'], resource: string | null, ...items: string[]) => ({
      ...pinned,
      id: `${kind}:${resource ?? ''}`,
      kind,
      resource,
      items,
      since: '2026-11-26T03:04:05Z',
    });
    const open = [
      one('unfinished-rollback', null, DIGEST),
      one('changes-undone', 'flags'),
      one('changes-undone', 'env'),
      one('kept-database', 'db', 'database "a"'),
      one('leftover', 'db', 'database "b"'),
      one('kept-database', 'unread', 'database "c"'),
      one('quarantined-commit', 'web', 'abc'),
    ];
    const undone = new Set(['flags']);
    const nowhere = new Set<string>();
    const met = (of: string): string[] => {
      const undo = { digest: 'b'.repeat(64), of, began: null, word: 'undone' } as const;
      return metObligations(open, { undo, undid: null, undone, pinned: nowhere }).map(({ id }) => id);
    };
    expect(met(DIGEST)).toEqual(['unfinished-rollback:', 'changes-undone:flags']);
    expect(met('c'.repeat(64))).not.toContain('unfinished-rollback:');
    const undid = { digest: 'b'.repeat(64), of: DIGEST };
    expect(metObligations(open, { undo: null, undid, undone, pinned: nowhere })).toEqual([
      { id: 'unfinished-rollback:', how: 'undone by the plan bbbbbbbbbbbb' },
    ]);
  });

  test('what lies beside production keeps its obligation open, also without its comment; what it became does not', () => {
    const drop = 'DROP DATABASE "a"';
    const keeps = (kind: 'kept-database' | 'leftover', now: SetAside): boolean =>
      stillBeside({ kind, items: ['database "a"'], what: 'database "a" (kept since y)' }, [now]) !== undefined;
    const all = (name: string): SetAside[] => {
      const what = `database "${name}"`;
      return [
        { kind: 'kept', name, what, since: 'x', snapshot: ID, drop },
        { kind: 'unfinished', what, why: 'x', drop },
        { kind: 'unmarked', what, why: 'x' },
      ];
    };
    expect(all('a').map((now) => keeps('kept-database', now))).toEqual([true, false, true]);
    // Complete, and swapped in and put aside since: nothing is left of the interrupted restore.
    expect(all('a').map((now) => keeps('leftover', now))).toEqual([false, true, true]);
    expect(all('b').map((now) => keeps('kept-database', now))).toEqual([false, false, false]);
    // RDS gives an instance its address later.
    const at = (address: string): SetAside => {
      const begins = 'RDS instance "shop-1" at ';
      return { kind: 'kept', what: `${begins}${address}`, begins, since: 'x', snapshot: ID, drop };
    };
    const items = [at('no address yet').what];
    const what = 'RDS instance "shop-1" (kept since y)';
    expect(stillBeside({ kind: 'kept-database', items, what }, [at('shop-1.example.com')])).toBeDefined();
    const other = ['RDS instance "shop-10" at x'];
    expect(stillBeside({ kind: 'kept-database', items: other, what }, [at('x')])).toBeUndefined();
  });

  test('data that a restore replaced: only an undo is named, and what a recovery leaves is not told as of an undo', () => {
    const restore = {
      resource: 'db',
      provider: 'postgres',
      id: 'restore',
      stage: 'database',
      action: 'run',
      target: 'database "shop"',
      before: 'a',
      after: 'b',
      database: 'restore',
      effect: 'live',
      undo: null,
      warnings: [],
      params: {},
    } satisfies PlannedChange;
    const facts = {
      ...{ incident: ID, digest: DIGEST, snapshot: ID, commits: [], kept: [], aside: new Map() },
      meanwhile: new Map<string, string>(),
      ...{ replays: new Set<string>(), holds: new Set<string>(), pinned: new Set<string>() },
      command: (words: readonly string[]) => `rewind ${words.join(' ')}`,
    };
    const of = (recovers: string | null): unknown =>
      obligationsAfter({
        ...{ ...facts, mitigation: null, recovers, undoes: recovers !== null },
        ...(recovers === null ? { done: [restore], manual: [] } : { done: [], manual: [restore] }),
      }).map(({ what, discharge }) => [what, discharge.split(' If ')[0]?.split(' Then: ')[0]]);
    const all = 'rewind undo aaaaaaaaaaaa plans to bring all changes of the rollback back;';
    expect(of(null)).toEqual([
      [expect.stringContaining('of "db" is undone'), `${all} a recovery does not bring data back.`],
    ]);
    expect(of('c'.repeat(64))).toEqual([
      ['The recovery did not bring back database "shop".', 'rewind undo cccccccccccc plans to bring it back.'],
    ]);
  });

  test('what lies beside production is recorded with its place, which a run that cannot tell it leaves as it is', async () => {
    const where = { server: '7', database: 'shop' };
    const object = { what: 'database "a"', drop: 'DROP DATABASE a' };
    const stated = (place: { where?: typeof where }) =>
      obligationsAfter({
        ...{ incident: ID, digest: DIGEST, snapshot: ID, commits: [], done: [], manual: [] },
        kept: [{ ...object, resource: 'db', since: ID, ...place }],
        aside: new Map([['db', [{ ...object, kind: 'unfinished', why: 'it is half made', ...place }]]]),
        meanwhile: new Map<string, string>(),
        ...{ replays: new Set<string>(), holds: new Set<string>(), pinned: new Set<string>() },
        ...{ mitigation: null, recovers: null, undoes: false },
        command: (words) => `rewind ${words.join(' ')}`,
      });
    const log = recorder();
    await log.add('opened', { title: 'x', severity: null });
    for (const one of [...stated({ where }), ...stated({})]) await log.add('obligation', one);
    const { obligations } = statusOf(await readEntries(store, 'production', ID));
    expect(obligations.map(({ kind, where: place }) => [kind, place])).toEqual([
      ['kept-database', where],
      ['leftover', where],
    ]);
    for (const one of stated({})) await log.add('obligation', { ...one, what: 'another one' });
    const { obligations: others } = statusOf(await readEntries(store, 'production', ID));
    expect(others.map(({ where: place }) => place)).toEqual([undefined, undefined]);
  });

  test('secrets are replaced before an entry is kept', async () => {
    await recorder().add('opened', { title: 'the password hunter2 leaked', severity: null });
    const [entry] = await readEntries(store, 'production', ID);
    expect(entry?.data).toMatchObject({ title: 'the password *** leaked' });
  });

  test('an event with a key is written once, also by another process', async () => {
    await story();
    expect(await recorder().add('obligation', pinned, 'pinned')).toBe(false);
    expect(await readEntries(store, 'production', ID)).toHaveLength(5);
  });

  test('two writers at once: each entry has its place, none is lost', async () => {
    await recorder().add('opened', { title: 'x', severity: null });
    await Promise.all(Array.from({ length: 12 }, (_, i) => recorder().add('note', { text: `note ${i}` })));
    const entries = await readEntries(store, 'production', ID);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    expect(new Set(entries.slice(1).map(({ data }) => JSON.stringify(data))).size).toBe(12);
  });

  test('two writers in turn, each of which knows its own entries only: none is lost', async () => {
    const [one, two] = [recorder(), recorder()];
    await one.add('opened', { title: 'x', severity: null });
    for (const i of [1, 2, 3]) for (const log of [two, one, one]) await log.add('note', { text: `note ${i}` });
    const entries = await readEntries(store, 'production', ID);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1));
    expect(await two.entries()).toHaveLength(8);
  });

  test('an entry that another process adds while the record is read is no damage', async () => {
    await story();
    const listed = store.list.bind(store);
    let added = false;
    store = {
      ...store,
      list: async (prefix) => {
        const before = await listed(prefix);
        if (!added) {
          added = true;
          await recorder().add('note', { text: 'from another process' });
        }
        return before;
      },
    };
    expect((await readEntries(store, 'production', ID)).at(-1)?.kind).toBe('note');
  });

  test('a reading that failed is made again before the next step: nothing old is taken for the record', async () => {
    const log = recorder();
    await log.add('opened', { title: 'x', severity: null });
    await recorder().add('note', { text: 'from another process' });
    const list = store.list.bind(store);
    let fails = true;
    const broken = { ...store, list: (prefix: string) => (fails ? Promise.reject(new Error('away')) : list(prefix)) };
    Object.assign(store, broken);
    log.refresh();
    await expect(log.entries()).rejects.toThrow('away');
    fails = false;
    expect((await log.entries()).map(({ kind }) => kind)).toEqual(['opened', 'note']);
  });

  test('a store whose objects expire gets the whole record with each run, each entry once; no other store does', async () => {
    await story();
    const writtenBy = async (more: Partial<Store>): Promise<string[]> => {
      const written: string[] = [];
      const whole = { ...store };
      Reflect.deleteProperty(whole, 'create');
      const put: Store['put'] = (key, content) => {
        written.push(key.slice(-'000001.json'.length, -'.json'.length));
        return whole.put(key, content);
      };
      store = { ...whole, ...more, put };
      const log = recorder();
      await log.add('note', { text: 'one' });
      await log.add('note', { text: 'two' });
      return written.filter((name) => !name.endsWith('head'));
    };
    expect(await writtenBy({})).toEqual(['000006', '000007']);
    // The second step carries what the first one wrote: that it lies there already costs nothing.
    const carried = await writtenBy({ expires: true });
    expect([...new Set(carried)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((seq) => `00000${seq}`));
    expect(carried.filter((name) => name <= '000007')).toHaveLength(7);
    expect(await readEntries(store, 'production', ID)).toHaveLength(9);
  });

  test('one process writes at once in a store that cannot tell whether an object exists: none is lost', async () => {
    Reflect.deleteProperty(store, 'create');
    const log = recorder();
    await log.add('opened', { title: 'x', severity: null });
    await Promise.all(Array.from({ length: 6 }, (_, i) => log.add('note', { text: `note ${i}` })));
    const texts = (await readEntries(store, 'production', ID)).slice(1).map(({ data }) => data);
    expect(texts).toEqual(Array.from({ length: 6 }, (_, i) => ({ text: `note ${i}` })));
  });

  test('an entry that finds no place is an error: it is not lost in silence', async () => {
    await story();
    store = { ...store, create: () => Promise.resolve(false) };
    await expect(recorder().add('note', { text: 'x' })).rejects.toMatchObject({ code: 'store-write-failed' });
    expect(await readEntries(store, 'production', ID)).toHaveLength(5);
  });

  test('a long record: a process reads it once, with few files open at once', async () => {
    const memory = memoryStore();
    store = memory;
    const log = recorder();
    await log.add('opened', { title: 'x', severity: null });
    for (let i = 0; i < 200; i += 1) await log.add('note', { text: `note ${i}` });
    expect(memory.opened).toEqual([]);
    let now = 0;
    let most = 0;
    const open = async (key: string): Promise<Readable> => {
      most = Math.max(most, (now += 1));
      return (await memory.open(key)).on('close', () => (now -= 1));
    };
    store = { ...memory, open };
    const later = recorder();
    for (const word of ['a', 'b', 'c']) await later.add('note', { text: word });
    // 201 entries and the head.
    expect(memory.opened).toHaveLength(202);
    expect(most).toBeLessThan(40);
    expect(await readEntries(store, 'production', ID)).toHaveLength(204);
  });

  test('the newest open incident is found; a closed one is not', async () => {
    await story();
    await recorder(OTHER).add('opened', { title: 'later', severity: null });
    expect(await listIncidents(store, 'production')).toEqual([ID, OTHER]);
    expect(await open()).toEqual([OTHER, ID]);
    await recorder(OTHER).add('closed', { reason: 'a false alarm' });
    expect(await open()).toEqual([ID]);
    await store.put(`incidents/production/${ID}/000002.json`, Buffer.from('{}'));
    expect(await open()).toEqual([`damaged: The record of incident ${ID} was changed or is damaged.`]);
  });

  test('an incident of which the writer was killed before the first head is listed and open', async () => {
    await recorder().add('opened', { title: 'x', severity: null });
    await store.delete(`incidents/production/${ID}/head.json`);
    expect(await listIncidents(store, 'production')).toEqual([ID]);
    expect(await open()).toEqual([ID]);
  });

  test('a store that fails while an incident is read is no damage, and no reason to leave the incident out', async () => {
    await story();
    const failed = new RewindError('store-unreadable', 'S3 refused it (403).');
    for (const error of [failed, new Error('a bug')]) {
      const broken = { ...store, open: () => Promise.reject(error) };
      const damaged: unknown[] = [];
      await expect(openIncidents(broken, 'production', (each) => damaged.push(each))).rejects.toBe(error);
      expect(damaged).toEqual([]);
    }
  });

  test('only the first entry opens an incident: nothing is added to one that is not there', async () => {
    const log = recorder();
    await expect(log.add('note', { text: 'x' })).rejects.toMatchObject({ code: 'incident-not-found' });
    await expect(log.entries()).rejects.toMatchObject({ code: 'incident-not-found' });
    await expect(readEntries(store, 'production', ID)).rejects.toMatchObject({ code: 'incident-not-found' });
    expect(await store.list('')).toEqual([]);
    await log.add('opened', { title: 'x', severity: null });
    await log.add('note', { text: 'y' });
    expect((await log.entries()).map(({ kind }) => kind)).toEqual(['opened', 'note']);
  });

  test('incidents are listed in the order of their ids, whatever the store lists first; a folder with another name is none', async () => {
    await recorder(OTHER).add('opened', { title: 'later', severity: null });
    await recorder().add('opened', { title: 'x', severity: null });
    await store.put('incidents/production/backup/000001.json', Buffer.from('{}'));
    const list = store.list.bind(store);
    store = { ...store, list: async (prefix) => (await list(prefix)).reverse() };
    expect(await listIncidents(store, 'production')).toEqual([ID, OTHER]);
    expect(await open()).toEqual([OTHER, ID]);
  });

  test('a writer that was killed at any write: the next one goes on, and nothing is doubled', async () => {
    for (let kill = 1; kill <= 10; kill += 1) {
      store = memoryStore();
      let writes = 0;
      const real = store;
      const stopped = (): void => {
        if ((writes += 1) === kill) throw new Error('killed');
      };
      store = {
        ...real,
        put: (key, content) => (stopped(), real.put(key, content)),
        create: (key, content) => (stopped(), real.create?.(key, content) ?? Promise.resolve(true)),
      };
      const write = async (): Promise<void> => {
        if ((await listIncidents(store, 'production')).length === 0)
          await recorder().add('opened', { title: 'x', severity: null }, 'opened');
        await recorder().add('note', { text: 'one' }, 'one');
        await recorder().add('obligation', pinned, 'pinned');
      };
      await write().catch(() => undefined);
      await write();
      const kinds = (await readEntries(store, 'production', ID)).map(({ kind }) => kind);
      expect(kinds).toEqual(['opened', 'note', 'obligation']);
    }
  });
});

describe('an altered record', () => {
  const put = (seq: number, content: string): Promise<unknown> =>
    store.put(`incidents/production/${ID}/${String(seq).padStart(6, '0')}.json`, Buffer.from(content));
  const read = async (seq: number): Promise<string> =>
    text(await store.open(`incidents/production/${ID}/${String(seq).padStart(6, '0')}.json`));
  const drop = (seq: number): Promise<void> =>
    store.delete(`incidents/production/${ID}/${String(seq).padStart(6, '0')}.json`);
  const problems = async (): Promise<string[]> => {
    const { stored, head } = await readRecord(store, 'production', ID);
    return problemsOf(stored, ID, head);
  };

  test.each([1, 2, 3, 4, 5])('entry %i changed, dropped, replaced: verify names it', async (seq) => {
    await story();
    expect(await problems()).toEqual([]);
    const good = await read(seq);
    await put(seq, good.replace('"by":"ada"', '"by":"eve"'));
    expect((await problems())[0]).toBe(`Entry ${seq} was changed: its hash does not match its content.`);
    await put(seq, 'nonsense');
    expect(await problems()).toEqual([`Entry ${seq} cannot be read.`]);
    await drop(seq);
    expect((await problems())[0]).toContain(`Entry ${seq} is missing`);
    await expect(recorder().add('note', { text: 'x' })).rejects.toMatchObject({ code: 'incident-corrupt' });
  });

  test('a record of which only the head is left is damaged; a folder with other files is no record', async () => {
    await story();
    for (const { key } of await store.list(`incidents/production/${ID}`))
      if (!key.endsWith('/head.json')) await store.delete(key);
    await store.put(`incidents/production/${OTHER}/notes.txt`, Buffer.from('x'));
    expect(await listIncidents(store, 'production')).toEqual([ID]);
    const { stored, head } = await readRecord(store, 'production', ID);
    expect(problemsOf(stored, ID, head)).toEqual(['Entry 5 is missing: the record once ended with it.']);
    await expect(readEntries(store, 'production', ID)).rejects.toMatchObject({ code: 'incident-corrupt' });
  });

  test('a gap is told in one sentence', async () => {
    await story();
    for (const seq of [2, 3, 4]) await store.delete(`incidents/production/${ID}/00000${seq}.json`);
    const { stored, head } = await readRecord(store, 'production', ID);
    expect(problemsOf(stored, ID, head)).toEqual(['Entries 2 to 4 are missing.', 'Entry 5 does not follow entry 1.']);
  });

  test('two entries that changed places are both named', async () => {
    await story();
    const [second, third] = [await read(2), await read(3)];
    await put(2, third);
    await put(3, second);
    expect((await problems()).slice(0, 2)).toEqual(['Entry 2 has the number 3.', 'Entry 3 has the number 2.']);
  });

  test('a chain that was calculated again does not hold the head that was shown', async () => {
    await story();
    const shown = (await readEntries(store, 'production', ID)).at(-1);
    store = memoryStore();
    await recorder().add('opened', { title: 'Nothing happened', severity: 'minor' });
    const { stored } = await readRecord(store, 'production', ID);
    expect(problemsOf(stored, ID, null, { seq: shown?.seq ?? 0, hash: shown?.hash ?? '' })).toEqual([
      'Entry 5 is missing: the record once ended with it.',
    ]);
  });

  test('a chain of the same length that was calculated again: neither head, the one of the store nor the one shown, fits', async () => {
    await story();
    const { head } = await readRecord(store, 'production', ID);
    if (head === null || head === 'unreadable') throw new Error('no head');
    const last = (await readEntries(store, 'production', ID)).at(-2);
    await drop(5);
    const { incident, environment, at, run, key, kind, data } = parseEntry(await read(4), '4');
    const forged = chain({ incident, environment, at, by: 'eve', run, key, kind, data } as Unchained, last);
    await put(5, JSON.stringify(forged));
    const told = ['Entry 5 is not the one that the record once ended with.'];
    expect(await problems()).toEqual(told);
    await expect(readEntries(store, 'production', ID)).rejects.toMatchObject({ code: 'incident-corrupt' });
    // Whoever forges the record forges its head, too; the one that was shown stays.
    const { stored } = await readRecord(store, 'production', ID);
    const own = { seq: 5, hash: forged.hash };
    expect(problemsOf(stored, ID, own)).toEqual([]);
    expect(problemsOf(stored, ID, own, head)).toEqual(told);
  });

  test.each([
    ['another kind', { kind: 'note', data: { text: 'x' } }],
    ['an entry before it', { previous: 'a'.repeat(64) }],
  ])('a first entry with %s opens no incident, although its hash fits', async (_name, other) => {
    await recorder().add('opened', { title: 'x', severity: null });
    const changed = { ...parseEntry(await read(1), '1'), ...other } as Entry;
    await put(1, JSON.stringify({ ...changed, hash: hashOf(changed) }));
    await store.delete(`incidents/production/${ID}/head.json`);
    expect(await problems()).toEqual(['Entry 1 does not open an incident.']);
  });

  test('nothing opens an incident in the place of a damaged record, or of one that cannot be read: its head stays', async () => {
    await story();
    await drop(1);
    const head = `incidents/production/${ID}/head.json`;
    const before = await text(await store.open(head));
    const opened = (): Promise<boolean> => recorder().add('opened', { title: 'Nothing happened', severity: 'minor' });
    await expect(opened()).rejects.toMatchObject({ code: 'incident-corrupt' });
    const whole = store;
    store = { ...whole, list: () => Promise.reject(new RewindError('store-unreadable', 'S3 refused it (403).')) };
    await expect(opened()).rejects.toMatchObject({ code: 'store-unreadable' });
    store = whole;
    expect(await text(await store.open(head))).toBe(before);
    expect((await store.list('')).map(({ key }) => key)).not.toContain(`incidents/production/${ID}/000001.json`);
  });

  test('a head that is missing or unreadable is told, except after the very first entry', async () => {
    await recorder().add('opened', { title: 'x', severity: null });
    await store.delete(`incidents/production/${ID}/head.json`);
    expect(await problems()).toEqual([]);
    await recorder().add('note', { text: 'y' });
    await store.put(`incidents/production/${ID}/head.json`, Buffer.from('x'));
    expect(await problems()).toEqual(['head.json cannot be read.']);
    await store.delete(`incidents/production/${ID}/head.json`);
    expect((await problems())[0]).toContain('head.json is missing');
  });

  test('an entry of another incident does not fit', async () => {
    await story();
    await recorder(OTHER).add('opened', { title: 'other', severity: null });
    await put(1, await text(await store.open(`incidents/production/${OTHER}/000001.json`)));
    expect((await problems())[0]).toBe(`Entry 1 belongs to incident ${OTHER}.`);
  });
});

describe('the texts', () => {
  test('a rollback that is not finished names the command that finishes it, and the one that leaves it', async () => {
    const log = recorder();
    await log.add('opened', { title: 'Checkout is broken', severity: null });
    await log.add('approved', { digest: DIGEST, how: 'approved', by: ['ada'] });
    expect(openObligations(statusOf(await log.entries()))).toMatchObject([
      {
        discharge: `rewind rollback --digest ${DIGEST}`,
        what: expect.stringContaining(
          `To leave it so: rewind incident discharge ${ID} --obligation unfinished-rollback:${DIGEST.slice(0, 12)} --reason '`,
        ),
      },
    ]);
  });

  test('a long timeline shows its newest entries, and says so', async () => {
    const log = recorder();
    await log.add('opened', { title: 'Checkout is broken', severity: null });
    await log.add('note', { text: 'the oldest note' });
    const [opened, note] = await log.entries();
    if (opened === undefined || note === undefined) throw new Error('no entries');
    const all = [opened, note, ...Array.from({ length: 99 }, () => ({ ...note, data: { text: 'later' } }) as Entry)];
    const shown = incidentText(statusOf([opened]), all, new Date());
    expect(shown).toContain('Timeline (UTC), the last 100 of 101 entries (--json shows all):');
    expect([shown.includes('the oldest note'), shown.includes('opened by')]).toEqual([true, false]);
    expect(incidentText(statusOf([opened]), [opened, note], new Date())).toContain('Timeline (UTC):\n');
  });

  test('a thousand obligations: the first hundred are shown, and how many more there are', async () => {
    const log = recorder();
    await log.add('opened', { title: 'Checkout is broken', severity: null });
    for (let index = 0; index < 101; index += 1) {
      await log.add('obligation', { ...pinned, id: `pin:${index}`, what: `what ${index}.` }, `pin ${index}`);
    }
    const status = statusOf(await log.entries());
    const shown = [incidentText(status, null, new Date()), incidentMarkdown(status, null, new Date())];
    const recovering: ShownStatus = {
      ...{ environment: 'production', place: '/store', incidents: [ID], unrecorded: [], unread: [], waiting: false },
      // The first one is no longer so: what is still so comes before it.
      obligations: openObligations(status).map((one, index) => ({
        ...one,
        incident: ID,
        reading: { state: index === 0 ? 'met' : 'holds', why: 'read' },
      })),
      command: (words) => words.join(' '),
    };
    expect(shown.map((text) => text.includes('what 99.') && !text.includes('what 100.'))).toEqual([true, true]);
    const left = [recoveryText(recovering, new Date()), recoveryMarkdown(recovering)];
    expect(left.map((text) => text.includes('what 100.') && !text.includes('what 0.'))).toEqual([true, true]);
    for (const text of [...shown, ...left]) expect(text).toContain('… and 1 more (--json shows all)');
  });

  test('of several incidents that are normal, each gets its command', () => {
    const text = recoveryHeadline({
      environment: 'production',
      place: '/store',
      incidents: [OTHER, ID],
      obligations: [],
      unrecorded: [],
      unread: [],
      waiting: false,
      command: (words) => ['rewind', ...words].join(' '),
    });
    expect(text).toBe(
      `"production" is normal. To close the 2 incidents: rewind incident close ${OTHER} --reason why; rewind incident close ${ID} --reason why`,
    );
  });
});
