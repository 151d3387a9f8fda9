import type { CapturedResource } from '../engine/manifest.js';
import type { StateDescription } from '../engine/capabilities.js';
import { counted } from '../engine/counted.js';
import { amount, seconds } from '../runtime/progress.js';

/** Tables named in one line. */
const TABLES = 3;

/** What the state of one resource holds, in words; empty if its provider says nothing of it. */
export function contentText(described: StateDescription): string {
  const { deployment, commit, rebuildOf, migrations, tables, serverMajor, content } = described;
  return [
    ...(deployment === undefined ? [] : [`deployment ${deployment}`]),
    ...(rebuildOf === undefined ? [] : [`a rebuild of ${rebuildOf}`]),
    ...(commit === undefined ? [] : [`commit ${commit.slice(0, 12)}`]),
    ...(migrations === undefined ? [] : [migrationsText(migrations)]),
    ...(tables === undefined ? [] : [tablesText(tables)]),
    ...(serverMajor === undefined ? [] : [`PostgreSQL ${serverMajor}`]),
    ...(content === undefined ? [] : [content]),
  ].join(', ');
}

function migrationsText(migrations: readonly string[]): string {
  const last = migrations.at(-1);
  return last === undefined ? 'no migration' : `${counted(migrations.length, 'migration')}, the last ${last}`;
}

function tablesText(tables: ReadonlyMap<string, number>): string {
  const largest = [...tables].sort(([, a], [, b]) => b - a).slice(0, TABLES);
  const rows = [...tables.values()].reduce((sum, count) => sum + count, 0);
  const named = largest.map(([name, count]) => `${name} ${count.toLocaleString('en-US')}`).join(', ');
  return `${counted(tables.size, 'table')}, ${counted(rows, 'row')}${named === '' ? '' : ` (${named})`}`;
}

/** "1.2 MB sealed, 0.4 s" */
export function sizeText({ payloads, durationMs }: CapturedResource): string {
  const bytes = payloads.reduce((sum, ref) => sum + ref.sealedBytes, 0);
  return `${payloads.length === 0 ? 'state only' : `${amount(bytes, 'bytes')} sealed`}, ${seconds(durationMs / 1000)}`;
}
