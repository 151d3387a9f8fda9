import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { parseTraffic, quietHours, type Sample } from '../../src/readiness/windows/traffic.js';
import { hourlyRequests } from '../../src/services/aws/cloudwatch.js';
import { AwsSandbox, textOf } from '../sandbox/aws/server.js';
import type { Answer, SandboxRequest } from '../sandbox/json-server.js';
import { testContext } from '../support/context.js';

const HOUR = 3_600_000;
/** Four weeks from a Monday 00:00 UTC. */
const START = Date.parse('2026-10-26T00:00Z');
const ZONE = 'America/New_York';
const local = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
const series = (requests: (when: string) => number, hours = 28 * 24): Sample[] =>
  [...Array(hours).keys()].map((hour) => {
    const at = START + hour * HOUR;
    return { at, requests: requests(local.format(at)) };
  });
/** The night is quiet in New York, and Wednesday from 10 to 12. */
const week = (when: string): number => (/0[2-4]$/.test(when) ? 10 : /Wed.*1[01]$/.test(when) ? 100 : 1000);

describe('quiet hours', () => {
  it('are found in local time, although the clock changed in between', () => {
    const { quiet, basis } = quietHours(series(week), { timezone: ZONE }, 'x.csv');
    expect(quiet).toMatchObject([
      { day: 'mon', from: '02:00', to: '04:00', requests: 10 },
      { day: 'tue', from: '02:00', to: '04:00', requests: 10 },
      { day: 'wed', from: '02:00', to: '04:00', requests: 10 },
    ]);
    expect(basis).toMatchObject({
      from: '2026-10-26T00:00:00.000Z',
      to: '2026-11-23T00:00:00.000Z',
      hours: 672,
      missing: 0,
      // The hour on Sunday that the change of the clock moved out of the time.
      seen: 3,
    });
  });

  it('lie inside the weekly windows', () => {
    const open = [{ days: ['tue' as const, 'wed' as const], from: '09:30', to: '13:00' }];
    const { quiet } = quietHours(series(week), { timezone: ZONE, open }, 'x.csv');
    expect(quiet.map(({ day, from, requests }) => [day, from, requests])).toEqual([
      ['wed', '10:00', 100],
      ['tue', '10:00', 1000],
    ]);
    expect(quiet[0]?.share).toBeCloseTo(100 / 870, 1);
  });

  it('say what they rest on: hours without a value do not count as zero', () => {
    const holes = series(week).filter(({ at }) => !/Tue.*(14|15)$/.test(local.format(at)));
    const { quiet, basis } = quietHours(
      holes,
      { timezone: ZONE, open: [{ days: ['tue'], from: '12:00', to: '18:00' }] },
      'x',
    );
    expect(basis).toMatchObject({ hours: 664, missing: 8, seen: 0 });
    expect(quiet.map(({ from }) => from)).toEqual(['12:00', '16:00']);
  });

  it('need a week', () => {
    expect(() => quietHours(series(week, 167), { timezone: ZONE }, 'x.csv')).toThrow('x.csv spans 167 hours; a week');
    expect(() => quietHours([], { timezone: ZONE }, 'x.csv')).toThrow('x.csv spans 0 hours');
  });
});

