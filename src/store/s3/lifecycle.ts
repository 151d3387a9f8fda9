import type { LifecycleRule } from '@aws-sdk/client-s3';
import { cutText, oneLine, plural } from '../../runtime/text.js';

/** Storage classes whose objects cannot be read before somebody brings them back. */
const ARCHIVES: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** What an enabled rule does to the current objects below a prefix, so that a snapshot cannot be read any more; null if nothing. Pure. */
export function harmOf(rule: LifecycleRule, prefix: string): string | null {
  const { Filter, Expiration, Transitions = [] } = rule;
  // Rewind sets no tags, so a rule for tagged objects finds none of its own.
  const ofTags = Filter?.Tag !== undefined || (Filter?.And?.Tags ?? []).length > 0;
  const folder = `${prefix}/`;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- old rules still have it
  const of = Filter?.Prefix ?? Filter?.And?.Prefix ?? rule.Prefix ?? '';
  if (ofTags || !(folder.startsWith(of) || of.startsWith(folder))) return null;
  const archives = Transitions.filter(({ StorageClass = '' }) => ARCHIVES.has(StorageClass));
  const done = [
    ...(isSet(Expiration) ? [`deletes objects ${whenOf(Expiration)}`] : []),
    ...archives.map((each) => `moves objects to ${each.StorageClass ?? ''} ${whenOf(each)}`),
  ];
  if (done.length === 0) return null;
  return `the rule "${cutText(oneLine(rule.ID ?? ''), 60)}" ${done.join(' and ')}`;
}

interface When {
  readonly Days?: number | undefined;
  readonly Date?: Date | undefined;
}

/** An expiration may also be only about delete markers. */
const isSet = (when: When | undefined): when is When => when?.Days !== undefined || when?.Date !== undefined;

const whenOf = ({ Days, Date: at }: When): string =>
  Days === undefined ? `on ${at?.toISOString().slice(0, 10) ?? 'a date'}` : `after ${plural(Days, 'day')}`;
