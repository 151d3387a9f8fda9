import type { Phase } from '../incident/entry.js';
import type { Context } from '../runtime/context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import type { LoadedChannel } from './load.js';
import { messagesOf } from './message.js';
import { DELIVERY_MS, tell, type Attempt, type Steps } from './send.js';
import { recipientsOf, tellingOf } from './told.js';

/** How long messages may take, in milliseconds. */
export interface Pace {
  /** For one delivery. */
  readonly deliveryMs: number;
  /** For all deliveries at the end of a run; longer than one that is under way. */
  readonly flushMs: number;
  /** Until the run goes on, also if the store does not take what became of the deliveries. */
  readonly waitMs: number;
}

/** Of a run that has other things to do. */
export const BESIDE: Pace = { deliveryMs: 1_200, flushMs: 1_300, waitMs: 1_700 };
/** Of a command that does nothing else. */
export const ALONE: Pace = { deliveryMs: DELIVERY_MS, flushMs: DELIVERY_MS, waitMs: DELIVERY_MS + 400 };

/** Milliseconds before a broken channel is tried again; the last one repeats. */
const RETRIES_MS = [5_000, 15_000, 60_000, 300_000] as const;
/** What stays as it is for this run: the channel is not tried again, because each attempt makes the record longer. */
const LASTING: readonly ErrorCode[] = [
  ...(['api-unauthorized', 'api-forbidden', 'credential-missing', 'address-refused', 'input-invalid'] as const),
];

/** What became of the messages of an incident in one run. */
export interface Told {
  readonly incident: string;
  /** One for each message that this run tried, or had to leave. */
  readonly attempts: readonly Attempt[];
  /** Why nothing could be told, e.g. because another run tells the channels; null: nothing hindered it. */
  readonly hindrance: RewindError | null;
  /** What sends the messages that are left: a command, or words about a workflow. */
  readonly way: string;
}

/** True if a later run can still tell something. */
export const isLeft = ({ hindrance, attempts }: Told): boolean => hindrance !== null || attempts.some(isOpen);

/** Messages beside a run. They never hold it up, and what goes wrong with them never fails it. */
export interface Teller {
  /**
   * The record of an incident has something new: it is sent in the background. Returns at once.
   * @param until phases from this one on wait for `finish`
   */
  wake(incident: string, until?: Phase): void;
  /**
   * Sends what is left, and stops. Takes as long as the pace says, and never rejects.
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
  readonly alone: <T>(incident: string, work: () => Promise<T>) => Promise<T>;
  /** What sends the messages that are left. */
  readonly way: (incident: string) => string;
  readonly pace: Pace;
}

/** Tells nobody. */
export const SILENT: Teller = { wake: () => undefined, finish: () => Promise.resolve(null) };

/** While this run may send: each channel at its own pace, because a broken one holds up no other. */
class Burst {
  private readonly running = new Map<string, Promise<void>>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly channels: readonly LoadedChannel[],
    private readonly tellOne: (channel: LoadedChannel) => Promise<void>,
  ) {}

  /** The record has something new. */
  ask(): void {
    for (const channel of this.channels) {
      if (this.running.has(channel.entry.id)) this.asked.add(channel.entry.id);
      else this.start(channel);
    }
  }

  /** Ends when no channel has anything to do. */
  async done(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  private start(channel: LoadedChannel): void {
    const { id } = channel.entry;
    const work = this.tellOne(channel).finally(() => {
      this.running.delete(id);
      if (this.asked.delete(id)) this.start(channel);
    });
    this.running.set(id, work);
  }
}

