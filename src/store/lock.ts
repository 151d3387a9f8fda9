import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Context } from '../runtime/context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import { operatorOf } from '../runtime/operator.js';
import { isGone, thisProcess } from '../runtime/process-identity.js';
import { age } from '../runtime/progress.js';
import { sentences } from '../runtime/text.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import type { Store } from './store.js';

/** Milliseconds after which a lock that its owner does not renew belongs to nobody. */
export const LEASE_MS = 90_000;
/** Clocks of two machines differ. */
const SKEW_MS = 30_000;
const RENEW_MS = 30_000;
const POLL_MS = 2_000;
/** No owner that lives leaves its lock unchanged for longer, and none writes an end that is further away. */
const LONGEST_MS = LEASE_MS + SKEW_MS;
/** How often a run tries to create the next number, and the pause between two tries. */
const TRIES = 20;
const RETRY_MS = 200;
/** No lock gets a number with more digits. `Number` is exact up to here. */
const NUMBER = /^(\d{9,15})\.json$/;

const record = z.strictObject({
  kind: z.literal('rewind-lock'),
  schemaVersion: z.literal(1),
  token: z.string(),
  /** Of the plan that is applied; null for a command without one. */
  digest: z.string().nullable(),
  command: z.string(),
  /** Who runs it, for people. */
  by: z.string(),
  process: z.strictObject({ host: z.string(), machine: z.string(), pid: z.number(), started: z.string() }),
  run: z.strictObject({ url: z.string(), attempt: z.number() }).nullable(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** When the numbers began, in milliseconds: with the first lock, and again after a person removed the lock. */
  numbersBegan: z.number().int(),
  released: z.boolean(),
});
type LockRecord = z.infer<typeof record>;

/** What a run without the lock says: what the owner does, what this run has not done, and what to do after the owner. */
const WORDS = {
  change: {
    does: 'changing this environment',
    not: 'Nothing was changed by this run.',
    then: 'make a new plan',
  },
  tell: {
    does: 'telling the channels of this environment',
    not: 'This run does not send what is left.',
    then: 'send what is left with "rewind notify"',
  },
} as const;

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
  private readonly words: (typeof WORDS)[keyof typeof WORDS];

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
      if (owner !== 'absent' && 'problem' in owner) throw await this.heldByUnknown(this.keyOf(present ?? 0), owner);
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
      if (renewed || !this.mayWait(owner)) throw this.locked(owner, this.keyOf(present));
      if (watched === undefined) {
        this.ctx.log.info(
          `An interrupted run of this rollback still has the lock (${describe(owner)}). If it does not renew it, this run continues in at most ${Math.ceil(left / 1000)} s.`,
        );
        watched = { number: present, since: this.ctx.clock.monotonic() };
      }
      await this.ctx.clock.sleep(Math.min(POLL_MS, Math.max(1, left)), this.ctx.signal);
    }
    throw new RewindError(
      'environment-locked',
      `This run could not take the lock of this environment: ${TRIES} times it could not add the next number below ${this.folder}/. ${this.words.not}`,
      {
        remedy: `Run it again. If it fails again while no other run works, remove the objects below ${this.folder}/ from the store.`,
      },
    );
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
    const who = owner === 'absent' || 'problem' in owner ? 'another run' : describe(owner);
    throw new RewindError('environment-locked', `Another run took the lock of this environment over: ${who}.`, {
      remedy: 'Wait until that run ends. Then run the same rollback again: it goes on from there.',
    });
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
    return `${this.folder}/${String(number).padStart(9, '0')}.json`;
  }

  private async numbers(): Promise<number[]> {
    const objects = await this.store.list(this.folder);
    return objects.flatMap(({ key }) => {
      const found = NUMBER.exec(key.slice(this.folder.length + 1))?.[1];
      // Only the name that `keyOf` gives: one number has one object.
      return found !== undefined && key === this.keyOf(Number(found)) ? [Number(found)] : [];
    });
  }

  private async highest(): Promise<number | null> {
    const numbers = await this.numbers();
    return numbers.length === 0 ? null : Math.max(...numbers);
  }

  /** @returns 'absent' for an object that another run has removed: it locks nothing. An unreadable one may hold the lock. */
  private async read(number: number): Promise<LockRecord | Unreadable | 'absent'> {
    let content: string;
    try {
      content = await text(await this.store.open(this.keyOf(number)));
    } catch (error) {
      const { code, message } = asRewindError(error);
      if (code === 'snapshot-corrupt') return 'absent';
      if (this.ctx.signal.aborted) throw error;
      return { problem: `it cannot be read: ${message.replace(/\.$/, '')}` };
    }
    const parsed = record.safeParse(parseJson(content));
    return parsed.success ? parsed.data : { problem: 'its content is not a lock of this version of Rewind' };
  }

  private async heldByUnknown(key: string, { problem }: Unreadable): Promise<RewindError> {
    const known = await this.store.describe?.(key);
    const written = known?.written ?? null;
    const when = written === null ? 'at an unknown time' : `at ${written.toISOString()} (${this.ageOf(written)} ago)`;
    return new RewindError(
      'environment-locked',
      `Another run may be ${this.words.does}. Its lock ${key} names no owner: ${problem}. It was written ${when}. ${this.words.not}`,
      {
        remedy: `Make sure that no other run works on this environment. Then remove the lock: ${known?.remove ?? key}`,
      },
    );
  }

  /** @param key of the object that is the lock */
  private locked(owner: LockRecord, key: string): RewindError {
    const { does, not, then } = this.words;
    const hasUnknownEnd = this.hasUnknownEnd(owner);
    // Messages, a promote and a migration have no plan to go on from.
    const isPlan = owner.digest !== null && does !== WORDS.tell.does;
    const again = owner.command === 'rollback' ? 'the same rollback' : `the same "rewind ${owner.command}"`;
    const sameRun = isPlan ? `${again} (digest ${owner.digest})` : null;
    return new RewindError(
      'environment-locked',
      `Another run is ${does}: ${describe(owner)}. ${hasUnknownEnd ? `The end of its lock is unknown: ${owner.until} is too far away, so the clock of that machine or of this one is wrong. ` : ''}${not}`,
      {
        remedy: hasUnknownEnd
          ? `Wait until that run ends, then ${then}. If it was killed, remove the object ${key} from the store${sameRun === null ? '' : `, or run ${sameRun} again: it waits at most ${LONGEST_MS / 1000} s and goes on from there`}.`
          : `Wait until that run ends, then ${then}. If it was killed, the lock ends by itself at ${owner.until}${sameRun === null ? '' : `; ${sameRun} goes on from there`}.`,
      },
    );
  }

  private ageOf(written: Date): string {
    return age(Math.max(0, this.ctx.clock.now().getTime() - written.getTime()));
  }

  /**
   * Milliseconds until the lock is free by every clock; 0 or less if it is free.
   * @param watchedSince monotonic time since when this run has seen the same lock, which ends it whatever `until` says
   */
  private left(owner: LockRecord | 'absent', watchedSince = this.ctx.clock.monotonic()): number {
    if (owner === 'absent' || owner.released || this.isDead(owner)) return 0;
    const unchanged = LONGEST_MS - (this.ctx.clock.monotonic() - watchedSince);
    return Math.min(Date.parse(owner.until) + SKEW_MS - this.ctx.clock.now().getTime(), unchanged);
  }

  /** The clock of the owner, or of this run, is wrong. */
  private hasUnknownEnd(owner: LockRecord): boolean {
    return Date.parse(owner.until) > this.ctx.clock.now().getTime() + LONGEST_MS;
  }

  private isDead(owner: LockRecord): boolean {
    const { run } = this.mine;
    if (run && owner.run?.url === run.url && owner.run.attempt < run.attempt) return true;
    return isGone(owner.process);
  }

  /** A process of this machine that is not gone is at work. */
  private mayWait(owner: LockRecord): boolean {
    const { host, machine } = this.mine.process;
    const here = owner.process.host === host && owner.process.machine === machine;
    return owner.digest !== null && owner.digest === this.mine.digest && !here;
  }
}

/** What stands in the place of a lock, and why its owner is unknown. */
interface Unreadable {
  readonly problem: string;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function describe({ command, by, process, run, since }: LockRecord): string {
  const where = run === null ? `process ${process.pid} on ${process.host}` : `${run.url}, attempt ${run.attempt}`;
  return `"rewind ${command}" of ${by}, ${where}, since ${since}`;
}
