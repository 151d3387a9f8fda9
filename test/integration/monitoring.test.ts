import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CloudWatchSandbox } from '../sandbox/aws/cloudwatch.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Before a deploy, somebody must hear of it if it is bad. */
const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:on-call';
let vercel: VercelSandbox;
let aws: CloudWatchSandbox;
let repository: Repository;
const entry = (id: string, critical: boolean): string =>
  `  - { id: ${id}, adapter: cloudwatch, region: eu-central-1, alarms: [${id}], critical: ${String(critical)} }`;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  aws = await new CloudWatchSandbox().start();
  const flags = vercel.addStore('flags', { 'new-checkout': false });
  repository = await makeRepository({
    resources: [`{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`],
    sections: ['probes:', entry('errors', true), entry('latency', false)],
    env: {
      ...vercel.env,
      AWS_ACCESS_KEY_ID: 'AKIATESTALARMS',
      AWS_SECRET_ACCESS_KEY: 'alarms-secret-99c0ffee',
      AWS_ENDPOINT_URL: aws.url,
      AWS_MAX_ATTEMPTS: '1',
    },
  });
});
afterAll(async () => {
  await vercel.stop();
  await aws.stop();
  repository.remove();
});
beforeEach(() => {
  aws.clear();
  aws.topics.set(TOPIC, [`${TOPIC}:6b0e71bd`]);
  for (const name of ['errors', 'latency'])
    aws.alarms.push({ name, state: 'OK', actionsEnabled: true, actions: [TOPIC] });
});
const off = (name: string): void =>
  void Object.assign(aws.alarms.find((alarm) => alarm.name === name) ?? {}, { actionsEnabled: false });
const findings = async (): Promise<unknown> => {
  const { findings: all } = (await repository.run(['check', '--json'])).json<{ findings: { resource: string }[] }>();
  return all.filter(({ resource }) => resource === 'errors' || resource === 'latency');
};
const snapshots = async (): Promise<number> =>
  (await repository.ok('list', '--json')).json<{ snapshots: unknown[] }>().snapshots.length;

test('with active alarms, check finds nothing and the snapshot is taken', async () => {
  expect(await findings()).toEqual([]);
  await repository.ok('snapshot');
});

test('an alarm of a critical probe that tells nobody stops the snapshot before a deploy, and only that one', async () => {
  off('errors');
  off('latency');
  expect(await findings()).toMatchObject([
    { resource: 'errors', level: 'error', code: 'alarm-disabled' },
    { resource: 'latency', level: 'warning', code: 'alarm-disabled' },
  ]);
  const before = await snapshots();
  const refused = await repository.run(['snapshot', '--json']);
  expect([refused.status, refused.json()]).toEqual([
    3,
    { ok: false, notWatched: ['[errors] The alarm "errors" has its actions disabled.'] },
  ]);
  expect(refused.stderr).toContain('[latency] The alarm "latency" has its actions disabled.');
  expect((await repository.run(['snapshot'])).stdout).toContain('--reason manual');
  expect(await snapshots()).toBe(before);
  await repository.ok('snapshot', '--reason', 'manual');
});

test('an alarm of another probe is a warning', async () => {
  off('latency');
  const { stderr } = await repository.ok('snapshot');
  expect(stderr).toContain('[latency]');
});

test('an outage of the service that holds the alarms stops no deploy', async () => {
  aws.inject({ times: 100, with: { kind: 'answer', answer: aws.refusal(400, 'down') } });
  await repository.ok('snapshot');
  aws.clearFaults();
});

test('readiness asks too; a refusal is only a warning there, because a fork has no credential', async () => {
  off('errors');
  const ask = async () =>
    (await repository.run(['readiness', '--base', 'HEAD', '--json']))
      .json<{ findings: { resource: string; level: string; code: string }[] }>()
      .findings.filter(({ resource }) => resource === 'errors');
  expect(await ask()).toMatchObject([{ level: 'error', code: 'alarm-disabled' }]);
  aws.inject({ times: 100, with: { kind: 'answer', answer: aws.refusal(403, 'no') } });
  expect(await ask()).toMatchObject([{ level: 'warning', code: 'alarm-not-watched' }]);
  aws.clearFaults();
});

test('a watch that names a snapshot which is not there is refused at once', async () => {
  const asked = Date.now();
  for (const name of ['nope', '~99', '20260101T000000Z-abcdef']) {
    const refused = await repository.run(['monitor', '--minutes', '1', '--snapshot', name, '--json']);
    expect([refused.status, refused.json()]).toMatchObject([2, { error: { code: 'snapshot-not-found' } }]);
    expect(refused.stderr).not.toContain('Watching');
  }
  expect(Date.now() - asked).toBeLessThan(50_000);
}, 300_000);
