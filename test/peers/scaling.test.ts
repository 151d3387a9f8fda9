import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import awsScaling from '../../src/providers/aws-scaling/index.js';
import type { Config as ScalingConfig } from '../../src/providers/aws-scaling/config.js';
import lambda from '../../src/providers/lambda-concurrency/index.js';
import type { Config as LambdaConfig } from '../../src/providers/lambda-concurrency/config.js';
import type { Measure } from '../../src/engine/measure.js';
import type { Provider } from '../../src/engine/provider.js';
import { JSON_ANSWER } from '../../src/services/aws/json.js';
import { signedApi } from '../../src/services/aws/signed.js';
import { failureOf } from '../conformance/failures.suite.js';
import { scalingContext } from '../sandbox/aws/scaling-fixture.js';
import { ScalingSandbox } from '../sandbox/aws/scaling.js';
import type { LoggedRequest } from '../sandbox/json-server.js';
import { awsDescription } from '../support/aws-description.js';
import type { TestContext } from '../support/context.js';
import { startMoto, type Moto } from '../support/moto.js';
import { MemoryPayloads } from '../support/payloads.js';

const region = 'eu-central-1';
const table: ScalingConfig = {
  id: 'subject',
  provider: 'aws-scaling',
  region,
  target: 'table/orders',
  dimension: 'dynamodb:table:ReadCapacityUnits',
};
const checkout: LambdaConfig = { id: 'subject', provider: 'lambda-concurrency', region, function: 'checkout' };
const none = new MemoryPayloads();

/** Mitigates, undoes it, and returns what was found before, with the measure, and after. */
async function thereAndBack<Config, State>(
  provider: Provider<Config, State>,
  config: Config,
  ctx: TestContext,
  measure: Measure,
): Promise<[State, State, State]> {
  const read = (): Promise<State> => provider.capture(config, ctx, none);
  const bring = async (to: State): Promise<State> => {
    for (const change of provider.plan(to, await read())) await provider.apply(config, change, ctx, none);
    return read();
  };
  const before = await read();
  const eased = provider.capabilities?.mitigation?.ease(config, before, measure, {});
  if (!eased) throw new Error('no mitigation');
  return [before, await bring(eased.desired), await bring(before)];
}

describe('against moto', () => {
  let moto: Moto;
  let ctx: TestContext;
  beforeAll(async () => {
    moto = await startMoto();
    ctx = scalingContext(moto);
  });
  afterAll(() => moto.stop());

  test('a scalable target: registered, scaled up, undone, suspended, registered again', async () => {
    expect((await awsScaling.capture(table, ctx, none)).scaling).toBeNull();
    const suspended = { scaleIn: true, scaleOut: false, scheduled: true };
    const first = { ...(await awsScaling.capture(table, ctx, none)), scaling: { min: 2, max: 10, suspended } };
    const register = async () => {
      for (const change of awsScaling.plan(first, await awsScaling.capture(table, ctx, none)))
        await awsScaling.apply(table, change, ctx, none);
    };
    await register();
    expect(await awsScaling.capture(table, ctx, none)).toEqual(first);
    const measure = { kind: 'scale-up', min: 5, max: 20 } as const;
    const [before, up, after] = await thereAndBack(awsScaling, table, ctx, measure);
    // The partial update keeps what is suspended.
    expect(up).toEqual({ ...before, scaling: { min: 5, max: 20, suspended } });
    expect(after).toEqual(before);
    const resumed = { ...before, scaling: { min: 2, max: 10, suspended: { ...suspended, scaleIn: false } } };
    for (const change of awsScaling.plan(resumed, before)) await awsScaling.apply(table, change, ctx, none);
    expect(await awsScaling.capture(table, ctx, none)).toEqual(resumed);
  });

  test('a target that the service does not know: its own code and message', async () => {
    const wrong = { ...table, target: 'service/none/web', dimension: 'ecs:service:DesiredCount' };
    const saved = { ...(await awsScaling.capture(wrong, ctx, none)), scaling: { min: 1, max: 2, suspended: NOTHING } };
    const [change] = awsScaling.plan(saved, { ...saved, scaling: null });
    if (!change) throw new Error('nothing is planned');
    const error = await failureOf(awsScaling.apply(wrong, change, ctx, none));
    expect(error.message).toContain('Application Auto Scaling answered 400 ClusterNotFoundException');
  });

  test('reserved concurrency: none is not 0; raised, undone, taken away', async () => {
    expect((await failureOf(lambda.capture(checkout, ctx, none))).code).toBe('api-not-found');
    await createFunction(moto, ctx);
    expect((await lambda.capture(checkout, ctx, none)).reserved).toBeNull();
    const none0 = await thereAndBack(lambda, checkout, ctx, { kind: 'scale-up', max: 50 });
    expect(none0.map(({ reserved }) => reserved)).toEqual([null, null, null]);
    const nothing = await lambda.capture(checkout, ctx, none);
    const bring = async (reserved: number | null) => {
      for (const change of lambda.plan({ ...nothing, reserved }, await lambda.capture(checkout, ctx, none)))
        await lambda.apply(checkout, change, ctx, none);
    };
    await bring(10);
    const raised = await thereAndBack(lambda, checkout, ctx, { kind: 'scale-up', max: 50 });
    expect(raised.map(({ reserved }) => reserved)).toEqual([10, 50, 10]);
    await bring(null);
    expect(await lambda.capture(checkout, ctx, none)).toEqual(nothing);
  });
});

