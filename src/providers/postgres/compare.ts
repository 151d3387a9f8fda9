import type { State } from './state.js';

/** `table public.fans changed`, in order. */
export function changedObjects(saved: State['schema'], live: State['schema']): string[] {
  const names = [...new Set([...Object.keys(saved), ...Object.keys(live)])].sort();
  return names.flatMap((name) => {
    if (!(name in live)) return [`${name} is missing`];
    if (!(name in saved)) return [`${name} is new`];
    return saved[name] === live[name] ? [] : [`${name} changed`];
  });
}

/**
 * Compares a restored database with its snapshot: one line for each difference. Ignores transaction ids, which differ
 * between databases.
 */
export function mismatches(expected: State, found: State): string[] {
  const now = new Map(found.tables.map((entry) => [entry.name, entry]));
  const lines = changedObjects(expected.schema, found.schema);
  for (const entry of expected.tables) {
    const other = now.get(entry.name);
    if (!other) continue;
    if (other.rows !== entry.rows) lines.push(`${entry.name}: ${other.rows} rows instead of ${entry.rows}`);
    else if (entry.content !== null && other.content !== entry.content) lines.push(`${entry.name}: other content`);
  }
  if (expected.largeObjects !== found.largeObjects) {
    lines.push(`${found.largeObjects} large objects instead of ${expected.largeObjects}`);
  }
  return lines;
}
