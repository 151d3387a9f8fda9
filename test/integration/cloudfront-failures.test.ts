import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { element, parseXml } from '../../src/services/aws/xml.js';
import { restoreConfig } from '../../src/providers/cloudfront/apply.js';
import { connectDistribution } from '../../src/providers/cloudfront/client.js';
import provider from '../../src/providers/cloudfront/index.js';
import { sharingReads } from '../../src/runtime/create-context.js';
import { failureOf, failures } from '../conformance/failures.suite.js';
import { CloudFrontHarness, SECRET_KEY } from '../sandbox/aws/cloudfront-harness.js';
import { isWrite } from '../sandbox/json-server.js';
import { MemoryPayloads } from '../support/payloads.js';

let stage: CloudFrontHarness;
beforeEach(async () => {
  stage = await CloudFrontHarness.start();
});
afterEach(() => stage.close());

const WRITES = [/^PUT .*\/config$/, /^PUT .*\/redirect$/, /\/publish$/, /^POST .*\/invalidation$/];

failures({
  name: 'cloudfront',
  provider,
  service: 'CloudFront',
  credential: 'AWS_SECRET_ACCESS_KEY',
  hangs: false,
  start: async () => {
    let own = await CloudFrontHarness.start();
    return {
      // The suite reads the server of the moment.
      get server() {
        return own.sandbox;
      },
      config: () => own.config,
      context: ({ env } = {}) => own.context(env),
      reset: async () => {
        await own.close();
        own = await CloudFrontHarness.start();
      },
      breakIt: () => own.deploy(),
      close: () => own.close(),
    };
  },
});

