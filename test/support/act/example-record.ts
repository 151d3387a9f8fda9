import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chain, parseEntry, type Entry, type Unchained } from '../../../src/incident/entry.js';
import { statusOf } from '../../../src/incident/status.js';
import { incidentText } from '../../../src/report/incident.js';
import { sha256 } from '../../../src/runtime/digest.js';

/** The record of docs/example-incident, a store of kind directory. */
export const EXAMPLE = fileURLToPath(new URL('../../../docs/example-incident', import.meta.url));
export const EXAMPLE_ID = '20261123T091400Z-000001';
export const EXAMPLE_RECORD = join(EXAMPLE, 'incidents/production', EXAMPLE_ID);

/** When the workflow runs of the example wrote their first entry. */
const RUNS = ['09:14', '10:31', '10:40', '10:42', '10:45'];
const DAY = '2026-11-23';
const snapshotIds = [EXAMPLE_ID, '20261123T085800Z-000002', '20261123T091402Z-000003'];

/**
 * The same record with ids and times that are the same for every run of the workflows, and with new hashes.
 * @param entries of a sound record
 */
export function stableRecord(entries: readonly Entry[]): Entry[] {
  const runs = [...new Set(entries.map(({ run }) => run))];
  const text = JSON.stringify(
    entries.map((entry) => ({ ...entry, seq: undefined, previous: undefined, hash: undefined })),
  );
  const replaced = new Map<string, string>();
  const number = (pattern: RegExp, of: (index: number) => string): void =>
    [...new Set(text.match(pattern) ?? [])].forEach((found, index) => replaced.set(found, of(index)));
  number(
    /\b\d{8}T\d{6}Z-[0-9a-f]{6}\b/g,
    (index) => snapshotIds[index] ?? `20261123T120000Z-${String(index).padStart(6, '0')}`,
  );
  number(/\b[0-9a-f]{64}\b/g, (index) => sha256(`plan ${index + 1}`));
  number(/\b[0-9a-f]{40}\b/g, (index) => sha256(`commit ${index + 1}`).slice(0, 40));
  for (const [found, stable] of [...replaced]) {
    if (/^[0-9a-f]{40,}$/.test(found)) replaced.set(found.slice(0, 12), stable.slice(0, 12));
  }
  let stable = text;
  // The whole ids first: the short ones are their beginnings.
  for (const [found, put] of [...replaced].sort(([a], [b]) => b.length - a.length))
    stable = stable.replaceAll(found, put);
  stable = stable.replaceAll(/, \d+(\.\d+)? (s|ms|min)\)/g, ', 5.0 s)');

  const chained: Entry[] = [];
  const written = new Map<string | null, number>();
  for (const entry of JSON.parse(stable) as Unchained[]) {
    const run = runs.indexOf(entry.run);
    const first = Date.parse(`${DAY}T${RUNS[run] ?? '12:00'}:00.000Z`);
    const nth = written.get(entry.run) ?? 0;
    written.set(entry.run, nth + 1);
    const time = (ms: number): string => new Date(first + ms).toISOString();
    const { data } = entry;
    if ('plannedAt' in data) data.plannedAt = time(-180_000);
    if ('releasedAt' in data) data.releasedAt = `${DAY}T09:03:00.000Z`;
    if ('startedAt' in data) data.startedAt = time(500);
    // A run writes its plan and the approval, then changes production.
    const changing = nth > 2 || (run > 0 && nth > 1) ? 5000 : 0;
    const at = time(changing + nth * 10);
    const url = `https://github.com/acme/shop/actions/runs/${9001 + run}`;
    chained.push(chain({ ...entry, at, run: url }, chained.at(-1)));
  }
  return chained;
}

/** The committed entries. */
export function readExample(): Entry[] {
  return readdirSync(EXAMPLE_RECORD)
    .filter((name) => /^\d{6}\.json$/.test(name))
    .sort()
    .map((name) => parseEntry(readFileSync(join(EXAMPLE_RECORD, name), 'utf8'), name));
}

/** Writes the record, its head, and what `incident show` prints of it. */
export function writeExample(entries: readonly Entry[]): void {
  rmSync(join(EXAMPLE, 'incidents'), { recursive: true, force: true });
  mkdirSync(EXAMPLE_RECORD, { recursive: true });
  const status = statusOf(entries);
  const files: [string, unknown][] = entries.map((entry) => [String(entry.seq).padStart(6, '0'), entry]);
  for (const [name, content] of [...files, ['head', status.head] as const]) {
    writeFileSync(join(EXAMPLE_RECORD, `${name}.json`), `${JSON.stringify(content)}\n`);
  }
  writeFileSync(join(EXAMPLE, 'show.txt'), `${incidentText(status, entries, new Date())}\n`);
}
