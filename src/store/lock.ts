import type { Context } from '../runtime/context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { operatorOf } from '../runtime/operator.js';
import { thisProcess } from '../runtime/process-identity.js';
import { sentences } from '../runtime/text.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import { endsAt, isDead, keyBelow, numbersBelow, readLock } from './lock-owner.js';
import { LEASE_MS, LONGEST_MS, type LockRecord, type Unreadable } from './lock-record.js';
import { heldBy, heldByUnknown, notTaken, ownerText, takenOver, WORDS, type Words } from './lock-words.js';
import type { Store } from './store.js';

const RENEW_MS = 30_000;
const POLL_MS = 2_000;
/** How often a run tries to create the next number, and the pause between two tries. */
const TRIES = 20;
const RETRY_MS = 200;

export interface LockRequest {
  readonly environment: string;
  /** The command that changes production, e.g. `rollback`. */
  readonly command: string;
  readonly digest: string | null;
  readonly run: WorkflowRun | null;
  /** What the lock is for; default `change`. */
  readonly purpose?: keyof typeof WORDS;
}

/** The right to change one environment, of one run. */
export interface Lock {
  /** Grows with each run that takes the lock of this environment; null for a store without a lock. */
  readonly order: number | null;
  /** @throws RewindError environment-locked if another run has it now; the store's errors */
  assertHeld(): Promise<void>;
  /** Never fails: what cannot be released expires. */
  release(): Promise<void>;
}

type LockContext = Pick<Context, 'clock' | 'log' | 'randomHex' | 'signal' | 'env'>;

/**
 * One run at a time changes an environment. The lock is the object with the highest number below `locks/<environment>/`.
 * Taking, renewing and releasing it each creates the next number, only if it is absent, and removes the ones before: of two
 * runs one wins, and nobody can renew what another one took over. The highest number is never removed, so no number is
 * used twice.
 *
 * A lock is free when it was released, has expired, was not renewed while this run watched it for the longest time that a
 * lease can last, or when its owner is surely gone: its process on this machine, or an
 * earlier attempt of this GitHub run. A lock that cannot be read is held by an unknown owner until a person removes it. The rollback with the digest of the owner waits for the end of the lease; every other
 * command fails at once.
 *
 * A store without `create` has no lock: its service runs one rollback at a time.
 *
 * @throws RewindError environment-locked, cancelled, and the store's errors
 */
export async function acquireLock(store: Store, ctx: LockContext, request: LockRequest): Promise<Lock> {
  if (store.create === undefined) {
    return { order: null, assertHeld: async () => undefined, release: async () => undefined };
  }
  const held = new HeldLock(store, store.create.bind(store), ctx, request);
  await held.acquire();
  return held;
}