describe('a service that stumbles', () => {
  test('400 Throttling, as CloudFront says it, in place of each kind of write: restored, once', async () => {
    const { state, payloads, changes } = await stage.drifted();
    expect(changes.map(({ id }) => id)).toEqual(['function:redirect', 'config', 'invalidate']);
    for (const on of WRITES)
      stage.sandbox.inject({ on, with: stage.sandbox.error(400, 'Throttling', 'Rate exceeded') });
    await stage.apply(changes, payloads);
    expect(await stage.plan(state)).toEqual([]);
    expect(stage.live.invalidations).toHaveLength(1);
  });

  test('an HTML page in place of the code of a function is not taken for code', async () => {
    const { state } = await stage.capture();
    stage.sandbox.inject({ on: /function\/redirect$/, with: { kind: 'html', status: 200 } });
    expect((await stage.capture()).state).toEqual(state);
  });

  test.each(['reset', 'truncated', 'html'] as const)(
    '%s after each write was carried out: the second try finds it done',
    async (kind) => {
      const { state, payloads, changes } = await stage.drifted();
      for (const on of WRITES) stage.sandbox.inject({ on, with: { kind, executed: true } });
      await stage.apply(changes, payloads);
      expect(await stage.plan(state)).toEqual([]);
      expect(stage.live.invalidations).toHaveLength(1);
    },
    30_000,
  );

  test('the answer to a creation is lost: the function is there once, and published', async () => {
    const { state, payloads } = await stage.capture();
    await stage.scene.mutate(stage.id, { do: 'delete', name: 'redirect' });
    const changes = await stage.plan(state);
    expect(changes.map(({ id }) => id)).toEqual(['function:headers', 'function:redirect', 'config', 'invalidate']);
    stage.sandbox.inject({ on: /\/function$/, with: { kind: 'reset', executed: true } });
    await stage.apply(changes, payloads);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('a call that is never answered is given up and tried again', async () => {
    const { state, payloads } = await stage.drifted();
    const change = (await stage.plan(state)).find(({ id }) => id === 'config');
    if (change === undefined) throw new Error('the config does not differ');
    const client = await connectDistribution(stage.config, stage.context(), { connectMs: 1000, requestMs: 250 });
    try {
      stage.sandbox.inject({ on: /^GET/, with: { kind: 'hang' } });
      stage.sandbox.inject({ on: isWrite, with: { kind: 'hang', executed: true } });
      const saved = parseXml((await payloads.read('distribution.xml')).toString('utf8'));
      await restoreConfig(client, stage.config, stage.context(), saved, change);
      expect((await stage.plan(state)).map(({ id }) => id)).toEqual(['function:redirect', 'invalidate']);

      stage.sandbox.inject({ times: 99, with: { kind: 'hang' } });
      const error = await failureOf(client.distribution());
      expect(error.code).toBe('api-unavailable');
      expect(error.message).toContain(`read distribution ${stage.id}`);
    } finally {
      client.close();
    }
  }, 30_000);

  test('truncated XML that never ends is not taken for an empty config', async () => {
    stage.sandbox.inject({ times: 99, with: { kind: 'truncated' } });
    const error = await failureOf(stage.capture(stage.context({ AWS_MAX_ATTEMPTS: '2' })));
    expect(error).toMatchObject({ code: 'api-unexpected-answer', resource: 'subject' });
  });
});

describe('credentials and permissions', () => {
  test('an expired token: told as such', async () => {
    stage.sandbox.expired.add('AKIATEST');
    const error = await failureOf(stage.capture());
    expect(error.code).toBe('api-unauthorized');
    expect(error.remedy).toContain('AWS_SESSION_TOKEN');
    expect(JSON.stringify([error.message, error.remedy])).not.toContain(SECRET_KEY);
  });

  test.each(['GetDistribution', 'DescribeFunction', 'GetFunction', 'ListInvalidations'])(
    'without %s: the snapshot fails and names it; check reports it',
    async (action) => {
      stage.sandbox.denied.add(action);
      const error = await failureOf(stage.capture());
      expect(error.code).toBe('api-forbidden');
      expect(error.remedy).toContain(`cloudfront:${action}`);
      const findings = await provider.check(stage.config, stage.context());
      expect(findings).toMatchObject([{ level: 'error', code: 'api-forbidden', remedy: error.remedy }]);
    },
  );

  test.each(['UpdateDistribution', 'UpdateFunction', 'PublishFunction', 'CreateInvalidation'])(
    'without %s: the restore names it, and a later one finishes',
    async (action) => {
      const { state, payloads, changes } = await stage.drifted();
      stage.sandbox.denied.add(action);
      const error = await failureOf(stage.apply(changes, payloads));
      expect(error.code).toBe('api-forbidden');
      expect(error.remedy).toContain(`cloudfront:${action}`);
      stage.sandbox.denied.clear();
      await stage.apply(await stage.plan(state), payloads);
      expect(await stage.plan(state)).toEqual([]);
    },
  );
});

describe('things that are gone', () => {
  test('the distribution was deleted: snapshot, check and restore say so', async () => {
    const { payloads, changes } = await stage.drifted();
    stage.sandbox.distributions.clear();
    const failed = [await failureOf(stage.capture()), await failureOf(stage.apply(changes.slice(1), payloads))];
    for (const error of failed) {
      expect(error.code).toBe('api-not-found');
      expect(error.remedy).toContain('it was deleted, or belongs to another account');
    }
    expect(await provider.check(stage.config, stage.context())).toMatchObject([
      { level: 'error', code: 'api-not-found' },
    ]);
  });

  test('a function in use without LIVE stage: no snapshot is better than half of one', async () => {
    const found = stage.sandbox.functions.get('redirect');
    if (found) found.live = null;
    expect(await failureOf(stage.capture())).toMatchObject({
      code: 'snapshot-incomplete',
      message: expect.stringContaining('redirect'),
    });
    expect((await provider.check(stage.config, stage.context())).map(({ code }) => code)).toEqual([
      'cloudfront-function-missing',
    ]);
  });

  test('what the config refers to was deleted since: the remedy says what it is', async () => {
    const { payloads, changes } = await stage.drifted();
    stage.sandbox.inject({ on: /^PUT/, times: 9, with: stage.sandbox.error(404, 'NoSuchCachePolicy') });
    const config = changes.filter(({ id }) => id === 'config');
    expect((await failureOf(stage.apply(config, payloads))).remedy).toContain('A cache policy is missing');
  });

  test.each(['distribution.xml', 'function-redirect.json'])(
    'a payload %s that is no document: corrupt',
    async (name) => {
      const { payloads, changes } = await stage.drifted();
      payloads.contents.set(name, Buffer.from('{"half'));
      expect((await failureOf(stage.apply(changes, payloads))).code).toBe('snapshot-corrupt');
      expect(stage.live.invalidations).toEqual([]);
    },
  );
});

describe('two operators at once', () => {
  /** Somebody writes just before our first write of this kind. */
  function meanwhile(path: RegExp, act: () => void): void {
    let done = false;
    stage.sandbox.before = (request) => {
      if (done || !isWrite(request) || !path.test(request.path)) return;
      done = true;
      act();
    };
  }

  test('the distribution moved, but not in what was read: read again once, and restored', async () => {
    const { state, payloads, changes } = await stage.drifted();
    meanwhile(/\/config$/, () => stage.sandbox.change(stage.live, stage.live.config));
    const from = stage.sandbox.requests.length;
    await stage.apply(changes, payloads);
    expect(await stage.plan(state)).toEqual([]);
    const puts = stage.sandbox.requests
      .slice(from)
      .filter(({ path, method }) => method === 'PUT' && path.endsWith('/config'));
    expect(puts.map(({ answer }) => answer?.status)).toEqual([412, 200]);
  });

  test('somebody else changed it in between: their change is left alone, and the next plan shows it', async () => {
    const { state, payloads, changes } = await stage.drifted();
    meanwhile(/\/config$/, () => {
      const document = JSON.stringify(stage.live.config).replaceAll('PriceClass_100', 'PriceClass_All');
      stage.sandbox.change(stage.live, JSON.parse(document) as typeof stage.live.config);
    });
    const error = await failureOf(stage.apply(changes, payloads));
    expect(error.code).toBe('api-conflict');
    expect(error.remedy).toContain('plan again');
    const again = await stage.plan(state);
    expect(JSON.stringify(again)).toContain('PriceClass: PriceClass_All → PriceClass_100');
    await stage.apply(again, payloads);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('somebody else restored the same: nothing more is written', async () => {
    const { state, payloads, changes } = await stage.drifted();
    const saved = parseXml((await payloads.read('distribution.xml')).toString('utf8'));
    meanwhile(/\/config$/, () => stage.sandbox.change(stage.live, saved));
    await stage.apply(changes, payloads);
    expect(await stage.plan(state)).toEqual([]);
  });

  test('a function published in between by somebody else is not overwritten', async () => {
    const { payloads, changes } = await stage.drifted();
    const at = stage.sandbox.functions.get('redirect');
    meanwhile(/\/redirect$/, () => {
      if (at) at.development = { ...at.development, code: Buffer.from('theirs'), etag: 'E0THEIRS' };
    });
    expect((await failureOf(stage.apply(changes, payloads))).code).toBe('api-conflict');
    expect(at?.development.code.toString()).toBe('theirs');
  });

  test('two restores of the same snapshot at the same time: both end well', async () => {
    const { state, payloads, changes } = await stage.drifted();
    await Promise.all([stage.apply(changes, payloads), stage.apply(changes, payloads)]);
    expect(await stage.plan(state)).toEqual([]);
    expect(stage.live.invalidations).toHaveLength(1);
  });

  test('a function published while it is being read: code and settings belong together', async () => {
    const at = stage.sandbox.functions.get('redirect');
    const live = at?.live;
    if (!at || !live) throw new Error('no function');
    let moved = false;
    stage.sandbox.before = ({ path, query }) => {
      if (moved || !path.endsWith('/function/redirect') || query.get('Stage') !== 'LIVE') return;
      moved = true;
      const parts = [element('Comment', 'newer'), element('Runtime', 'cloudfront-js-2.0')];
      const config = element('FunctionConfig', parts);
      at.live = { ...live, config, code: Buffer.from('published in between'), etag: 'E0NEWER' };
    };
    const { payloads } = await stage.capture();
    const { state } = await stage.capture();
    expect(moved).toBe(true);
    expect(await provider.prove?.(stage.config, state, stage.context(), payloads, 'readable')).toEqual([]);
  });

  test('a snapshot that was tampered with is told', async () => {
    const { state, payloads } = await stage.capture();
    const other = new MemoryPayloads();
    for (const [name, content] of payloads.contents) {
      other.contents.set(name, Buffer.from(content.toString('utf8').replace('app.example.com', 'evil.example.net')));
    }
    const findings = await provider.prove?.(stage.config, state, stage.context(), other, 'readable');
    expect(findings).toMatchObject([{ level: 'error', code: 'payload-differs' }]);
  });
});

test('check, comparison and snapshot of one rollback read everything once; a write is read again', async () => {
  const run = stage.context();
  const ctx = sharingReads(run, 10_000);
  const capture = (): Promise<unknown> => provider.capture(stage.config, ctx, new MemoryPayloads());
  const readings = async (): Promise<(number | boolean)[]> => {
    stage.sandbox.requests.length = 0;
    const { state } = await stage.capture();
    const once = stage.sandbox.requests.splice(0).length;
    const found = await Promise.all([capture(), capture(), provider.check(stage.config, ctx)]);
    return [stage.sandbox.requests.length - once, JSON.stringify(found[0]) === JSON.stringify(state)];
  };
  const { payloads, changes } = await stage.drifted();
  await readings();
  await stage.apply(changes, payloads, run);
  // The check lists the invalidations since another time.
  expect(await readings()).toEqual([1, true]);
});

test('a read that two steps share survives the end of the step that sent it', async () => {
  const ctx = sharingReads(stage.context({ AWS_MAX_ATTEMPTS: '1' }), 10_000);
  const first = await connectDistribution(stage.config, ctx);
  const second = await connectDistribution(stage.config, ctx);
  // The request has arrived, and is not answered.
  stage.sandbox.before = () => first.close();
  const own = first.distribution();
  const shared = second.distribution();
  expect([(await own).etag, (await shared).etag]).toEqual([stage.live.etag, stage.live.etag]);
  expect(stage.sandbox.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
  second.close();
});