const NOTHING = { scaleIn: false, scaleOut: false, scheduled: false };
/** An archive without files. */
const EMPTY_ZIP = Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1').toString('base64');

async function createFunction({ url }: Moto, ctx: TestContext): Promise<void> {
  const role = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/iam/aws4_request, Signature=0' },
    body: new URLSearchParams({
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName: 'shop',
      AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
    }),
  });
  expect(role.status).toBe(200);
  const api = await signedApi(ctx, { name: 'LAMBDA', prefix: 'lambda', region });
  await api.send(
    {
      ...JSON_ANSWER,
      method: 'POST',
      path: '/2015-03-31/functions',
      contentType: 'application/json',
      body: JSON.stringify({
        FunctionName: 'checkout',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::123456789012:role/shop',
        Code: { ZipFile: EMPTY_ZIP },
      }),
    },
    z.unknown(),
    { what: 'create a function', action: 'CreateFunction' },
  );
}

test("the emulator and Rewind, against AWS's description: requests, answers, refusals", async () => {
  const aws = await new ScalingSandbox().start();
  try {
    const ctx = scalingContext(aws);
    aws.addTarget(table.target, table.dimension, 2, 10);
    const of = aws.addFunction('checkout', 'live');
    const live = { ...checkout, qualifier: 'live' };
    const measure = { kind: 'scale-up', min: 5, max: 20 } as const;
    await thereAndBack(awsScaling, table, ctx, measure);
    await thereAndBack(lambda, live, ctx, measure);
    of.reserved = 5;
    await thereAndBack(lambda, live, ctx, { kind: 'scale-up', max: 20 });
    await failureOf(thereAndBack(lambda, live, ctx, { kind: 'scale-up', max: 950 }));
    await failureOf(lambda.capture({ ...live, qualifier: 'none' }, ctx, none));
    await failureOf(lambda.capture({ ...live, function: 'none' }, ctx, none));
    const saved = await lambda.capture(live, ctx, none);
    for (const change of lambda.plan({ ...saved, reserved: null }, saved)) await lambda.apply(live, change, ctx, none);
    const scaling = awsDescription('application-autoscaling', '2016-02-06');
    const functions = awsDescription('lambda', '2015-03-31');
    const seen = new Set<string>();
    const problems = aws.requests.flatMap((request) => {
      const action = actionOf(request);
      seen.add(action);
      return (action.endsWith('Target') || action.endsWith('Targets') ? scaling : functions).jsonProblems(
        action,
        request,
      );
    });
    expect(problems).toEqual([]);
    expect([...seen].sort()).toEqual([
      'DeleteFunctionConcurrency',
      'DeleteProvisionedConcurrencyConfig',
      'DescribeScalableTargets',
      'GetFunctionConcurrency',
      'GetProvisionedConcurrencyConfig',
      'PutFunctionConcurrency',
      'PutProvisionedConcurrencyConfig',
      'RegisterScalableTarget',
    ]);
  } finally {
    await aws.stop();
  }
});

const VERBS: Readonly<Record<string, string>> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' };

function actionOf({ method, path, headers }: LoggedRequest): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.replace('AnyScaleFrontendService.', '');
  const what = path.endsWith('/provisioned-concurrency') ? 'ProvisionedConcurrencyConfig' : 'FunctionConcurrency';
  return `${VERBS[method] ?? method}${what}`;
}
