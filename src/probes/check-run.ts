import type { Context } from '../runtime/context.js';
import { messageOf, RewindError } from '../runtime/errors.js';
import type { CheckSample, ProbeRun, Tick } from './probe.js';
import { shortText } from './question.js';
import { ProbeFailure, type Phases } from '../services/probe-http/failure.js';

/** What one try of a check found. */
export interface Found {
  /** Why it failed; null if all is as expected. */
  readonly problem: string | null;
  readonly phases: Phases;
  readonly facts?: ProbeRun['facts'];
}

interface Attempt {
  readonly result: Pick<CheckSample, 'ok' | 'latencyMs' | 'phases' | 'error' | 'retried'>;
  readonly facts?: ProbeRun['facts'];
}

/** A try; it throws ProbeFailure where there is no response. */
export type Try = (signal: AbortSignal) => Promise<Found>;

/**
 * One tick of a check: a try, a second one on a new connection if the first failed, and the control beside them.
 *
 * @param control the same check of the previous deployment; null: none
 * @returns a sample; an error in place of it if the check could not be made
 */
export async function checkRun(tick: Tick, ctx: Context, check: Try, control: Try | null): Promise<ProbeRun> {
  const startedAt = ctx.clock.now().getTime();
  const [own, other] = await Promise.all([
    twice(ctx, tick, check).catch(toError(ctx)),
    control === null ? undefined : attempt(ctx, tick, control).catch(toError(ctx)),
  ]);
  const timings = { dueAt: tick.dueAt, startedAt, endedAt: ctx.clock.now().getTime() };
  if ('reason' in own) return { samples: [], errors: [{ at: startedAt, ...own }], timings };
  // A control that cannot be asked says nothing.
  const beside = other === undefined || 'reason' in other ? undefined : other.result;
  const sample: CheckSample = {
    kind: 'check',
    at: startedAt,
    ...own.result,
    ...(beside !== undefined && { control: { ok: beside.ok, latencyMs: beside.latencyMs } }),
  };
  return { samples: [sample], errors: [], ...(own.facts !== undefined && { facts: own.facts }), timings };
}

async function twice(ctx: Context, tick: Tick, check: Try): Promise<Attempt> {
  const first = await attempt(ctx, tick, check);
  if (first.result.ok) return first;
  try {
    const second = await attempt(ctx, tick, check);
    return { ...second, result: { ...second.result, retried: true } };
  } catch (error) {
    // The tick ended before the second try did.
    if (error instanceof ProbeFailure && error.kind === 'stopped') return first;
    throw error;
  }
}

async function attempt(ctx: Context, { signal }: Tick, check: Try): Promise<Attempt> {
  const begin = ctx.clock.monotonic();
  const ended = (problem: string | null, phases: Phases): Attempt['result'] => ({
    ok: problem === null,
    latencyMs: ctx.clock.monotonic() - begin,
    phases,
    ...(problem !== null && { error: shortText(ctx, problem) }),
  });
  try {
    const { problem, phases, facts } = await check(signal);
    return { result: ended(problem, phases), ...(facts !== undefined && { facts }) };
  } catch (error) {
    if (error instanceof ProbeFailure && error.kind === 'failed') return { result: ended(error.message, error.phases) };
    throw error;
  }
}

/** Why there is no sample. @throws what is neither a refusal nor a missing credential */
function toError(ctx: Context): (error: unknown) => { readonly reason: 'refused'; readonly message: string } {
  return (error) => {
    const ours = error instanceof ProbeFailure || (error instanceof RewindError && error.code !== 'internal');
    if (!ours) throw error;
    return { reason: 'refused', message: shortText(ctx, messageOf(error)) };
  };
}
