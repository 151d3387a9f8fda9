import type { Answer, SandboxRequest } from '../json-server.js';
import { AwsSandbox, Refusal, textOf } from './server.js';

export interface SandboxAlarm {
  readonly name: string;
  state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  actionsEnabled: boolean;
  actions: string[];
  evaluation?: string;
  composite?: boolean;
}

const CLOUDWATCH = 'http://monitoring.amazonaws.com/doc/2010-08-01/';
const SNS = 'http://sns.amazonaws.com/doc/2010-03-31/';
const PAGE = 2;

/** CloudWatch's alarms and mute rules, and the subscriptions of SNS, in AWS's Query protocol. Only reads. */
export class CloudWatchSandbox extends AwsSandbox {
  readonly alarms: SandboxAlarm[] = [];
  /** Names of alarms, by the ARN of the rule that mutes them, with its status. */
  readonly mutes = new Map<string, { readonly alarm: string; status: 'ACTIVE' | 'SCHEDULED' | 'EXPIRED' }>();
  /** ARNs of subscriptions, or PendingConfirmation, by topic. */
  readonly topics = new Map<string, string[]>();

  clear(): void {
    this.alarms.length = 0;
    this.mutes.clear();
    this.topics.clear();
  }

  protected override errorBody(code: string, message: string, requestId: string): string {
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
    return `<ErrorResponse xmlns="${CLOUDWATCH}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
  }

  /** For the suites: an error with a message. */
  refusal(status: number, message: string): Answer {
    const code = { 401: 'UnrecognizedClientException', 403: 'AccessDenied', 429: 'Throttling' }[status];
    return this.refuse(status, code ?? (status < 500 ? 'ResourceNotFound' : 'InternalFailure'), message);
  }

  protected override operate(request: SandboxRequest): Answer {
    if (!/^AWS4-HMAC-SHA256 Credential=AKIA/.test(request.headers.authorization ?? '')) {
      throw new Refusal(403, 'MissingAuthenticationToken', 'Missing Authentication Token');
    }
    const query = request.method === 'GET' ? request.query : new URLSearchParams(textOf(request));
    const list = (name: string): string[] =>
      [...query].filter(([key]) => key.startsWith(`${name}.member.`)).map(([, value]) => value);
    const from = Number(query.get('NextToken') ?? 0);
    const page = <T>(all: readonly T[]): { items: T[]; next: string } => ({
      items: all.slice(from, from + PAGE),
      next: from + PAGE < all.length ? `<NextToken>${from + PAGE}</NextToken>` : '',
    });
    switch (query.get('Action')) {
      case 'DescribeAlarms': {
        const types = list('AlarmTypes');
        const { items, next } = page(
          this.alarms.filter(
            ({ name, composite }) =>
              list('AlarmNames').includes(name) && (composite !== true || types.includes('CompositeAlarm')),
          ),
        );
        const group = (composite: boolean): string =>
          items
            .filter((alarm) => (alarm.composite ?? false) === composite)
            .map((alarm) => alarmXml(alarm))
            .join('');
        const body = `<MetricAlarms>${group(false)}</MetricAlarms><CompositeAlarms>${group(true)}</CompositeAlarms>${next}`;
        return result('DescribeAlarms', CLOUDWATCH, body);
      }
      case 'ListAlarmMuteRules': {
        const statuses = list('Statuses');
        const found = [...this.mutes].filter(
          ([, { alarm, status }]) => alarm === query.get('AlarmName') && statuses.includes(status),
        );
        const { items, next } = page(found);
        const rules = items.map(
          ([arn, { status }]) =>
            `<member><AlarmMuteRuleArn>${arn}</AlarmMuteRuleArn><Status>${status}</Status><MuteType>ONE_TIME</MuteType></member>`,
        );
        return result(
          'ListAlarmMuteRules',
          CLOUDWATCH,
          `<AlarmMuteRuleSummaries>${rules.join('')}</AlarmMuteRuleSummaries>${next}`,
        );
      }
      case 'ListSubscriptionsByTopic': {
        const arn = query.get('TopicArn') ?? '';
        const topic = this.topics.get(arn);
        if (topic === undefined) throw new Refusal(404, 'NotFound', 'Topic does not exist');
        const { items, next } = page(topic);
        const subscriptions = items.map(
          (one) =>
            `<member><SubscriptionArn>${one}</SubscriptionArn><Owner>123456789012</Owner><Protocol>email</Protocol><Endpoint>a@example.com</Endpoint><TopicArn>${arn}</TopicArn></member>`,
        );
        return result(
          'ListSubscriptionsByTopic',
          SNS,
          `<Subscriptions>${subscriptions.join('')}</Subscriptions>${next}`,
        );
      }
      default:
        throw new Refusal(400, 'InvalidAction', 'The action is not valid for this endpoint.');
    }
  }
}

function alarmXml({ name, state, actionsEnabled, actions, evaluation }: SandboxAlarm): string {
  const list = actions.map((arn) => `<member>${arn}</member>`).join('');
  const evaluated = evaluation === undefined ? '' : `<EvaluationState>${evaluation}</EvaluationState>`;
  return `<member><AlarmName>${escaped(name)}</AlarmName><ActionsEnabled>${String(actionsEnabled)}</ActionsEnabled><AlarmActions>${list}</AlarmActions><StateValue>${state}</StateValue>${evaluated}</member>`;
}

const result = (action: string, namespace: string, body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response xmlns="${namespace}"><${action}Result>${body}</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`,
});

const escaped = (text: string): string => text.replace(/[<>&]/g, (c) => `&#${c.charCodeAt(0)};`);
