import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { listOf, queryApi, type QueryApi } from './query.js';
import { child, childrenOf, textAt, type XmlElement } from './xml.js';

/** An alarm of CloudWatch, as far as its state goes. */
export interface Alarm {
  readonly name: string;
  /** False: a change of its state tells nobody. */
  readonly actionsEnabled: boolean;
  /** ARNs. */
  readonly actions: readonly string[];
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  /** PARTIAL_DATA, EVALUATION_FAILURE or EVALUATION_ERROR; null: the evaluation is sound. */
  readonly evaluation: string | null;
}

/** Reads alarms and who hears of them. All methods throw AwsFailure or HttpFailure. */
export interface AlarmsApi {
  /** Those of the names that exist. */
  alarms(names: readonly string[]): Promise<Alarm[]>;
  /** ARN of an active mute rule of the alarm; null: it is not muted. */
  mutedBy(alarm: string): Promise<string | null>;
  /** How many subscriptions of the topic are confirmed. @param topic ARN */
  confirmed(topic: string): Promise<number>;
}

/** @throws RewindError credential-missing */
export async function alarmsApi(ctx: Context, region: string): Promise<AlarmsApi> {
  const service = {
    name: 'CLOUDWATCH',
    prefix: 'monitoring',
    iam: 'cloudwatch',
    version: '2010-08-01',
    onlyPost: true,
  } as const;
  const cloudwatch = await queryApi(ctx, { ...service, region });
  return {
    alarms: async (names) => {
      const parameters = {
        ...listOf('AlarmNames.member', names),
        ...listOf('AlarmTypes.member', ['MetricAlarm', 'CompositeAlarm']),
      };
      const pages = await all(ctx, cloudwatch, 'DescribeAlarms', parameters, 'read the alarms');
      return pages.flatMap((page) =>
        ['MetricAlarms', 'CompositeAlarms'].flatMap((list) => members(page, list)).map((found) => alarmOf(ctx, found)),
      );
    },
    mutedBy: async (alarm) => {
      const parameters = { AlarmName: alarm, ...listOf('Statuses.member', ['ACTIVE']) };
      const pages = await all(ctx, cloudwatch, 'ListAlarmMuteRules', parameters, 'read the mute rules');
      const [first] = pages.flatMap((page) => members(page, 'AlarmMuteRuleSummaries'));
      return first === undefined ? null : (textAt(first, 'AlarmMuteRuleArn') ?? 'a mute rule');
    },
    confirmed: async (topic) => {
      const own = topic.split(':')[3] ?? region;
      const sns = await queryApi(ctx, {
        name: 'SNS',
        prefix: 'sns',
        version: '2010-03-31',
        region: own,
        onlyPost: true,
      });
      const parameters = { TopicArn: topic };
      const pages = await all(ctx, sns, 'ListSubscriptionsByTopic', parameters, 'read the subscriptions of a topic');
      const subscriptions = pages.flatMap((page) => members(page, 'Subscriptions'));
      // In place of an ARN stands "PendingConfirmation" or "Deleted".
      return subscriptions.filter((each) => textAt(each, 'SubscriptionArn')?.startsWith('arn:') === true).length;
    },
  };
}

/** More pages than any list here has. */
const MOST_PAGES = 50;

async function all(
  ctx: Context,
  api: QueryApi,
  action: string,
  parameters: Readonly<Record<string, string>>,
  what: string,
): Promise<XmlElement[]> {
  const pages: XmlElement[] = [];
  let token: string | undefined;
  do {
    const page = await api.send(action, { ...parameters, NextToken: token }, { what });
    pages.push(page);
    token = textAt(page, 'NextToken') || undefined;
  } while (token !== undefined && pages.length < MOST_PAGES);
  if (token === undefined) return pages;
  throw new RewindError('api-unexpected-answer', `AWS answered "${what}" with pages without an end.`, {
    resource: ctx.resource,
  });
}

const members = (parent: XmlElement, list: string): XmlElement[] =>
  childrenOf(child(parent, list) ?? { name: list, text: '', children: [] }, 'member');

function alarmOf(ctx: Context, found: XmlElement): Alarm {
  const [name, state] = [textAt(found, 'AlarmName'), textAt(found, 'StateValue')];
  if (name === undefined || (state !== 'OK' && state !== 'ALARM' && state !== 'INSUFFICIENT_DATA')) {
    throw new RewindError('api-unexpected-answer', 'CloudWatch described an alarm without its name or its state.', {
      resource: ctx.resource,
    });
  }
  return {
    name,
    state,
    actionsEnabled: textAt(found, 'ActionsEnabled') === 'true',
    actions: members(found, 'AlarmActions').map(({ text }) => text),
    evaluation: textAt(found, 'EvaluationState') || null,
  };
}
