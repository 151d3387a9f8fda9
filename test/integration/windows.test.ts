import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Manifest } from '../../src/engine/manifest.js';
import { readable, TYPED } from '../support/hostile.js';
import { makeRepository, type Configuration, type Repository } from '../support/repository.js';
import type { ConfigStore } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** A freeze stops deploys, and nothing that helps in an incident. */
let vercel: VercelSandbox;
let flags: ConfigStore;
let repository: Repository;
let configuration: Configuration;
const FREEZE = [
  'windows:',
  '  timezone: Europe/Berlin',
  '  freezes: [{ from: 2020-01-01T00:00, to: 2098-01-01T00:00, reason: Christmas trade }]',
];

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  flags = vercel.addStore('flags', { 'new-checkout': false });
  configuration = {
    resources: [`{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`],
  };
  repository = await makeRepository({ ...configuration, sections: FREEZE, env: vercel.env });
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});

const turn = (value: boolean): void => {
  const item = flags.items.get('new-checkout');
  if (item !== undefined) flags.items.set('new-checkout', { ...item, value });
};
const note = async (): Promise<string> => (await repository.ok('incident', 'show')).stdout;

test('guard and the snapshot before a deploy say no, why, and how to deploy all the same', async () => {
  const guard = await repository.run(['guard']);
  expect([guard.status, guard.stdout]).toEqual([
    3,
    expect.stringMatching(
      /no deploys are allowed at this time\.\n[^]*Deploys are frozen: Christmas trade[^]*--override-freeze/,
    ),
  ]);
  const snapshot = await repository.run(['snapshot', '--json']);
  expect(snapshot.status).toBe(3);
  expect(snapshot.json()).toEqual({ ok: false, closed: expect.stringContaining('Christmas trade') });
  expect((await repository.ok('list', '--json')).json()).toMatchObject({ snapshots: [] });
});

test('a reason lets one deploy through; guard writes it to the open incident, the snapshot holds it', async () => {
  await repository.ok('incident', 'open', '--title', 'Login is broken');
  const reason = ['fix of the login', ...TYPED].join('\n');
  const guard = await repository.ok('guard', '--override-freeze', reason);
  expect(await note()).toMatch(/allowed a deploy: fix of the login ⏎ .*it's "down" for 'us'/);
  expect(readable(guard.stdout)).toContain('allowedadeploy:fixofthelogin⏎it\'s"down"');
  await repository.ok('snapshot', '--override-freeze', reason);
  const { stdout } = await repository.ok('show', '--json');
  expect((JSON.parse(stdout) as Manifest).override).toMatchObject({
    by: expect.stringMatching(/./),
    reason,
    closed: expect.stringContaining('Christmas trade'),
  });
  expect((await repository.ok('show')).stdout).toContain('allowed a deploy: fix of the login');
});

test('nothing that helps in an incident waits for a window: release, manual, rollback, undo, recover', async () => {
  turn(true);
  await repository.run(['snapshot', '--reason', 'release']);
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  expect(flags.items.get('new-checkout')?.value).toBe(false);
  await repository.ok('rollback', '--digest', await repository.digestOf('undo'));
  expect(flags.items.get('new-checkout')?.value).toBe(true);
  await repository.ok('snapshot', '--reason', 'manual');
  expect((await repository.run(['recover', '--status'])).stdout).not.toContain('frozen');
});

test('an open window lets both through without a word', async () => {
  repository.configure({ ...configuration, sections: ['windows: { timezone: Europe/Berlin }'] });
  expect((await repository.ok('guard')).stdout).toContain('(window): free: Deploys are allowed.');
  await repository.ok('snapshot', '--override-freeze', 'not needed');
  expect((await repository.ok('show')).stdout).not.toContain('not needed');
});

test('quiet hours are suggested from a file, with what they rest on', async () => {
  const start = Date.parse('2026-10-05T00:00Z');
  const rows = [...Array(14 * 24).keys()].map((hour) => {
    const at = new Date(start + hour * 3_600_000);
    return `${at.toISOString()},${at.getUTCDay() === 3 && at.getUTCHours() === 7 ? 0 : 1200}`;
  });
  writeFileSync(join(repository.root, 'traffic.csv'), ['hour,requests', ...rows].join('\n'));
  const { stdout } = await repository.ok('windows', '--requests', 'traffic.csv');
  expect(stdout).toMatch(
    /^Deploys are allowed\.\nThe quietest hours of the week, Europe\/Berlin:\n {2}wed 08:00 to 10:00: 600/,
  );
  expect(stdout).toContain('Based on 336 hours from 2026-10-05 00:00 UTC to 2026-10-19 00:00 UTC in traffic.csv');
  writeFileSync(join(repository.root, 'traffic.csv'), 'x');
  const refused = await repository.run(['windows', '--requests', 'traffic.csv']);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('traffic.csv spans 0 hours')]);
});