describe('a CSV file', () => {
  it('has a heading or none, and rows of one hour are added', () => {
    const rows = ['hour,requests', '2026-11-02T09:00Z,10', '"2026-11-02 10:30:00+01:00";2.5', ''];
    expect(parseTraffic('x.csv', rows.join('\r\n'))).toEqual([
      { at: Date.parse('2026-11-02T09:00Z'), requests: 10 },
      { at: Date.parse('2026-11-02T09:30Z'), requests: 2.5 },
    ]);
    const twice = series(() => 5).flatMap((one) => [one, { ...one, at: one.at + HOUR / 2 }]);
    expect(quietHours(twice, { timezone: ZONE }, 'x').basis).toMatchObject({ hours: 672, requests: 10 });
  });

  it.each([
    ['2026-11-02T09:00,10', 'line 1: the time must be like'],
    ['9,10', 'line 1: the time'],
    ['2026-13-02T09:00Z,10', 'line 1: the time'],
    ['t,n\n2026-11-02T09:00Z,-1', 'line 2: the requests must be a number'],
    ['2026-11-02T09:00Z,', 'line 1: the requests'],
    ['2026-11-02T09:00Z,1e9', 'line 1: the requests'],
  ])('%j is refused', (text, problem) => {
    expect(() => parseTraffic('x.csv', text)).toThrow(
      expect.objectContaining({ code: 'input-invalid', problems: [expect.stringContaining(problem)] }),
    );
  });
});

/** Answers GetMetricData from a list of pages. */
class CloudWatch extends AwsSandbox {
  pages: string[] = [];
  readonly asked: URLSearchParams[] = [];
  protected operate(request: SandboxRequest): Answer {
    this.asked.push(new URLSearchParams(textOf(request)));
    const body = `<GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>${this.pages.shift() ?? ''}</GetMetricDataResult></GetMetricDataResponse>`;
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  }
  protected errorBody(code: string, message: string): string {
    return `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
  }
}

describe('CloudWatch', () => {
  const server = new CloudWatch();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const page = (status: string, times: string[], values: number[], next?: string): string =>
    `<MetricDataResults><member><Id>requests</Id><StatusCode>${status}</StatusCode><Timestamps>${times.map((time) => `<member>${time}</member>`).join('')}</Timestamps><Values>${values.map((value) => `<member>${value}</member>`).join('')}</Values></member></MetricDataResults>${next === undefined ? '' : `<NextToken>${next}</NextToken>`}`;
  const ask = (...pages: string[]) => {
    server.pages = pages;
    server.asked.length = 0;
    const ctx = testContext({
      env: {
        AWS_ENDPOINT_URL_CLOUDWATCH: server.url,
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'secret-key',
      },
    });
    return hourlyRequests(ctx, 'E2QWRUHAPOMQZL', new Date(START), new Date(START + 24 * HOUR));
  };
  const T = ['2026-10-26T00:00:00Z', '2026-10-26T01:00:00Z'];

  test('is asked for the sum of each hour, page after page', async () => {
    const found = await ask(page('PartialData', T.slice(0, 1), [5], 'more'), page('Complete', T.slice(1), [7.5]));
    expect(found).toEqual([
      { at: START, requests: 5 },
      { at: START + HOUR, requests: 7.5 },
    ]);
    expect(server.asked.map((one) => one.get('NextToken'))).toEqual([null, 'more']);
    expect(Object.fromEntries(server.asked[0] ?? [])).toMatchObject({
      Action: 'GetMetricData',
      'MetricDataQueries.member.1.MetricStat.Metric.Dimensions.member.2.Value': 'Global',
      'MetricDataQueries.member.1.MetricStat.Period': '3600',
      'MetricDataQueries.member.1.MetricStat.Stat': 'Sum',
    });
  });

  test.each([
    ['partial data without a next page', page('PartialData', T, [1, 2])],
    ['an internal error', page('InternalError', [], [], 'more')],
    ['forbidden', page('Forbidden', [], [])],
    ['fewer values than times', page('Complete', T, [1])],
    ['no result', '<MetricDataResults/>'],
  ])('%s is no answer', async (_what, body) => {
    await expect(ask(body)).rejects.toMatchObject({ code: 'api-unexpected-answer' });
  });

  test('a refusal names the permission', async () => {
    server.inject({ times: 9, with: server.error(403, 'AccessDenied') });
    await expect(ask()).rejects.toMatchObject({
      code: 'api-forbidden',
      remedy: expect.stringContaining('cloudwatch:GetMetricData'),
    });
  });
});
