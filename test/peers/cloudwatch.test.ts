import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hourlyRequests } from '../../src/services/aws/cloudwatch.js';
import { queryApi } from '../../src/services/aws/query.js';
import { testContext } from '../support/context.js';
import { startMoto, type Moto } from '../support/moto.js';

/** moto keeps what is put and sums it up by its own code. */
const HOUR = 3_600_000;
const START = Date.parse('2026-11-02T00:00Z');
const ID = 'E2QWRUHAPOMQZL';
let moto: Moto;

beforeAll(async () => {
  moto = await startMoto();
});
afterAll(() => moto.stop());

test('the requests of each hour come from CloudWatch, of this distribution only', async () => {
  const env = { AWS_ENDPOINT_URL: moto.url, AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'secret-key' };
  const ctx = testContext({ env });
  const service = { name: 'CLOUDWATCH', prefix: 'monitoring', version: '2010-08-01', region: 'us-east-1' } as const;
  const api = await queryApi(ctx, service);
  const put = (distribution: string, minutes: number, value: number) =>
    api.send(
      'PutMetricData',
      {
        Namespace: 'AWS/CloudFront',
        'MetricData.member.1.MetricName': 'Requests',
        'MetricData.member.1.Dimensions.member.1.Name': 'DistributionId',
        'MetricData.member.1.Dimensions.member.1.Value': distribution,
        'MetricData.member.1.Dimensions.member.2.Name': 'Region',
        'MetricData.member.1.Dimensions.member.2.Value': 'Global',
        'MetricData.member.1.Timestamp': new Date(START + minutes * 60_000).toISOString(),
        'MetricData.member.1.Value': String(value),
      },
      { what: 'put a value' },
    );
  for (const [minutes, value] of [
    [5, 10],
    [50, 2],
    [125, 7],
  ] as const) {
    await put(ID, minutes, value);
  }
  await put('EOTHEROTHER1', 5, 1000);
  expect(await hourlyRequests(ctx, ID, new Date(START), new Date(START + 4 * HOUR))).toEqual([
    { at: START, requests: 12 },
    { at: START + 2 * HOUR, requests: 7 },
  ]);
});
