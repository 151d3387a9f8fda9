import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { MitigationWorld } from '../support/mitigation-world.js';

/** What somebody gets who uses mitigations off the usual path. */
const world = new MitigationWorld();
let config = '';
beforeAll(async () => {
  await world.start();
  config = readFileSync(world.config, 'utf8');
});
afterAll(world.stop);
afterEach(() => writeFileSync(world.config, config));
const { run } = world;
const withConfig = (change: (now: string) => string): void => writeFileSync(world.config, change(config));
const withoutApprovalKeys = (now: string): string => now.replace(/, approval-keys: \[[^\]]*\]/, '');

describe('check', () => {
  test('warns that nobody lifts mitigations without a person if sign.approval-keys is missing', async () => {
    withConfig(withoutApprovalKeys);
    const { status, stdout } = await run(['check']);
    expect(stdout).toContain('(lift-unsigned)');
    expect(status).toBe(0);
    withConfig((now) => withoutApprovalKeys(now).replace(/mitigations:\n(?: {2}- .*\n)+/, ''));
    expect((await run(['check'])).stdout).not.toContain('lift-unsigned');
  });

  test.each([
    ['the key of the snapshot job', () => world.snapshots.secret, 'signing-key-unknown'],
    ['the public half', () => world.approver.publicKey, 'input-invalid'],
  ])('is not ready if REWIND_APPROVAL_KEY is %s', async (_name, key, code) => {
    const { status, stdout } = await run(['check'], { env: { ...world.environment(), REWIND_APPROVAL_KEY: key() } });
    expect(stdout).toContain(`(${code})`);
    expect(stdout).not.toContain(key());
    expect(status).toBe(3);
  });
});

test('check warns of a mitigation that its resource cannot take, and of no other one', async () => {
  const { status, stdout } = await run(['check']);
  expect(stdout).toContain(
    'The mitigation scale-up "more" cannot be planned: "flags" (launchdarkly) does not support it.',
  );
  expect(stdout.match(/mitigation-impossible/g)).toHaveLength(1);
  expect(status).toBe(0);
});

test('a time limit without a mitigation is refused', async () => {
  const { status, stderr } = await run(['mitigate', '--minutes', '5']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--minutes is given without') });
});

test('a message names ten unknown flags, not thousands', async () => {
  const keys = Array.from({ length: 5000 }, (_, at) => `f${at}`).join();
  const { status, stderr } = await run(['mitigate', '--flags', keys]);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('f8, f9 and 4990 more.') });
});

test('during a mitigation a plan of a rollback says until when it is in effect, and a bare undo what it has', async () => {
  const mitigation = await run(['mitigate', 'checkout-off', '--minutes', '1', '--json']);
  const { digest } = mitigation.json<{ digest: string }>();
  expect((await run(['mitigate', 'checkout-off', '--minutes', '1'])).stdout).toMatch(
    /for 1 minute\n(.|\n)*: 1 minute after/,
  );
  await world.ok('rollback', '--digest', digest);
  const until = /is in effect in "flags", with a time limit until 20\d\d-[^ ]+Z\./;
  expect((await run(['plan'])).stdout).toMatch(until);
  expect((await run(['undo'])).stderr).toContain('has only mitigations and their lifts of "production": ');
  const config = readFileSync(world.config, 'utf8');
  writeFileSync(world.config, config.replaceAll('environment: production', 'environment: staging'));
  const elsewhere = await world.lift();
  writeFileSync(world.config, config);
  expect(elsewhere.stdout).toContain('is for "staging", and the store has open mitigations of "production": lift them');
  world.age(digest);
  const env = { ...world.environment(), LAUNCHDARKLY_ACCESS_TOKEN: 'revoked' };
  const refused = await run(['mitigate', '--lift-expired'], { env });
  expect(refused.stdout).toContain('Correct this, and run it again.');
  expect(refused.stdout).not.toContain('Bring the resource back into the configuration');
  expect(refused.status).toBe(1);
  await world.lift();
  expect((await run(['plan'])).stdout).not.toMatch(until);
});