class HeldLock implements Lock {
  private readonly folder: string;
  private mine: Omit<LockRecord, 'until' | 'released'>;
  private number = 0;
  /** Also higher after the numbers began again: no run takes a number a millisecond. */
  order = 0;
  private until = 0;
  private timer: NodeJS.Timeout | undefined;
  /** One warning of old objects is enough. */
  private warned = false;
  /** One step at a time: two renewals at once would take each other for another run. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly words: Words;

  constructor(
    private readonly store: Store,
    private readonly create: NonNullable<Store['create']>,
    private readonly ctx: LockContext,
    { environment, command, digest, run, purpose = 'change' }: LockRequest,
  ) {
    this.words = WORDS[purpose];
    this.folder = `locks/${environment}`;
    this.mine = {
      kind: 'rewind-lock',
      schemaVersion: 1,
      token: ctx.randomHex(16),
      digest,
      command,
      by: run?.triggeredBy ?? operatorOf(ctx.env),
      process: thisProcess(),
      run: run && { url: run.url, attempt: run.attempt },
      since: ctx.clock.now().toISOString(),
      numbersBegan: ctx.clock.now().getTime(),
    };
  }

  async acquire(): Promise<void> {
    let watched: { number: number; since: number } | undefined;
    for (let tries = 0; tries < TRIES;) {
      if (this.ctx.signal.aborted) {
        throw new RewindError('cancelled', `The run was cancelled before it had the lock. ${this.words.not}`);
      }
      const present = await this.highest();
      const owner = present === null ? 'absent' : await this.read(present);
      if (owner !== 'absent' && 'problem' in owner) throw await this.unknownOwner(this.keyOf(present ?? 0), owner);
      const left = this.left(owner, watched?.number === present ? watched.since : undefined);
      if (present === null || owner === 'absent' || left <= 0) {
        if (owner !== 'absent') this.mine = { ...this.mine, numbersBegan: owner.numbersBegan };
        if (await this.succeed(present ?? 0, false)) {
          this.order = this.mine.numbersBegan + this.number;
          this.timer = setInterval(() => this.renewInBackground(), RENEW_MS).unref();
          return;
        }
        tries += 1;
        await this.ctx.clock.sleep(RETRY_MS, this.ctx.signal);
        continue;
      }
      // A renewal in the meantime proves that the owner lives.
      const renewed = watched !== undefined && watched.number !== present;
      if (renewed || !this.mayWait(owner)) {
        throw heldBy(this.words, owner, this.keyOf(present), this.ctx.clock.now());
      }
      if (watched === undefined) {
        this.ctx.log.info(
          `An interrupted run of this rollback still has the lock (${ownerText(owner)}). If it does not renew it, this run continues in at most ${Math.ceil(left / 1000)} s.`,
        );
        watched = { number: present, since: this.ctx.clock.monotonic() };
      }
      await this.ctx.clock.sleep(Math.min(POLL_MS, Math.max(1, left)), this.ctx.signal);
    }
    throw notTaken(this.words, this.folder, TRIES);
  }

  assertHeld(): Promise<void> {
    return this.inTurn(async () => {
      const isFresh = this.ctx.clock.now().getTime() < this.until - LEASE_MS / 2;
      if (!isFresh || (await this.highest()) !== this.number) await this.renew();
    });
  }

  release(): Promise<void> {
    clearInterval(this.timer);
    return this.inTurn(async () => {
      await this.succeed(this.number, true);
    }).catch((error: unknown) => {
      this.ctx.log.warn(
        sentences(
          `The lock of the environment could not be released: ${asRewindError(error).message}`,
          `It ends by itself at ${new Date(this.until).toISOString()}.`,
        ),
      );
    });
  }

  private inTurn(step: () => Promise<void>): Promise<void> {
    const turn = this.last.then(step);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private renewInBackground(): void {
    this.inTurn(() => this.renew()).catch((error: unknown) => {
      this.ctx.log.warn(`The lock of the environment could not be renewed: ${asRewindError(error).message}`);
    });
  }

  private async renew(): Promise<void> {
    if (await this.succeed(this.number, false)) return;
    const present = await this.highest();
    const owner = present === null ? 'absent' : await this.read(present);
    throw takenOver(this.words, this.mine, owner === 'absent' || 'problem' in owner ? null : owner);
  }

  /** Creates the number after `before`. @returns false if another run was first */
  private async succeed(before: number, released: boolean): Promise<boolean> {
    const until = this.ctx.clock.now().getTime() + LEASE_MS;
    const next: LockRecord = { ...this.mine, until: new Date(until).toISOString(), released };
    const number = before + 1;
    if (!(await this.create(this.keyOf(number), Buffer.from(`${JSON.stringify(next)}\n`)))) return false;
    // A number that was removed before can be created again; then there is a higher one.
    if ((await this.highest()) !== number) return false;
    this.number = number;
    this.until = until;
    await this.removeBefore(number);
    return true;
  }

  /** The lock is taken already, and older numbers lock nothing: a store that keeps them stops no run. */
  private async removeBefore(number: number): Promise<void> {
    try {
      for (const each of await this.numbers()) if (each < number) await this.store.delete(this.keyOf(each));
    } catch (error) {
      if (this.ctx.signal.aborted || this.warned) return;
      this.warned = true;
      const { message, remedy } = asRewindError(error);
      this.ctx.log.warn(
        sentences(`Old objects of the lock could not be removed: ${message}`, 'They lock nothing.', remedy),
      );
    }
  }

  private keyOf(number: number): string {
    return keyBelow(this.folder, number);
  }

  private numbers(): Promise<number[]> {
    return numbersBelow(this.store, this.folder);
  }

  private async highest(): Promise<number | null> {
    const numbers = await this.numbers();
    return numbers.length === 0 ? null : Math.max(...numbers);
  }

  /** As `readLock`, but one that the store does not give may hold the lock. */
  private async read(number: number): Promise<LockRecord | Unreadable | 'absent'> {
    try {
      return await readLock(this.store, this.keyOf(number));
    } catch (error) {
      if (this.ctx.signal.aborted) throw error;
      return { problem: `it cannot be read: ${asRewindError(error).message.replace(/\.$/, '')}` };
    }
  }

  private async unknownOwner(key: string, owner: Unreadable): Promise<RewindError> {
    return heldByUnknown(this.words, owner, key, await this.store.describe?.(key), this.ctx.clock.now());
  }

  /**
   * Milliseconds until the lock is free by every clock; 0 or less if it is free.
   * @param watchedSince monotonic time since when this run has seen the same lock, which ends it whatever `until` says
   */
  private left(owner: LockRecord | 'absent', watchedSince = this.ctx.clock.monotonic()): number {
    if (owner === 'absent' || owner.released || isDead(owner, this.mine.run)) return 0;
    const unchanged = LONGEST_MS - (this.ctx.clock.monotonic() - watchedSince);
    return Math.min(endsAt(owner) - this.ctx.clock.now().getTime(), unchanged);
  }

  /** A process of this machine that is not gone is at work. */
  private mayWait(owner: LockRecord): boolean {
    const { host, machine } = this.mine.process;
    const here = owner.process.host === host && owner.process.machine === machine;
    return owner.digest !== null && owner.digest === this.mine.digest && !here;
  }
}
