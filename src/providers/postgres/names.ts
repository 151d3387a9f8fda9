/** Kept databases are named so; 63 bytes is PostgreSQL's limit. */
export function derivedName(database: string, what: 'new' | 'before', snapshot: string): string {
  const suffix = `_${what}_${snapshot.toLowerCase().replaceAll('-', '_')}`;
  let base = database;
  while (Buffer.byteLength(base + suffix) > 60) base = base.slice(0, -1);
  return base + suffix;
}