export function createTeller(beside: Beside): Teller {
  const { ctx, pace } = beside;
  const latest = new Map<string, Attempt>();
  /** Monotonic time until when a channel is not tried. */
  const rests = new Map<string, number>();
  const stop = new AbortController();
  let hindrance: RewindError | null = null;
  let incident: string | null = null;
  let held: Phase | undefined;
  let endsAt = Number.POSITIVE_INFINITY;
  let failures = 0;
  let retry = new AbortController();
  let burst = null as Burst | null;
  let running: Promise<void> | null = null;
  let asked = false;
  const isAsked = (): boolean => asked;
  let result: Promise<Told | null> | undefined;
  const limits = {
    deliveryMs: pace.deliveryMs,
    leftMs: () => endsAt - ctx.clock.monotonic(),
    holds: (phase: Phase) => phase === held,
    onBegin: note,
  };

  function note(attempt: Attempt): void {
    const key = keyOf(attempt);
    // The reason why it is not sent is worth more than that it still is not.
    if (attempt.outcome !== 'waiting' || !latest.has(key)) latest.set(key, attempt);
  }

  async function run(id: string): Promise<void> {
    do {
      asked = false;
      try {
        const steps = beside.steps(id);
        const channels = recipientsOf(await steps.entries(), await beside.channels(), false);
        const isTold = (await look(steps, channels, held)).length === 0;
        if (!isTold) await beside.alone(id, () => send(steps, channels));
        hindrance = isTold ? null : hindrance;
      } catch (error) {
        fail(error);
      }
    } while (isAsked());
    running = null;
    if ([...latest.values()].some(isOpen) || hindrance !== null) again(id);
    else failures = 0;
  }

  async function send(steps: Steps, channels: readonly LoadedChannel[]): Promise<void> {
    burst = new Burst(channels, async (channel) => {
      const { id } = channel.entry;
      if (restMs(id) > 0) return;
      const attempts = await tell(steps, [channel], ctx, limits).catch(fail);
      attempts?.forEach(note);
      const error = attempts?.find((attempt) => attempt.error !== null)?.error;
      if (error !== undefined && error !== null) rests.set(id, ctx.clock.monotonic() + pauseOf(error));
    });
    hindrance = null;
    burst.ask();
    await burst.done();
    burst = null;
  }

  const restMs = (channel: string): number => (rests.get(channel) ?? 0) - ctx.clock.monotonic();

  /** The messages that are not told. Another run may have told what this one could not. */
  async function look(steps: Steps, channels: readonly LoadedChannel[], until?: Phase): Promise<Attempt[]> {
    const found = await left(steps, channels, until);
    const keys = new Set(found.map(keyOf));
    for (const [key, attempt] of latest) {
      if (isOpen(attempt) && !keys.has(key)) latest.set(key, { ...attempt, outcome: 'sent', error: null });
    }
    return found;
  }

  function fail(error: unknown): undefined {
    hindrance = asRewindError(error);
  }

  /** @returns when nothing is under way any more */
  function begin(id: string): Promise<void> {
    retry.abort();
    if (burst === null) asked = true;
    else burst.ask();
    return (running ??= run(id));
  }

  function again(id: string): void {
    if (stop.signal.aborted || ctx.signal.aborted) return;
    const open = [...latest.values()].filter(isOpen).map(({ channel }) => Math.max(0, restMs(channel)));
    const soonest = hindrance === null ? Math.min(...open) : 0;
    if (soonest === Number.POSITIVE_INFINITY) return;
    const waitMs = Math.max(RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)] ?? 0, soonest);
    failures += 1;
    retry = new AbortController();
    const signal = AbortSignal.any([retry.signal, stop.signal, ctx.signal]);
    ctx.clock.sleep(waitMs, signal).then(
      () => void begin(id),
      () => undefined,
    );
  }

  async function flush(id: string): Promise<Told> {
    endsAt = ctx.clock.monotonic() + pace.flushMs;
    held = undefined;
    stop.abort();
    const over = new AbortController();
    const inTime = await Promise.race([
      begin(id)
        .then(() => remaining(id))
        .then(() => true),
      ctx.clock.sleep(pace.waitMs, over.signal).then(
        () => false,
        () => false,
      ),
    ]);
    over.abort();
    if (!inTime) {
      fail(new RewindError('api-unavailable', 'The store did not save the outcome of the messages in time.'));
    }
    return { incident: id, attempts: [...latest.values()], hindrance, way: beside.way(id) };
  }

  /** What nobody has tried. */
  async function remaining(id: string): Promise<void> {
    try {
      const steps = beside.steps(id);
      const channels = recipientsOf(await steps.entries(), await beside.channels(), false);
      (await look(steps, channels)).forEach(note);
    } catch (error) {
      fail(error);
    }
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

const keyOf = ({ channel, phase }: Attempt): string => `${channel}/${phase}`;
const isOpen = ({ outcome }: Attempt): boolean => outcome !== 'sent' && outcome !== 'perhaps-sent';

/** Milliseconds for which a channel that failed is not tried again. */
function pauseOf({ code, retryAfterMs = 0 }: RewindError): number {
  return LASTING.includes(code) ? Number.POSITIVE_INFINITY : retryAfterMs;
}

/** The messages that are not told. @param held phases from this one on are not asked for */
async function left(steps: Steps, channels: readonly LoadedChannel[], held?: Phase): Promise<Attempt[]> {
  const entries = await steps.entries();
  return channels.flatMap(({ entry }) => {
    const untold = messagesOf(entries, entry).flatMap(({ key, phase }) => {
      const { state } = tellingOf(entries, key);
      return state === 'sent' || state === 'perhaps-sent' ? [] : [{ phase, state }];
    });
    const end = untold.findIndex(({ phase }) => phase === held);
    return untold.slice(0, end === -1 ? undefined : end).map(({ phase, state }) => {
      return { channel: entry.id, phase, outcome: state === 'unsure' ? 'unsure' : 'waiting', error: null } as const;
    });
  });
}
