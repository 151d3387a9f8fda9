import type { Phase } from '../incident/entry.js';
import type { Context } from '../runtime/context.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import type { LoadedChannel } from './load.js';
import { messagesOf } from './message.js';
import { tell, type Attempt, type Steps } from './send.js';
import { tellingOf } from './told.js';

/** Milliseconds for one delivery beside a run: it ends before the last flush does. */
const DELIVERY_MS = 1_400;
/** Milliseconds for what is left at the end of a run. */
const FLUSH_MS = 1_700;
/** Milliseconds before a broken channel is tried again; the last one repeats. */
const RETRIES_MS = [5_000, 15_000, 60_000, 300_000] as const;

/** What became of the messages of an incident in one run. */
export interface Told {
  readonly incident: string;
  /** One for each message that this run tried, or had to leave. */
  readonly attempts: readonly Attempt[];
  /** Why nothing could be told, e.g. because another run tells the channels; null: nothing hindered it. */
  readonly hindrance: RewindError | null;
}

/** Messages beside a run. They never hold it up, and what goes wrong with them never fails it. */
export interface Teller {
  /**
   * The record of an incident has something new: it is sent in the background. Returns at once.
   * @param until phases from this one on wait for `finish`
   */
  wake(incident: string, until?: Phase): void;
  /**
   * Sends what is left, and stops. Takes less than 2 s, and never rejects.
   * @returns null if there was nothing to tell
   */
  finish(): Promise<Told | null>;
}

/** What a teller needs of its run. */
export interface Beside {
  readonly ctx: Context;
  readonly channels: () => Promise<readonly LoadedChannel[]>;
  readonly steps: (incident: string) => Steps;
  /** Two runs at once could each look for a message that the other one is about to send. @throws RewindError environment-locked */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Tells nobody. */
export const SILENT: Teller = { wake: () => undefined, finish: () => Promise.resolve(null) };

export function createTeller(beside: Beside): Teller {
  const { ctx } = beside;
  const latest = new Map<string, Attempt>();
  const stop = new AbortController();
  let hindrance: RewindError | null = null;
  let incident: string | null = null;
  let held: Phase | undefined;
  let endsAt = Number.POSITIVE_INFINITY;
  let failures = 0;
  let retry = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let result: Promise<Told | null> | undefined;
  const leftMs = (): number => endsAt - ctx.clock.monotonic();

  async function round(id: string): Promise<void> {
    try {
      const channels = await beside.channels();
      const steps = beside.steps(id);
      if ((await left(steps, channels, held)).length === 0) return;
      const limits = { deliveryMs: DELIVERY_MS, leftMs, holds: (phase: Phase) => phase === held };
      const attempts = await beside.alone(() => tell(steps, channels, ctx, limits));
      for (const attempt of attempts) latest.set(`${attempt.channel}/${attempt.phase}`, attempt);
      hindrance = null;
      if (attempts.every(({ outcome }) => outcome === 'sent' || outcome === 'perhaps-sent')) failures = 0;
      else again();
    } catch (error) {
      hindrance = asRewindError(error);
      again();
    }
  }

  /** One round at a time: a second one would take the first one for a run that was killed. */
  function begin(id: string): Promise<void> {
    retry.abort();
    return (last = last.then(() => round(id)));
  }

  function again(): void {
    if (stop.signal.aborted || ctx.signal.aborted) return;
    const waitMs = RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)] ?? 0;
    failures += 1;
    retry = new AbortController();
    const signal = AbortSignal.any([retry.signal, stop.signal, ctx.signal]);
    ctx.clock.sleep(waitMs, signal).then(
      () => void (incident !== null && begin(incident)),
      () => undefined,
    );
  }

  async function flush(id: string): Promise<Told> {
    endsAt = ctx.clock.monotonic() + FLUSH_MS;
    held = undefined;
    stop.abort();
    const over = new AbortController();
    const done = begin(id).then(() => remaining(id));
    const known = await Promise.race([
      done,
      ctx.clock.sleep(FLUSH_MS, over.signal).then(
        () => null,
        () => null,
      ),
    ]);
    over.abort();
    if (known === null) hindrance = new RewindError('api-unavailable', 'The messages were not sent in time.');
    return { incident: id, attempts: known ?? [...latest.values()], hindrance };
  }

  /** What this run tried, and what nobody has tried. */
  async function remaining(id: string): Promise<Attempt[]> {
    try {
      for (const { key, attempt } of await left(beside.steps(id), await beside.channels())) {
        if (!latest.has(key)) latest.set(key, attempt);
      }
    } catch (error) {
      hindrance ??= asRewindError(error);
    }
    return [...latest.values()];
  }

  return {
    wake(id, until) {
      incident = id;
      held = until;
      void begin(id);
    },
    finish: () => (result ??= incident === null ? Promise.resolve(null) : flush(incident)),
  };
}

/** The messages that are not told. @param held phases from this one on are not asked for */
async function left(
  steps: Steps,
  channels: readonly LoadedChannel[],
  held?: Phase,
): Promise<{ readonly key: string; readonly attempt: Attempt }[]> {
  const entries = await steps.entries();
  return channels.flatMap(({ entry: { id, ...entry } }) => {
    const messages = messagesOf(entries, { id, ...entry });
    const end = messages.findIndex(({ phase }) => phase === held);
    return messages.slice(0, end === -1 ? undefined : end).flatMap(({ key, phase }) => {
      const { state } = tellingOf(entries, key);
      if (state === 'sent' || state === 'perhaps-sent') return [];
      const outcome = state === 'unsure' ? 'unsure' : 'waiting';
      return [{ key: `${id}/${phase}`, attempt: { channel: id, phase, outcome, error: null } }];
    });
  });
}
