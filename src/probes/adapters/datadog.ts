import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { DATADOG_SITES, readMonitor, type Monitor } from '../../services/datadog/monitors.js';
import { inactive, notWatched } from '../not-watched.js';
import type { ProbeAdapter, ProbeError, Sample } from '../probe.js';
import { errorOf, runQuestion, shortText } from '../question.js';
import { serviceFields } from '../service-fields.js';

export const config = z.strictObject({
  ...serviceFields('performance', 60),
  adapter: z.literal('datadog').describe('Monitors of Datadog. They confirm a verdict, minutes late.'),
  site: z.enum(DATADOG_SITES).default('datadoghq.com').describe('Site of the account.'),
  monitors: z.array(z.number().int().positive()).min(1).max(20).describe('Ids of the monitors.'),
});
export type Config = z.output<typeof config>;

export const adapter: ProbeAdapter<Config> = {
  id: 'datadog',
  kind: 'alert',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => {
      const answers = await Promise.all(
        entry.monitors.map((id) =>
          readMonitor(ctx, entry.site, id).then(
            (monitor) => answerOf(ctx, at, monitor),
            (error: unknown) => errorOf(ctx, error, at),
          ),
        ),
      );
      return {
        samples: answers.filter((answer) => 'kind' in answer),
        errors: answers.filter((answer) => 'reason' in answer),
      };
    }),
  inspect: async (entry, ctx) => {
    const found = await Promise.all(
      entry.monitors.map((id) =>
        notWatched(entry, `The monitor ${id}`, ctx, async () =>
          inspectMonitor(entry, ctx, await readMonitor(ctx, entry.site, id)),
        ),
      ),
    );
    return found.flat();
  },
};

function answerOf(ctx: Context, at: number, { id, name: given, overall_state: state }: Monitor): Sample | ProbeError {
  const name = shortText(ctx, `${id} ${given}`);
  if (state === 'Alert') return { kind: 'alert', at, name, firing: true };
  if (state === 'OK' || state === 'Warn') return { kind: 'alert', at, name, firing: false };
  return { at, reason: 'not-watched', message: shortText(ctx, `The monitor ${id} is in the state "${state}".`) };
}

function inspectMonitor(entry: Config, ctx: Context, monitor: Monitor): Finding[] {
  const what = `The monitor ${monitor.id} "${shortText(ctx, monitor.name)}"`;
  const findings: Finding[] = [];
  if (monitor.draft_status === 'draft') findings.push(inactive(entry, 'alarm-disabled', `${what} is a draft.`));
  if ((monitor.matching_downtimes ?? []).length > 0 || Object.keys(monitor.options?.silenced ?? {}).length > 0) {
    findings.push(inactive(entry, 'alarm-muted', `${what} is muted, or a part of it.`));
  }
  if (['No Data', 'Ignored', 'Skipped', 'Unknown'].includes(monitor.overall_state)) {
    findings.push(inactive(entry, 'alarm-no-data', `${what} is in the state "${monitor.overall_state}".`));
  }
  // Notification rules, which this does not read, may name others.
  if (!/(^|[\s({[,;])@[\w.-]/.test(monitor.message ?? '')) {
    const message = `${what} names no recipient in its message. A notification rule may name one; it was not read.`;
    findings.push({ ...inactive(entry, 'alarm-no-recipient', message), level: 'warning' });
  }
  return findings;
}
