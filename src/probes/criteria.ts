import { z } from 'zod';
import type { ProbeSpec } from './probe.js';

/** What the runbook decides by. */
export const CRITERIA = ['critical-functionality', 'data-integrity', 'security', 'performance', 'payments'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What a finding asks for, in ascending order. */
export const ALARMS = ['watch', 'mitigate', 'roll-back'] as const;
export type Alarm = (typeof ALARMS)[number];

const alarm = z.enum(ALARMS);
const risk = z.number().gt(0).max(0.5);
const count = z.number().int().min(1).max(1000);
const slowness = (factor: number, add: number, of: number, share: number) =>
  z
    .strictObject({
      factor: z.number().min(1).max(100).default(factor).describe('Slow: this many times the baseline …'),
      'add-ms': z.number().min(0).max(60_000).default(add).describe('… and at least this many milliseconds above it.'),
      of: count.default(of).describe('Number of newest samples to look at.'),
      share: z.number().gt(0).max(1).default(share).describe('Share of them that must be slow.'),
    })
    .prefault({});
const recent = (failures: number, of: number) =>
  z
    .strictObject({
      failures: count.default(failures).describe('Number of failures among the newest samples.'),
      of: count.default(of).describe('Number of newest samples to look at.'),
    })
    .refine((one) => one.failures <= one.of, { path: ['failures'], message: 'must not be above "of"' })
    .prefault({});

/** The section `criteria` of rewind.yml. The defaults are those that bench/verdict.ts measures. */
export const criteriaConfig = z
  .strictObject({
    'at-most': z
      .strictObject({
        'critical-functionality': alarm.default('roll-back').describe('Checks that fail.'),
        'data-integrity': alarm.default('roll-back').describe('Assertions about data that are false.'),
        security: alarm.default('watch').describe('Alerts of security.'),
        performance: alarm.default('mitigate').describe('Checks that are slow.'),
        payments: alarm.default('roll-back').describe('Payments that fail or stop.'),
      })
      .prefault({})
      .describe('The highest verdict that each criterion may lead to.'),
    'false-alarms': z
      .strictObject({
        'roll-back': risk.default(0.001).describe('roll-back because of failures.'),
        mitigate: risk.default(0.01).describe('mitigate because of failures or silence.'),
        watch: risk.default(0.2).describe('watch because of failures.'),
        slow: risk.default(0.001).describe('mitigate because of latency.'),
        'slow-watch': risk.default(0.1).describe('watch because of latency.'),
      })
      .prefault({})
      .describe('Probability of a false verdict in one watch, for each probe. Probes beyond the tenth share it.'),
    failures: z
      .strictObject({
        lowest: risk.default(0.01).describe('A failure rate up to this one is always normal.'),
        highest: risk
          .default(0.05)
          .describe('A failure rate above this one is never normal; the baseline of a check must be below it.'),
        'roll-back': recent(3, 6),
        mitigate: recent(3, 24),
      })
      .refine((one) => one.lowest <= one.highest, { path: ['lowest'], message: 'must not be above "highest"' })
      .prefault({})
      .describe('Which failure rate is normal, and which failures must be recent.'),
    latency: z
      .strictObject({
        'warm-up-seconds': z
          .number()
          .int()
          .min(0)
          .max(3600)
          .default(60)
          .describe('Latency does not count for this time after the start of the watch.'),
        tail: slowness(1.5, 100, 24, 0.2).describe('A few slow checks: against the 95th percentile of the baseline.'),
        body: slowness(1.3, 50, 12, 0.75).describe('Most checks slow: against the median of the baseline.'),
      })
      .prefault({})
      .describe('Which latency is slow.'),
    'baseline-samples': z
      .number()
      .int()
      .min(24)
      .max(10_000)
      .default(60)
      .describe('With fewer samples in the baseline of a check, the verdict is neither healthy nor roll-back.'),
    samples: z
      .number()
      .int()
      .min(60)
      .max(100_000)
      .default(60)
      .describe('Number of samples of each critical check that the verdict healthy needs.'),
    'clean-samples': count.default(24).describe('Number of good samples in a row after which a verdict goes down.'),
  })
  .prefault({})
  .describe('When a deploy counts as bad.');
export type Criteria = z.infer<typeof criteriaConfig>;

/** The criterion that the failures of a probe belong to. Slowness always belongs to `performance`. */
export function criterionOf({ kind, area }: Pick<ProbeSpec, 'kind' | 'area'>): Criterion {
  if (kind === 'assertion' || area === 'data') return 'data-integrity';
  return area === 'payments' || area === 'security' ? area : 'critical-functionality';
}
