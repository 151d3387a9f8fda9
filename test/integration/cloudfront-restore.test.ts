import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { child, element, withChild } from '../../src/services/aws/xml.js';
import provider from '../../src/providers/cloudfront/index.js';
import { CODE_SECRET, ORIGIN_SECRET } from '../sandbox/aws/cloudfront-fixture.js';
import { CloudFrontHarness, SECRET_KEY } from '../sandbox/aws/cloudfront-harness.js';
import { failureOf } from '../conformance/failures.suite.js';

let stage: CloudFrontHarness;
beforeEach(async () => {
  stage = await CloudFrontHarness.start();
});
afterEach(() => stage.close());

/** Write requests since a place in the log, in order, as "METHOD last-part-of-the-path". */
function writesSince(from: number): string[] {
  const writes = stage.sandbox.requests.slice(from).filter(({ method }) => method !== 'GET');
  return writes.map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);
}

describe('the order of a restore', () => {
  test('functions, then the config, then the caches once everything is Deployed', async () => {
    stage.sandbox.deployMs = 185_000;
    const { state, payloads, changes } = await stage.drifted();
    expect(changes.map(({ id, effect }) => [id, effect])).toEqual([
      ['function:redirect', 'live'],
      ['config', 'live'],
      ['invalidate', 'live'],
    ]);
    const from = stage.sandbox.requests.length;
    await stage.apply(changes, payloads);
    expect(writesSince(from)).toEqual(['PUT redirect', 'POST publish', 'PUT config', 'POST invalidation']);
    const [invalidation] = stage.live.invalidations;
    expect((invalidation?.created ?? 0) - stage.live.modified).toBeGreaterThanOrEqual(stage.sandbox.deployMs);
    expect(stage.sandbox.functions.get('redirect')?.live?.code.toString()).toContain(CODE_SECRET);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('no paths configured: nothing is invalidated', async () => {
    stage.config = { ...stage.config, invalidate: [] };
    const { state, payloads, changes } = await stage.drifted();
    expect(changes.map(({ id }) => id)).toEqual(['function:redirect', 'config']);
    await stage.apply(changes, payloads);
    expect(stage.live.invalidations).toEqual([]);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('another order of the configured paths is the same plan', async () => {
    stage.config = { ...stage.config, invalidate: ['/b/*', '/a/*'] };
    const { state, changes } = await stage.drifted();
    stage.config = { ...stage.config, invalidate: ['/a/*', '/b/*'] };
    expect(await stage.plan(state)).toEqual(changes);
  });

  test('killed before the invalidation: only that is left to do', async () => {
    const { state, payloads, changes } = await stage.drifted();
    await stage.apply(changes.slice(0, 2), payloads);
    const rest = await stage.plan(state);
    expect(rest).toMatchObject([
      { id: 'invalidate', before: expect.stringContaining('nothing was invalidated since') },
    ]);
    await stage.apply(rest, payloads);
    await stage.apply(rest, payloads);
    expect(stage.live.invalidations).toHaveLength(1);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('an invalidation from before the restore does not count; one of fewer paths does not either', async () => {
    stage.config = { ...stage.config, invalidate: ['/a', '/b'] };
    const { state, payloads, changes } = await stage.drifted();
    stage.live.invalidations.unshift({
      id: 'I0',
      created: stage.clock.now().getTime(),
      reference: 'r0',
      paths: ['/*'],
    });
    stage.passed += 60_000;
    await stage.apply(changes.slice(0, 2), payloads);
    const later = stage.clock.now().getTime() + 1000;
    stage.live.invalidations.unshift({ id: 'I1', created: later, reference: 'r1', paths: ['/a'] });
    expect((await stage.plan(state)).map(({ id }) => id)).toEqual(['invalidate']);
    stage.live.invalidations.unshift({ id: 'I2', created: later, reference: 'r2', paths: ['/*'] });
    expect(await stage.plan(state)).toEqual([]);
  });

  test('too many invalidations in progress: the remedy says wait', async () => {
    const { payloads, changes } = await stage.drifted();
    stage.sandbox.invalidateMs = 3_600_000;
    for (let at = 0; at < 15; at += 1) {
      const created = stage.clock.now().getTime() - 1000;
      stage.live.invalidations.push({ id: `I${at}`, created, reference: `r${at}`, paths: ['/*'] });
    }
    expect((await failureOf(stage.apply(changes, payloads))).remedy).toContain('Wait until invalidations');
  });
});

describe('waiting until it is Deployed', () => {
  test('tells how far it is, at most every 30 s', async () => {
    stage.sandbox.deployMs = 95_000;
    const { payloads, changes } = await stage.drifted();
    const ctx = stage.context();
    await stage.apply(changes, payloads, ctx);
    const told = ctx.lines.filter((line) => line.includes('InProgress'));
    expect(told.map((line) => /for (\d+) s/.exec(line)?.[1])).toEqual(['0', '30', '60', '90']);
  });

  test('the limit: says that it goes on by itself; a later run waits on and invalidates', async () => {
    stage.sandbox.deployMs = 900_000;
    const { state, payloads, changes } = await stage.drifted();
    const error = await failureOf(stage.apply(changes, payloads));
    expect(error.code).toBe('deadline-exceeded');
    expect(error.message).toMatch(/still InProgress after 600 s/);
    expect(error.remedy).toContain('Run the same rollback again');
    const rest = await stage.plan(state);
    expect(rest.map(({ id }) => id)).toEqual(['invalidate']);
    await stage.apply(rest, payloads);
    expect(stage.passed).toBeGreaterThanOrEqual(900_000);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('wait: 0 does not wait, and says so', async () => {
    stage.config = { ...stage.config, wait: 0 };
    stage.sandbox.deployMs = 900_000;
    const { state, payloads, changes } = await stage.drifted();
    const ctx = stage.context();
    await stage.apply(changes, payloads, ctx);
    expect(stage.passed).toBe(0);
    expect(ctx.lines.join('\n')).toContain('is InProgress; not waiting');
    expect(await stage.plan(state)).toEqual([]);
  });
});

describe('what stays as it is', () => {
  test('a continuous deployment begun since: kept, told, and left to a person', async () => {
    const { state, payloads } = await stage.drifted();
    stage.sandbox.deploymentPolicies.add('policy-1');
    await stage.scene.update(stage.id, (config) => (config.ContinuousDeploymentPolicyId = 'policy-1'));
    const changes = await stage.plan(state);
    expect(changes.map(({ id }) => id)).toEqual(['function:redirect', 'config', 'invalidate', 'continuous-deployment']);
    expect(changes[1]?.warnings.join()).toContain('ContinuousDeploymentPolicyId stay as they are');
    expect(changes[3]?.manual).toContain('CloudFront console');
    await stage.apply(changes, payloads);
    expect((await stage.scene.config(stage.id)).config.ContinuousDeploymentPolicyId).toBe('policy-1');
    expect((await stage.plan(state)).map(({ id }) => id)).toEqual(['continuous-deployment']);
    const findings = await provider.check(stage.config, stage.context());
    expect(findings.map(({ code }) => code)).toEqual(['cloudfront-continuous-deployment']);
  });

  test('a staging distribution stays one, and nothing is promoted', async () => {
    stage.live.config = withChild(stage.live.config, 'Staging', element('Staging', 'true'));
    const { state, payloads, changes } = await stage.drifted();
    expect(state.staging).toBe(true);
    await stage.apply(changes, payloads);
    expect((await stage.scene.config(stage.id)).config.Staging).toBe(true);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('members that the SDK does not know survive a snapshot and a restore', async () => {
    const future = element('FutureSetting', [element('Mode', 'on <&> "x"')]);
    stage.live.config = withChild(stage.live.config, 'FutureSetting', future);
    const { state, payloads } = await stage.capture();
    stage.sandbox.change(stage.live, withChild(stage.live.config, 'FutureSetting', undefined));
    await stage.apply(await stage.plan(state), payloads);
    expect(child(stage.live.config, 'FutureSetting')).toEqual(future);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('unpublished work is warned about, overwritten only with the function, and sealed', async () => {
    const { state, payloads, changes } = await stage.drifted();
    await stage.scene.updateFunction('redirect', 'function handler(event) { /* work */ }', 'draft', false);
    await stage.scene.updateFunction('headers', 'function handler(event) { /* other work */ }', 'draft', false);
    const [change] = await stage.plan(state);
    expect(change?.warnings.join()).toContain('unpublished work in the DEVELOPMENT stage is overwritten');
    const before = await stage.capture();
    expect(before.payloads.contents.get('draft-redirect.json')?.length).toBeGreaterThan(0);
    await stage.apply(changes, payloads);
    expect(stage.sandbox.functions.get('headers')?.development.code.toString()).toContain('other work');
    expect(await stage.plan(state)).toEqual([]);
  });
});

describe('secrets', () => {
  test('origin headers and code are sealed: not in state, plan, log or error', async () => {
    const { state, payloads } = await stage.capture();
    await stage.scene.update(stage.id, (config) => {
      const Items = [{ HeaderName: 'X-Origin-Verify', HeaderValue: 'rotated-value-5512' }];
      const first = config.Origins?.Items?.[0];
      if (first) first.CustomHeaders = { Quantity: 1, Items };
    });
    const ctx = stage.context();
    const live = (await stage.capture(ctx)).state;
    const changes = provider.plan(state, live);
    expect(changes[0]?.params.fields).toEqual([
      'Origins.app.CustomHeaders.X-Origin-Verify.HeaderValue: (current secret) → (saved secret)',
    ]);
    await stage.apply(changes, payloads, ctx);
    ctx.log.info(`what if somebody prints ${ORIGIN_SECRET}`);
    const visible = JSON.stringify([state, live, changes, ctx.lines]);
    for (const secret of [ORIGIN_SECRET, CODE_SECRET, 'rotated-value-5512', SECRET_KEY]) {
      expect(visible).not.toContain(secret);
    }
    expect(payloads.contents.get('distribution.xml')?.toString()).toContain(ORIGIN_SECRET);
    expect(await stage.plan(state)).toEqual([]);
  });
});
