import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { queryApi } from './query.js';
import { child, childrenOf, textAt, type XmlElement } from './xml.js';

/** CloudFront's metrics are in this region only. */
const REGION = 'us-east-1';
const HOUR_SECONDS = 3600;
/** More pages count as broken paging. */
const MAX_PAGES = 50;

/**
 * The requests to a CloudFront distribution in each hour. An hour without a value is left out.
 * @param from and `to`: full hours
 * @throws AwsFailure, HttpFailure; RewindError api-unexpected-answer where CloudWatch did not return all values
 */
export async function hourlyRequests(
  ctx: Context,
  distribution: string,
  from: Date,
  to: Date,
): Promise<{ readonly at: number; readonly requests: number }[]> {
  const api = await queryApi(ctx, {
    name: 'CLOUDWATCH',
    prefix: 'monitoring',
    iam: 'cloudwatch',
    version: '2010-08-01',
    region: REGION,
  });
  const what = `read the requests to distribution ${distribution}`;
  const incomplete = (why: string): RewindError =>
    new RewindError('api-unexpected-answer', `CloudWatch did not return all values of ${distribution}: ${why}.`);
  const metric = 'MetricDataQueries.member.1.MetricStat';
  const values: { at: number; requests: number }[] = [];
  let next: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await api.send(
      'GetMetricData',
      {
        'MetricDataQueries.member.1.Id': 'requests',
        [`${metric}.Metric.Namespace`]: 'AWS/CloudFront',
        [`${metric}.Metric.MetricName`]: 'Requests',
        [`${metric}.Metric.Dimensions.member.1.Name`]: 'DistributionId',
        [`${metric}.Metric.Dimensions.member.1.Value`]: distribution,
        [`${metric}.Metric.Dimensions.member.2.Name`]: 'Region',
        [`${metric}.Metric.Dimensions.member.2.Value`]: 'Global',
        [`${metric}.Period`]: String(HOUR_SECONDS),
        [`${metric}.Stat`]: 'Sum',
        StartTime: from.toISOString(),
        EndTime: to.toISOString(),
        ScanBy: 'TimestampAscending',
        NextToken: next,
      },
      { what },
    );
    const [result] = members(answer, 'MetricDataResults');
    const status = result === undefined ? 'no result' : (textAt(result, 'StatusCode') ?? 'no status');
    const token = textAt(answer, 'NextToken');
    next = token === '' ? undefined : token;
    // A page that continues is partial by its nature.
    if (status !== 'Complete' && !(status === 'PartialData' && next !== undefined)) throw incomplete(status);
    const times = result === undefined ? [] : members(result, 'Timestamps');
    const sums = result === undefined ? [] : members(result, 'Values');
    if (times.length !== sums.length) throw incomplete(`${times.length} times for ${sums.length} values`);
    times.forEach(({ text }, index) => {
      const one = { at: Date.parse(text), requests: Number(sums[index]?.text) };
      if (!Number.isFinite(one.at) || !Number.isFinite(one.requests)) throw incomplete('a value is not a number');
      values.push(one);
    });
    if (next === undefined) return values;
  }
  throw incomplete(`more than ${MAX_PAGES} pages`);
}

const members = (parent: XmlElement, name: string): XmlElement[] => {
  const list = child(parent, name);
  return list === undefined ? [] : childrenOf(list, 'member');
};
