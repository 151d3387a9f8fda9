import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CHANNEL_ADAPTERS } from '../../src/channels/adapters/registry.js';
import type { RollbackResult } from '../../src/report/result-file.js';
import { ChannelServices } from '../support/channels.js';
import { freePort } from '../support/free-port.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import type { ConfigStore } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Rollbacks that tell every channel beside their changes. */
const services = new ChannelServices();
let vercel: VercelSandbox;
let flags: ConfigStore;
let repository: Repository;
/** Milliseconds of a rollback without channels. */
let alone = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  [vercel] = await Promise.all([new VercelSandbox().start(), services.start()]);
  flags = vercel.addStore('flags', { checkout: false });
  const env = Object.assign({}, ...services.subjects.map((one) => one.env())) as Record<string, string>;
  repository = await makeRepository({ resources: resources(), env: { ...env, ...vercel.env } });
  await repository.ok('snapshot');
  repository.configure({ resources: resources(), sections: ['channels: []'] });
  for (let runs = 0; runs < 2; runs += 1) {
    const { took, result, json } = await rollback();
    expect([result.status, json.verdict, json.told]).toEqual([0, 'rolled-back', null]);
    alone = Math.min(alone, took);
  }
  repository.configure({ resources: resources(), sections: sections() });
});
afterAll(async () => {
  await Promise.all([vercel.stop(), services.stop()]);
  repository.remove();
});
beforeEach(() => services.clear());

const resources = () => [`{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`];
const sections = () => ['channels:', ...services.subjects.map(({ yaml }) => yaml)];

interface Ended {
  readonly result: ProgramResult;
  readonly json: RollbackResult;
  readonly took: number;
}

/** A change of production in an incident of its own, and its rollback. */
async function rollback(env: Record<string, string> = {}): Promise<Ended> {
  const item = flags.items.get('checkout');
  if (item !== undefined) flags.items.set('checkout', { ...item, value: true });
  const digest = await repository.digestOf('plan');
  const began = performance.now();
  const result = await repository.run(['rollback', '--digest', digest, '--json'], { env });
  const took = performance.now() - began;
  return { result, took, json: result.json<RollbackResult>() };
}
/** Ends the incident without telling it. */
async function close(): Promise<void> {
  repository.configure({ resources: resources(), sections: ['channels: []'] });
  const { obligations } = (await repository.ok('incident', 'show', '--json')).json<{
    obligations: { id: string; discharged: unknown }[];
  }>();
  for (const { id, discharged } of obligations) {
    if (discharged === null) await repository.ok('incident', 'discharge', '--obligation', id, '--reason', 'over');
  }
  await repository.ok('incident', 'close', '--reason', 'over');
  repository.configure({ resources: resources(), sections: sections() });
}
const told = ({ json }: Ended): string[] =>
  (json.told?.messages ?? []).map(({ channel, phase, outcome }) => `${channel} ${phase} ${outcome}`);

test('every adapter is here', () =>
  expect(services.subjects.map(({ id }) => id).sort()).toEqual(Object.keys(CHANNEL_ADAPTERS).sort()));

test('each channel is told each phase once, and the same rollback once more tells nothing', async () => {
  const ended = await rollback();
  expect([ended.result.status, ended.json.verdict]).toEqual([0, 'rolled-back']);
  for (const { id, phases } of services.subjects) {
    expect([id, phases()]).toEqual([id, ['opened', 'rolled-back', 'verified']]);
  }
  expect(told(ended).filter((line) => !line.endsWith(' sent'))).toEqual([]);
  await repository.ok('rollback', '--digest', ended.json.digest);
  for (const { phases } of services.subjects) expect(phases()).toHaveLength(3);
});

const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
  ({ kind: 'answer', answer: { status, headers, body } }) as const;
test.each([
  ['refuse the connection', 'refused'],
  ['hang', { kind: 'hang' }],
  ['answer 429', answer(429, {}, { 'retry-after': '60' })],
  ['answer 500', answer(500, {})],
  ['have a broken TLS', 'tls'],
  ['answer 200 with ok: false', answer(200, { ok: false, error: 'restricted_action' })],
] as const)('services that %s: at most 2 s longer, the same outcome, each one named', async (_what, fault) => {
  await close();
  const env: Record<string, string> = {};
  for (const subject of services.subjects) {
    if (fault === 'refused') Object.assign(env, subject.env(`http://127.0.0.1:${await freePort()}`));
    else if (fault === 'tls') Object.assign(env, subject.env(subject.server.url.replace('http:', 'https:')));
    else subject.server.inject({ times: 999, with: fault });
  }
  const ended = await rollback(env);
  const { result, json, took } = ended;
  expect([result.status, json.verdict, json.applied, json.remaining]).toEqual([
    0,
    'rolled-back',
    ['flags/set-item/checkout'],
    0,
  ]);
  expect(took - alone).toBeLessThan(2_000);
  const report = readFileSync(join(repository.root, '.rewind/report.md'), 'utf8');
  for (const { id, phases } of services.subjects) {
    // What has no answer of its own to give takes every status 200.
    if (told(ended).includes(`${id} opened sent`)) {
      expect([id, fault]).toEqual([
        'webhook',
        expect.objectContaining({ answer: expect.objectContaining({ status: 200 }) as unknown }),
      ]);
      continue;
    }
    expect([id, phases()]).toEqual([id, []]);
    expect(report).toMatch(new RegExp(`Message to ${id}, opened: (NOT|PERHAPS) SENT`));
  }
  expect(report).toContain('To send the messages that were not sent: rewind notify ');
  // Nothing stays broken: the next run tells them.
  services.subjects.forEach(({ server }) => server.clearFaults());
  await repository.run(['notify']);
  for (const { id, phases } of services.subjects) {
    if (!told(ended).some((line) => /perhaps-sent| sent$/.test(line) && line.startsWith(id))) {
      expect([id, phases()]).toEqual([id, ['opened', 'rolled-back', 'verified']]);
    }
  }
});
