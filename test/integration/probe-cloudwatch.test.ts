import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adapter as cloudwatch } from '../../src/probes/adapters/cloudwatch.js';
import { inspectProbes } from '../../src/probes/inspect.js';
import { CloudWatchSandbox, type SandboxAlarm } from '../sandbox/aws/cloudwatch.js';
import { testContext } from '../support/context.js';
import { probed } from '../support/probes.js';

const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:on-call';
const SUBSCRIPTION = `${TOPIC}:6b0e71bd-7e97-4d97-80ce-4a0994e55286`;
let aws: CloudWatchSandbox;
beforeAll(async () => void (aws = await new CloudWatchSandbox().start()));
afterAll(() => aws.stop());
beforeEach(() => {
  aws.clear();
  aws.clearFaults();
  aws.topics.set(TOPIC, ['PendingConfirmation', 'Deleted', SUBSCRIPTION]);
});

const context = () =>
  testContext({
    env: {
      AWS_ACCESS_KEY_ID: 'AKIATESTALARMS',
      AWS_SECRET_ACCESS_KEY: 'alarms-secret-99c0ffee',
      AWS_ENDPOINT_URL: aws.url,
    },
  });
const add = (name: string, rest: Partial<SandboxAlarm> = {}): void =>
  void aws.alarms.push({ name, state: 'OK', actionsEnabled: true, actions: [TOPIC], ...rest });
const entry = (alarms: readonly string[], critical = true) =>
  cloudwatch.config.parse({ id: 'alarms', adapter: 'cloudwatch', region: 'eu-central-1', alarms, critical });
const inspected = async (name = 'errors', critical = true) =>
  (await inspectProbes([entry([name], critical)], context())).map(({ level, code }) => `${level} ${code}`);

test('each alarm is a sample; one that does not exist or has no data is none', async () => {
  add('errors');
  add('latency', { state: 'ALARM' });
  add('all of it', { composite: true, state: 'ALARM' });
  add('idle', { state: 'INSUFFICIENT_DATA' });
  add('broken', { evaluation: 'EVALUATION_ERROR' });
  const alarms = ['errors', 'latency', 'all of it', 'idle', 'broken', 'gone'];
  const { samples, errors } = await probed(cloudwatch, { region: 'eu-central-1', alarms }, context());
  expect(samples.map((sample) => (sample.kind === 'alert' ? [sample.name, sample.firing] : null))).toEqual([
    ['errors', false],
    ['latency', true],
    ['all of it', true],
  ]);
  expect(errors.map(({ reason, message }) => [reason, message])).toEqual([
    ['not-watched', 'The alarm "idle" has insufficient data.'],
    ['provider', 'The alarm "broken" reports EVALUATION_ERROR.'],
    ['not-watched', 'The alarm "gone" does not exist.'],
  ]);
});

describe('the inspection finds an alarm that tells nobody', () => {
  test('one that is well has no finding', async () => {
    add('errors');
    expect(await inspected()).toEqual([]);
  });

  test.each<[string, Partial<SandboxAlarm>, string]>([
    ['its actions are disabled', { actionsEnabled: false }, 'alarm-disabled'],
    ['it has no action', { actions: [] }, 'alarm-no-recipient'],
    [
      'its only action changes a machine',
      { actions: ['arn:aws:automate:eu-central-1:ec2:stop'] },
      'alarm-no-recipient',
    ],
    ['it has insufficient data', { state: 'INSUFFICIENT_DATA' }, 'alarm-no-data'],
    ['it has part of its data', { evaluation: 'PARTIAL_DATA' }, 'alarm-no-data'],
  ])('%s', async (_what, alarm, code) => {
    add('errors', alarm);
    expect(await inspected()).toEqual([`error ${code}`]);
    expect(await inspected('errors', false)).toEqual([`warning ${code}`]);
  });

  test('it does not exist', async () => expect(await inspected('gone')).toEqual(['error alarm-missing']));

  test('only an active mute rule of this alarm counts', async () => {
    add('errors');
    const arn = 'arn:aws:cloudwatch:eu-central-1:123456789012:alarm-mute-rule:night';
    aws.mutes.set(arn, { alarm: 'errors', status: 'SCHEDULED' });
    aws.mutes.set(`${arn}-2`, { alarm: 'latency', status: 'ACTIVE' });
    expect(await inspected()).toEqual([]);
    aws.mutes.set(arn, { alarm: 'errors', status: 'ACTIVE' });
    expect(await inspected()).toEqual(['error alarm-muted']);
  });

  test('nobody confirmed the subscription', async () => {
    add('errors');
    aws.topics.set(TOPIC, ['PendingConfirmation', 'PendingConfirmation', 'Deleted']);
    expect(await inspected()).toEqual(['error alarm-no-recipient']);
  });

  test.each(['DescribeAlarms', 'ListAlarmMuteRules', 'ListSubscriptionsByTopic'])(
    '%s is refused: not watched',
    async (action) => {
      add('errors');
      const on = ({ bytes }: { readonly bytes: Buffer }) => bytes.toString('utf8').includes(`Action=${action}&`);
      aws.inject({ on, times: 50, with: { kind: 'answer', answer: aws.refusal(403, 'not allowed') } });
      const findings = await inspectProbes([entry(['errors'])], context());
      expect(findings).toMatchObject([
        {
          level: 'error',
          code: 'alarm-not-watched',
          message: expect.stringContaining('not watched'),
          remedy: expect.stringContaining(`:${action}`),
        },
      ]);
    },
  );

  test('an outage of the service is a warning: it says nothing about the alarm', async () => {
    aws.inject({ times: 50, with: { kind: 'answer', answer: aws.refusal(500, 'down') } });
    expect(await inspected()).toEqual(['warning api-unavailable']);
  });

  test('no credential is an error for a critical probe', async () => {
    const findings = await inspectProbes([entry(['errors'])], testContext({ env: { AWS_ACCESS_KEY_ID: 'AKIAX' } }));
    expect(findings).toMatchObject([{ level: 'error', code: 'credential-missing', resource: 'alarms' }]);
  });
});
