import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { RewindError } from '../../runtime/errors.js';

type Page = Pick<ListObjectsV2CommandOutput, 'IsTruncated' | 'NextContinuationToken'>;

const LOOK = 'look at what answers as S3: the address in AWS_ENDPOINT_URL_S3, or a proxy in between.';

/**
 * Fails for an answer that is no page of a list: the SDK reads the page of a proxy, sent with status 200, as an empty list.
 * S3 says in each page whether there are more.
 *
 * @throws RewindError store-unreadable
 */
export function assertPage({ IsTruncated }: Pick<Page, 'IsTruncated'>, bucket: string): void {
  if (IsTruncated !== undefined) return;
  throw new RewindError('store-unreadable', `The answer to a list of s3://${bucket} is not one of S3.`, {
    remedy: `Run again. If it happens again, ${LOOK}`,
  });
}

/**
 * Where the next page of a list begins; undefined after the last one.
 *
 * @param before where this page began
 * @throws RewindError store-unreadable if the answer is no page, or if the list never ends
 */
export function nextPage(page: Page, before: string | undefined, bucket: string): string | undefined {
  assertPage(page, bucket);
  const { IsTruncated, NextContinuationToken: next } = page;
  if (IsTruncated !== true) return undefined;
  if (next !== undefined && next !== before) return next;
  const problem = next === undefined ? 'does not say where its next page begins' : 'does not end';
  throw new RewindError('store-unreadable', `${bucket} sent a list that ${problem}.`, {
    remedy: `Run again. If it happens again, ${LOOK}`,
  });
}
