import type { Context } from '../runtime/context.js';
import type { ErrorCode } from '../runtime/error-codes.js';
import { messageOf, RewindError } from '../runtime/errors.js';
import { oneLine, visible } from '../runtime/text.js';
import type { ProbeError, ProbeRun, Sample, Tick } from './probe.js';

/** As in the schema of samples. */
const LONGEST_TEXT = 500;

export interface Answers {
  readonly samples: readonly Sample[];
  readonly errors?: readonly ProbeError[];
  readonly facts?: ProbeRun['facts'];
}

/**
 * One tick: runs the question until it is answered or the tick ends, and turns a failure into an error of the result.
 * A question that is left behind at the end of its tick must end by itself; its context has the signal.
 *
 * @throws what is not a RewindError: a fault of the program
 */
export async function runQuestion(
  tick: Pick<Tick, 'dueAt' | 'signal'>,
  ctx: Context,
  question: (ctx: Context, at: number) => Promise<Answers>,
): Promise<ProbeRun> {
  const now = (): number => ctx.clock.now().getTime();
  const startedAt = now();
  const signal = AbortSignal.any([ctx.signal, tick.signal]);
  let found: Answers;
  try {
    found = await untilAborted(() => question({ ...ctx, signal }, startedAt), signal);
  } catch (error) {
    if (!signal.aborted && !(error instanceof RewindError)) throw error;
    const ended: ProbeError | null = ctx.signal.aborted
      ? { at: startedAt, reason: 'refused', message: 'The run was cancelled.' }
      : tick.signal.aborted
        ? { at: startedAt, reason: 'provider', message: 'No answer before the end of the tick.' }
        : null;
    found = { samples: [], errors: [ended ?? errorOf(ctx, error, startedAt)] };
  }
  return {
    samples: [...found.samples],
    errors: [...(found.errors ?? [])],
    ...(found.facts !== undefined && { facts: found.facts }),
    timings: { dueAt: tick.dueAt, startedAt, endedAt: now() },
  };
}

async function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const running = work();
  running.catch(() => undefined);
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([running, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The service answers, but not to us, or we cannot ask it at all. */
const NOT_WATCHED: ReadonlySet<ErrorCode> = new Set([
  'api-forbidden',
  'api-not-found',
  'api-unauthorized',
  'clock-apart',
  'credential-missing',
  'database-auth-failed',
  'database-permission',
  'database-pooled-url',
  'database-url-invalid',
  'input-invalid',
  'tool-missing',
]);

/** A failure as an error of a tick. */
export function errorOf(ctx: Context, error: unknown, at: number): ProbeError {
  const code = error instanceof RewindError ? error.code : null;
  const reason =
    code === 'address-refused' ? 'refused' : code !== null && NOT_WATCHED.has(code) ? 'not-watched' : 'provider';
  return { at, reason, message: shortText(ctx, messageOf(error)) };
}

/** A text of a service or about it: one line, inert, without secrets, short enough for a sample. */
export function shortText(ctx: Context, text: string): string {
  const line = visible(oneLine(ctx.masker.redact(text)));
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1)}…`;
}
