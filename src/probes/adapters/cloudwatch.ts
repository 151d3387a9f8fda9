import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import type { Alarm, AlarmsApi } from '../../services/aws/alarms.js';
import { inactive, notWatched } from '../not-watched.js';
import type { AlertSample, ProbeAdapter, ProbeError } from '../probe.js';
import { runQuestion, shortText } from '../question.js';
import { serviceFields } from '../service-fields.js';

export const config = z.strictObject({
  ...serviceFields('performance', 60),
  adapter: z.literal('cloudwatch').describe('Alarms of Amazon CloudWatch. They confirm a verdict, minutes late.'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region like eu-central-1')
    .describe('Region of the alarms.'),
  alarms: z.array(z.string().min(1).max(255)).min(1).max(100).describe('Names of the alarms.'),
});
export type Config = z.output<typeof config>;

export const adapter: ProbeAdapter<Config> = {
  id: 'cloudwatch',
  kind: 'alert',
  config,
  run: (entry, tick, context) =>
    runQuestion(tick, context, async (ctx, at) => {
      const found = await (await open(entry, ctx)).alarms(entry.alarms);
      const answers = entry.alarms.map((name) => answerOf(ctx, at, name, found));
      return {
        samples: answers.filter((answer) => 'kind' in answer),
        errors: answers.filter((answer) => 'reason' in answer),
      };
    }),
  inspect: async (entry, ctx) => {
    const api = await open(entry, ctx);
    const found = await api.alarms(entry.alarms);
    const findings = await Promise.all(entry.alarms.map((name) => inspectAlarm(entry, ctx, api, name, found)));
    return findings.flat();
  },
};

async function open(entry: Config, ctx: Context): Promise<AlarmsApi> {
  const { alarmsApi } = await import('../../services/aws/alarms.js');
  return alarmsApi(ctx, entry.region);
}

function answerOf(ctx: Context, at: number, given: string, found: readonly Alarm[]): AlertSample | ProbeError {
  const alarm = found.find(({ name }) => name === given);
  const name = shortText(ctx, given);
  if (alarm === undefined) return { at, reason: 'not-watched', message: `The alarm "${name}" does not exist.` };
  if (alarm.state === 'ALARM') return { kind: 'alert', at, name, firing: true };
  // A fault of its data hides in both other states.
  if (alarm.evaluation !== null) {
    return { at, reason: 'provider', message: shortText(ctx, `The alarm "${name}" reports ${alarm.evaluation}.`) };
  }
  if (alarm.state === 'OK') return { kind: 'alert', at, name, firing: false };
  return { at, reason: 'not-watched', message: `The alarm "${name}" has insufficient data.` };
}

async function inspectAlarm(
  entry: Config,
  ctx: Context,
  api: AlarmsApi,
  given: string,
  found: readonly Alarm[],
): Promise<Finding[]> {
  const alarm = found.find(({ name }) => name === given);
  const what = `The alarm "${shortText(ctx, given)}"`;
  if (alarm === undefined) return [inactive(entry, 'alarm-missing', `${what} does not exist in ${entry.region}.`)];
  const findings: Finding[] = [];
  if (!alarm.actionsEnabled) findings.push(inactive(entry, 'alarm-disabled', `${what} has its actions disabled.`));
  if (alarm.state === 'INSUFFICIENT_DATA' || alarm.evaluation !== null) {
    const why = shortText(ctx, alarm.evaluation ?? 'INSUFFICIENT_DATA');
    findings.push(inactive(entry, 'alarm-no-data', `${what} has no data (${why}).`));
  }
  const others = await Promise.all([
    notWatched(entry, `Whether ${what.replace('The', 'the')} is muted`, ctx, async () => {
      const rule = await api.mutedBy(given);
      return rule === null ? [] : [inactive(entry, 'alarm-muted', `${what} is muted by ${shortText(ctx, rule)}.`)];
    }),
    notWatched(entry, `Who is notified by ${what.replace('The', 'the')}`, ctx, () =>
      recipients(entry, api, what, alarm),
    ),
  ]);
  return [...findings, ...others.flat()];
}

/** What changes a machine tells no person. */
const NO_PERSON = /^arn:[^:]+:(automate|autoscaling|application-autoscaling|ec2|swf)\b/;

async function recipients(entry: Config, api: AlarmsApi, what: string, { actions }: Alarm): Promise<Finding[]> {
  const topics = actions.filter((arn) => /^arn:[^:]+:sns:/.test(arn));
  if (actions.some((arn) => !topics.includes(arn) && !NO_PERSON.test(arn))) return [];
  if (topics.length === 0)
    return [inactive(entry, 'alarm-no-recipient', `${what} has no action that notifies a person.`)];
  const confirmed = await Promise.all(topics.map((topic) => api.confirmed(topic)));
  if (confirmed.some((count) => count > 0)) return [];
  return [inactive(entry, 'alarm-no-recipient', `${what} notifies topics without a confirmed subscription.`)];
}
