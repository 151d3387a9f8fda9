/**
 * The comment of a restored database: its snapshot, and the first transaction after the restore. A comment is used
 * because only superusers may store custom settings in a database.
 */
export const RESTORE_TAG = /\n?\[rewind: restored from (\S+), next transaction (\d+)\]$/;

export function withRestoreTag(comment: string | null, snapshot: string, next: string): string {
  const own = (comment ?? '').replace(RESTORE_TAG, '');
  return `${own}${own === '' ? '' : '\n'}[rewind: restored from ${snapshot}, next transaction ${next}]`;
}
