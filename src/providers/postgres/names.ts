/** Name of a kept previous database; PostgreSQL's limit is 63 bytes. */
export function derivedName(database: string, what: 'new' | 'before', snapshot: string): string {
  const suffix = `_${what}_${snapshot.toLowerCase().replaceAll('-', '_')}`;
  let base = database;
  while (Buffer.byteLength(base + suffix) > 60) base = base.slice(0, -1);
  return base + suffix;
}
