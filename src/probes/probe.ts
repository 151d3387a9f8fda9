import { z } from 'zod';
import type { Context } from '../runtime/context.js';
import type { Finding } from '../runtime/finding.js';

/** What a probe checks; the parts of a system that the report answers for. */
export const AREAS = ['authentication', 'payments', 'content', 'performance', 'data', 'security'] as const;
export type Area = (typeof AREAS)[number];

/**
 * What the samples of a probe are:
 * - `check`: one request, or one flow of requests; it succeeds or fails, with a latency
 * - `count`: bad events among all events of an interval (payments, errors of an application)
 * - `assertion`: a statement about the data that must be true
 * - `alert`: the state of an alarm or a monitor of another service
 */
export const SAMPLE_KINDS = ['check', 'count', 'assertion', 'alert'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const instant = z.number().int().nonnegative().describe('Milliseconds since the epoch.');
const milliseconds = z.number().nonnegative();
/** Short text of ours or of a service; inert, without secrets. */
const shortText = z.string().max(500);

/** What all code needs to know of a probe. The configuration of its adapter holds the rest. */
export const probeSpec = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and dashes, beginning with a letter'),
  kind: z.enum(SAMPLE_KINDS),
  area: z.enum(AREAS),
  /** True: the probe alone may lead to the verdict `roll-back`. */
  critical: z.boolean(),
  /** Latency in milliseconds above which a check counts as slow, whatever the baseline is. */
  limitMs: milliseconds.positive().optional(),
});
export type ProbeSpec = z.infer<typeof probeSpec>;

/** Milliseconds of each part of a request, as far as it went. */
const phases = z.strictObject({
  lookup: milliseconds.optional(),
  connect: milliseconds.optional(),
  tls: milliseconds.optional(),
  firstByte: milliseconds.optional(),
  download: milliseconds.optional(),
});

const lateMs = milliseconds.optional().describe('How much later than planned the tick began. Set by `appendRun`.');

const checkSample = z.strictObject({
  kind: z.literal('check'),
  /** When the request began. */
  at: instant,
  /** The result; of the second attempt if there was one. */
  ok: z.boolean(),
  latencyMs: milliseconds.optional(),
  phases: phases.optional(),
  /** Why it failed. */
  error: shortText.optional(),
  /** True: the first attempt failed, and this is the second one, on a new connection. */
  retried: z.boolean().optional(),
  /** The same check of the previous deployment at its immutable address, in the same tick. */
  control: z.strictObject({ ok: z.boolean(), latencyMs: milliseconds.optional() }).optional(),
  /** A check of a target that has nothing to do with production, in the same tick. False: we are the ones without network. */
  neutral: z.strictObject({ ok: z.boolean() }).optional(),
  /**
   * Id of the deployment that served the request, or that the domain pointed at. `null`: it could not be read. Absent: the
   * check does not go to a deployment.
   */
  deployment: z.string().max(200).nullable().optional(),
  lateMs,
});
export type CheckSample = z.infer<typeof checkSample>;

const countSample = z.strictObject({
  kind: z.literal('count'),
  /** The interval, from (inclusive) … at (exclusive). Intervals of one probe do not overlap. */
  from: instant,
  at: instant,
  bad: z.number().int().nonnegative(),
  /** All events, the bad ones included. 0 is an answer (silence); an interval that could not be read has no sample. */
  total: z.number().int().nonnegative(),
  lateMs,
});
export type CountSample = z.infer<typeof countSample>;

const assertionSample = z.strictObject({
  kind: z.literal('assertion'),
  at: instant,
  holds: z.boolean(),
  /** What was found, e.g. "3 orders without a customer". */
  detail: shortText.optional(),
  lateMs,
});
export type AssertionSample = z.infer<typeof assertionSample>;

const alertSample = z.strictObject({
  kind: z.literal('alert'),
  at: instant,
  /** Name of the alarm in its service. */
  name: shortText,
  firing: z.boolean(),
  detail: shortText.optional(),
  lateMs,
});
export type AlertSample = z.infer<typeof alertSample>;

export const sample = z
  .discriminatedUnion('kind', [checkSample, countSample, assertionSample, alertSample])
  .refine(
    (one) => one.kind !== 'count' || (one.bad <= one.total && one.from <= one.at),
    'bad events exceed all events',
  );
export type Sample = z.infer<typeof sample>;

/**
 * Why a tick has no sample:
 * - `not-watched`: the service refuses to answer (403, 404), or the alarm does not exist or is switched off
 * - `provider`: the service failed or did not answer in time
 * - `refused`: we did not ask, e.g. the address is private
 */
const ERROR_REASONS = ['not-watched', 'provider', 'refused'] as const;
export const probeError = z.strictObject({ at: instant, reason: z.enum(ERROR_REASONS), message: shortText });
export type ProbeError = z.infer<typeof probeError>;
export type ErrorReason = ProbeError['reason'];

/** What an adapter returns for one tick. An unreachable production is a failed sample; everything else is an error. */
export const probeRun = z.strictObject({
  samples: z.array(sample),
  errors: z.array(probeError),
  /** What a later run compares with, e.g. the checksum of an asset. The baseline keeps the last ones. */
  facts: z.record(z.string().max(40), z.string().max(200)).optional(),
  timings: z.strictObject({ dueAt: instant, startedAt: instant, endedAt: instant }),
});
export type ProbeRun = z.infer<typeof probeRun>;

/** All that is known of one probe, in the order of time. */
export const probeSeries = z.strictObject({
  probe: probeSpec,
  samples: z.array(sample),
  errors: z.array(probeError),
});
export type ProbeSeries = z.infer<typeof probeSeries>;

/** The facts of one tick that an adapter cannot know. */
export interface Tick {
  /** When the tick was due, milliseconds since the epoch. */
  readonly dueAt: number;
  /** Immutable address of the previous deployment; null: no control, or the probe's host does not serve a deployment. */
  readonly control: string | null;
  /** True: the host of the probe must answer itself, so a redirect to another host proves nothing. For a preview. */
  readonly stays?: boolean;
  /** The facts of the baseline; null while the baseline itself is taken. */
  readonly baseline: ProbeRun['facts'] | null;
  /** Fires when the tick must end. */
  readonly signal: AbortSignal;
}

/** One file of `adapters/` each. `run` throws only for a fault of the program; what it meets outside is in the result. */
export interface ProbeAdapter<Config> {
  /** As `adapter` in rewind.yml. */
  readonly id: string;
  readonly kind: SampleKind;
  readonly config: z.ZodType<Config>;
  run(config: Config, tick: Tick, context: Context): Promise<ProbeRun>;
  /**
   * Counts of the past, for the baseline: one sample for each of the last 7 days, at the same time of day as the span. Where
   * a service keeps no past, one sample of the interval that begins now.
   * Every adapter of the kind `count` has it: without a baseline its probe judges nothing.
   */
  history?(config: Config, span: Span, context: Context): Promise<ProbeRun>;
  /**
   * Whether what the probe asks is watched at all: an alarm exists, is enabled, unmuted, has a recipient and data.
   * @throws RewindError if the service does not answer
   */
  inspect?(config: Config, context: Context): Promise<Finding[]>;
}

/** From (inclusive) to (exclusive), milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Adds a tick to the series, in place: a watch of a day has many. A late tick marks its samples. */
export function appendRun(series: ProbeSeries, run: ProbeRun): void {
  const late = Math.max(0, run.timings.startedAt - run.timings.dueAt);
  for (const one of run.samples) series.samples.push(late === 0 ? one : { ...one, lateMs: late });
  series.errors.push(...run.errors);
}
