import { spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RewindError } from '../../src/runtime/errors.js';
import { acquireLock, type Lock, type LockRequest } from '../../src/store/lock.js';
import { thisProcess } from '../../src/runtime/process-identity.js';
import { lastOwner, presentOwner } from '../../src/store/lock-owner.js';
import { heldNow } from '../../src/store/lock-words.js';
import { LEASE_MS, type LockRecord } from '../../src/store/lock-record.js';
import type { Store } from '../../src/store/store.js';
import { testContext, type TestContext } from '../support/context.js';
import { errorOf, type StorePlace } from './store-suite.js';

const RUN = {
  ...{ repository: 'acme/shop', runId: 7, attempt: 1, actor: 'ada', triggeredBy: 'ada', event: 'workflow_dispatch' },
  ...{ url: 'https://github.com/acme/shop/actions/runs/7', sha: '' },
};
const DIGEST = 'd'.repeat(64);

/** What every store promises that has `create`: one run at a time changes an environment (src/store/lock.ts). */
export function runLockSuite(name: string, prepare: () => Promise<StorePlace>): void {
  describe(`lock in store ${name}`, () => {
    let place: StorePlace;
    let store: Store;
    let now: number;
    let ctx: TestContext;
    const taken: Lock[] = [];

    beforeEach(async () => {
      place = await prepare();
      store = await place.open();
      now = Date.parse('2026-11-23T03:04:00Z');
      // Time passes only when somebody waits.
      ctx = testContext({
        env: { GITHUB_ACTOR: 'ada' },
        clock: {
          now: () => new Date(now),
          monotonic: () => now,
          sleep: async (ms) => void (now += ms),
        },
      });
    });
    afterEach(async () => {
      for (const lock of taken.splice(0)) await lock.release();
      await place.remove();
    });

    const request = (changes: Partial<LockRequest> = {}): LockRequest => ({
      environment: 'production',
      command: 'rollback',
      digest: DIGEST,
      run: null,
      ...changes,
    });
    const take = async (changes: Partial<LockRequest> = {}, from = store): Promise<Lock> => {
      const lock = await acquireLock(from, ctx, request(changes));
      taken.push(lock);
      return lock;
    };
    const present = async () => (await store.list('locks/production')).map(({ key }) => key);
    /** Changes what the owner wrote of itself: another machine, a process that is gone. */
    const rewrite = async (changes: Record<string, unknown>): Promise<void> => {
      const key = (await present()).at(-1) ?? '';
      const record = JSON.parse(await text(await store.open(key))) as Record<string, unknown>;
      await store.put(key, Buffer.from(JSON.stringify({ ...record, ...changes })));
    };
    const elsewhere = { process: { host: 'runner-2', machine: '', pid: 1, started: '' } };

    test('each run that takes the lock has a higher order than the ones before, renewed or not', async () => {
      const first = await take();
      now += LEASE_MS;
      await first.assertHeld();
      await first.release();
      // A clock that is slow does not matter, and no more does a lock that a person removed.
      now -= 2 * LEASE_MS;
      const second = await take();
      await second.release();
      now += 3 * LEASE_MS;
      for (const key of await present()) await store.delete(key);
      const third = await take();
      const orders = [first, second, third].map(({ order }) => order ?? 0);
      expect([...new Set(orders)].sort((a, b) => a - b)).toEqual(orders);
    });

    test('the last owner is null, not an error, if another run renews the lock between the list and the reading', async () => {
      const lock = await take();
      expect(await lastOwner(store, 'production')).toMatchObject({ command: 'rollback', digest: DIGEST });
      const renewedMeanwhile: Store = {
        ...store,
        list: async (prefix) => {
          const objects = await store.list(prefix);
          await lock.release();
          return objects;
        },
        open: (key) => store.open(key),
      };
      expect(await lastOwner(renewedMeanwhile, 'production')).toBeNull();
      expect(await lastOwner(store, 'production')).toMatchObject({ released: true });
    });

    test('a reader that misses the lock each time says that its owner is unknown, and that one seems to work', async () => {
      const lock = await take();
      const renewedMeanwhile: Store = {
        ...store,
        list: async (prefix) => {
          const objects = await store.list(prefix);
          // The lease of a fresh lock is not renewed.
          now += LEASE_MS;
          await lock.assertHeld();
          return objects;
        },
        open: (key) => store.open(key),
      };
      const present = await presentOwner(renewedMeanwhile, ctx, 'production', null);
      expect(present).toEqual({ owner: { missed: 5 }, key: 'locks/production' });
      const { message, remedy } = heldNow(present ?? { owner: { missed: 0 }, key: '' }, new Date(now));
      expect(message).toContain(
        'seems to be working on this environment now: 5 times its lock below locks/production/ was gone',
      );
      expect(message).not.toContain('names no owner');
      expect(remedy).toContain('run this command again');
    });

    test('a reader sees who has the lock, and that it is free when it was released, has ended, or its owner is gone', async () => {
      const present = (run: LockRecord['run'] = null) => presentOwner(store, ctx, 'production', run);
      expect(await present()).toBeNull();
      const lock = await take({ run: RUN });
      expect(await present()).toMatchObject({ owner: { command: 'rollback', digest: DIGEST } });
      expect(await present({ ...RUN, attempt: 2 })).toBeNull();
      await lock.release();
      expect(await present()).toBeNull();
      await take();
      await rewrite(elsewhere);
      now += LEASE_MS + 29_999;
      expect(await present()).not.toBeNull();
      now += 1;
      expect(await present()).toBeNull();
      await take();
      await rewrite({ process: { ...thisProcess(), started: 'earlier' } });
      expect(await present()).toBeNull();
      await store.put((await store.list('locks/production')).at(-1)?.key ?? '', Buffer.from('?'));
      expect(await present()).toMatchObject({ owner: { problem: expect.stringContaining('not a lock') } });
      const without = { ...store };
      Reflect.deleteProperty(without, 'create');
      expect(await presentOwner(without, ctx, 'production', null)).toBeNull();
    });

    test('create: one of many creates a key, and what is there stays', async () => {
      const stores = [store, await place.open()];
      const made = await Promise.all(
        Array.from({ length: 12 }, async (_, n) => stores[n % 2]?.create?.('a/once', Buffer.from(`run ${n}`))),
      );
      expect(made.filter((each) => each === true)).toHaveLength(1);
      const winner = made.indexOf(true);
      expect(await text(await store.open('a/once'))).toBe(`run ${winner}`);
      expect(await store.create?.('a/once', Buffer.from('late'))).toBe(false);
      expect(await store.list('')).toEqual([{ key: 'a/once', bytes: `run ${winner}`.length }]);
      await store.delete('a/once');
      expect(await store.create?.('a/once', Buffer.from('again'))).toBe(true);
    });

    test('of many runs at once, one gets it; the others learn who has it, since when, and what to do', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, async (_, n) => take({}, n % 2 === 0 ? store : await place.open())),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { code, message, remedy } = await errorOf(take({ digest: 'e'.repeat(64), run: RUN }));
      expect(code).toBe('environment-locked');
      expect(message).toContain(`"rewind rollback" of ada, process ${process.pid} on `);
      expect(message).toContain('since 2026-11-23T03:04:00.000Z');
      expect(remedy).toContain('Wait until that run ends');
      // Another environment is another lock.
      await take({ environment: 'staging' });
      await taken[0]?.release();
      await take({ digest: null, command: 'migrate down' });
      expect(await present()).toHaveLength(1);
      // It has no plan, so no rollback goes on from it.
      expect((await errorOf(take())).remedy).toMatch(/the lock ends by itself at [\dT:.-]+Z\.$/);
    });

    test('a lock that its owner does not renew is free after its lease; the owner notices', async () => {
      const slow = await take();
      await rewrite(elsewhere);
      const other = { digest: 'e'.repeat(64) };
      now += LEASE_MS;
      // Clocks differ: not yet.
      expect((await errorOf(take(other))).code).toBe('environment-locked');
      now += 30_001;
      const second = await take(other);
      expect(await errorOf(slow.assertHeld())).toMatchObject({
        code: 'environment-locked',
        message: expect.stringContaining('took the lock of this environment over'),
        remedy: expect.stringMatching(/Then run the same rollback again: it goes on from there\.$/),
      });
      // What the first one releases is no longer its own.
      await slow.release();
      expect((await errorOf(take(other))).code).toBe('environment-locked');
      await second.assertHeld();
    });

    test.each([
      ['salvage', 'e'.repeat(64), {}, 'run the same "rewind salvage" again: it goes on from there.'],
      ['promote', null, {}, 'run "rewind promote" again.'],
      ['notify', null, { purpose: 'tell' }, 'send what is left with "rewind notify".'],
    ] as const)('a run of %s that lost its lock says what to run then', async (command, digest, more, then) => {
      const slow = await take({ command, digest, ...more });
      await rewrite(elsewhere);
      now += LEASE_MS + 30_001;
      await take({ digest: 'd'.repeat(64) });
      expect((await errorOf(slow.assertHeld())).remedy).toBe(`Wait until that run ends. Then ${then}`);
    });

    test('a store that refuses to remove the objects of earlier runs stops no run, and says so once', async () => {
      await (await take()).release();
      const remove = (): Promise<void> =>
        Promise.reject(new RewindError('store-write-failed', 'S3 answered 403', { remedy: 'Grant s3:DeleteObject.' }));
      const lock = await take({ digest: 'e'.repeat(64) }, { ...store, delete: remove });
      await lock.assertHeld();
      expect((await present()).length).toBeGreaterThan(1);
      await lock.release();
      expect(ctx.lines.filter((line) => line.includes('They lock nothing'))).toEqual([
        expect.stringContaining('S3 answered 403. They lock nothing. Grant s3:DeleteObject.'),
      ]);
      await take();
      expect(await present()).toHaveLength(1);
    });

    test('a renewed lock lives on', async () => {
      const lock = await take();
      await rewrite(elsewhere);
      for (let times = 0; times < 4; times += 1) {
        now += LEASE_MS;
        await lock.assertHeld();
      }
      await rewrite(elsewhere);
      expect((await errorOf(take({ digest: null }))).code).toBe('environment-locked');
    });

    test('the rollback of the same plan waits for the end of the lease, and says so; not for an owner that renews', async () => {
      await take();
      await rewrite(elsewhere);
      const before = now;
      await take();
      expect(ctx.lines.join('\n')).toContain('this run continues in at most 120 s');
      expect(now - before).toBeGreaterThanOrEqual(LEASE_MS + 30_000);

      await rewrite(elsewhere);
      const renewing = {
        ...ctx,
        clock: { ...ctx.clock, sleep: async () => (await taken[1]?.assertHeld(), void (now += LEASE_MS)) },
      };
      expect((await errorOf(acquireLock(store, renewing, request()))).code).toBe('environment-locked');
    });

    /** The released lock of another run under a number. */
    const release = async (key: string): Promise<void> => {
      await (await acquireLock(store, ctx, request({ environment: 'spare' }))).release();
      const spare = (await store.list('locks/spare')).at(-1)?.key ?? '';
      await store.put(key, Buffer.from(await text(await store.open(spare))));
    };

    test('a lock that cannot be read is held by an unknown owner, until a person removes it', async () => {
      const first = 'locks/production/000000001.json';
      await take();
      const whole = await text(await store.open(first));
      const damaged = ['', whole.slice(0, -20), JSON.stringify({ ...JSON.parse(whole), schemaVersion: 2 })];
      for (const content of damaged) {
        await store.put(first, Buffer.from(content));
        // Not even the rollback of the same plan: nobody knows of which plan the lock is.
        for (const changes of [{}, { digest: null }]) {
          const { code, message, remedy } = await errorOf(take(changes));
          expect(code).toBe('environment-locked');
          expect(message).toContain(`Its lock ${first} names no owner: its content is not a lock`);
          expect(message).toMatch(/It was written at 20\S+Z \((less than 1 min|\d+ (min|h|days)) ago\)/);
          expect(remedy).toMatch(/Then remove the lock: (rm|aws s3 rm) \S*locks\/production\/000000001\.json$/);
        }
        expect(await present()).toEqual([first]);
      }
      const denied: Store = {
        ...store,
        open: async () => Promise.reject(new RewindError('store-unreadable', 'S3 refused it (403).')),
      };
      expect(await errorOf(take({}, denied))).toMatchObject({
        code: 'environment-locked',
        message: expect.stringContaining('it cannot be read: S3 refused it (403). It was written'),
      });
      await store.delete(first);
      await take();
    });

    test('numbers grow without a limit of digits; other names are no locks', async () => {
      await release('locks/production/999999999.json');
      // A name that Rewind does not give, and a number that no lock gets.
      await store.put('locks/production/000009999999999.json', Buffer.from('garbage'));
      await store.put('locks/production/99999999999999999999.json', Buffer.from('garbage'));
      const lock = await take();
      expect(await present()).toContain('locks/production/1000000000.json');
      expect(await present()).not.toContain('locks/production/999999999.json');
      expect((await errorOf(take({ digest: null }))).code).toBe('environment-locked');
      await lock.assertHeld();
      await lock.release();
      await take();
    });

    test('a run that cannot add the next number pauses, ends after some tries, and obeys a signal', async () => {
      await release('locks/production/999999999999999.json');
      const before = now;
      const { code, message, remedy } = await errorOf(take());
      expect(code).toBe('environment-locked');
      expect(message).toContain('could not add the next number below locks/production/');
      expect(remedy).toContain('remove the objects below locks/production/');
      expect(now).toBeGreaterThan(before);

      const stop = new AbortController();
      const stopped = {
        ...ctx,
        signal: stop.signal,
        clock: { ...ctx.clock, sleep: async () => stop.abort() },
      };
      expect((await errorOf(acquireLock(store, stopped, request()))).code).toBe('cancelled');
    });

    test('an end that is too far away is not believed', async () => {
      await take();
      await rewrite({ ...elsewhere, until: '2027-11-23T03:04:00.000Z' });
      const { code, message, remedy } = await errorOf(take({ digest: null }));
      expect(code).toBe('environment-locked');
      expect(message).toContain('The end of its lock is unknown: 2027-11-23T03:04:00.000Z');
      expect(remedy).toContain('remove the object locks/production/000000001.json from the store');

      const before = now;
      await take();
      expect(ctx.lines.join('\n')).toContain('this run continues in at most 120 s');
      expect(now - before).toBe(LEASE_MS + 30_000);

      // What the remedy says.
      await rewrite({ ...elsewhere, until: '2027-11-23T03:04:00.000Z' });
      await store.delete((await present()).at(-1) ?? '');
      await take({ digest: null });
    });

    test('a process of this machine that is gone, and an earlier attempt of this run, hold nothing', async () => {
      const { pid } = spawnSync(process.execPath, ['--version']);
      await take({ digest: 'e'.repeat(64) });
      const key = (await present()).at(-1) ?? '';
      const own = JSON.parse(await text(await store.open(key))) as { process: Record<string, unknown> };
      await rewrite({ process: { ...own.process, pid } });
      await take();
      // The same number, but a process that started at another time.
      if (own.process.started !== '') await rewrite({ process: { ...own.process, started: '1' } });
      else await rewrite({ process: { ...own.process, pid } });
      await take({ run: RUN });
      await rewrite(elsewhere);
      expect((await errorOf(take({ digest: null, run: RUN }))).code).toBe('environment-locked');
      await take({ run: { ...RUN, attempt: 2 } });
      expect(now).toBe(Date.parse('2026-11-23T03:04:00Z'));
    });
  });
}
