import { shellWord } from '../../runtime/shell-word.js';
import type { Change } from '../../engine/change.js';
import { nameParts, otherObject } from '../../engine/other-object.js';
import { applied, appliedRows, failedRows } from './history.js';
import { onSameServer } from './origin.js';
import { risksOf } from './risks.js';
import type { HistoryRow, Params, State } from './state.js';
import { upChange } from './up.js';
import { plural } from '../../runtime/text.js';

/** Of a history: each schema of a database has its own. The migrations of another one are not new. */
export const NAMES = ['database', 'schema'] as const;

/** Pure. Compares migrations by name. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('migrations', nameParts(NAMES, saved, live));
  if (other) return [{ ...other, stage: 'database', database: 'down' }];
  if (live.closed !== null) return [unreadable(live, live.closed)];
  const before = new Set(applied(saved.history));
  const now = applied(live.history);
  const since = now.filter((name) => !before.has(name)).reverse();
  const missing = [...before].filter((name) => !now.includes(name));
  const knownFailures = new Set(failedRows(saved.history).map(({ id }) => id));
  const failures = failedRows(live.history).filter(({ id }) => !knownFailures.has(id));
  const changes = [
    ...failures.map((failure) => manualChange(failure, live)),
    ...replaced(saved, live),
    ...(since.length === 0 ? [] : [downChange(since, now, live)]),
    ...(missing.length === 0 ? [] : [upChange(missing, saved, live)]),
  ];
  return onSameServer(changes, saved, live);
}

/** Nothing is known of the history, so nothing is planned. */
function unreadable(live: State, why: string): Change {
  return {
    id: 'closed',
    stage: 'database',
    action: 'run',
    target: `migrations of "${live.database}"`,
    before: 'not readable: the database accepts no connections or does not exist',
    after: 'compared with the snapshot',
    effect: 'live',
    undo: null,
    database: 'down',
    manual: `Open or restore the database, then plan again. ${why}`,
    warnings: [],
    params: {},
  };
}

/** One change for all migrations, to keep their order. Each runs in its own transaction. */
export function downChange(since: readonly string[], now: readonly string[], live: State): Change {
  const scripts = new Map(live.downs.map((entry) => [entry.name, entry]));
  const found = since.flatMap((name) => scripts.get(name) ?? []);
  const lacking = since.filter((name) => !scripts.has(name));
  const risks = risksOf(found);
  const left = now.filter((name) => !since.includes(name)).at(-1);
  return {
    id: 'down',
    stage: 'database',
    action: 'run',
    target: `${plural(since.length, 'migration')} of schema "${live.schema}" in "${live.database}"`,
    before: since.join(', '),
    after: `taken down, newest first, back to ${left ?? 'an empty history'}`,
    effect: 'live',
    undo: 'Rewind backs the database up first; "rewind undo" brings it back as it was then, its rows and these migrations',
    database: 'down',
    backupFirst: true,
    ...(risks.length === 0 ? {} : { dataAtRisk: risks, confirm: live.database }),
    warnings: [
      ...failedRows(live.history).map(({ name }) => `${name} failed in the middle: what it left may be in the way.`),
      ...lacking.map((name) => `${name} has no down.sql: this plan cannot be carried out.`),
      ...found
        .filter(({ edited }) => edited)
        .map(({ name }) => `migration.sql of ${name} was edited after it was applied: its down.sql may not fit.`),
      ...found.flatMap(({ path, outsideTransaction }) =>
        outsideTransaction.map(
          (line) =>
            `${path}:${line} cannot run in a transaction: this script runs statement by statement, and what it did before a failure stays.`,
        ),
      ),
    ],
    params: {
      kind: 'down',
      steps: since.map((name) => ({ name, sha256: scripts.get(name)?.sha256 ?? null })),
    } satisfies Params,
  };
}

/** Migrations that were reverted and applied again with other content; no down.sql restores the old content. */
function replaced(saved: State, live: State): Change[] {
  const before = new Map(appliedRows(saved.history).map(({ name, checksum }) => [name, checksum]));
  return appliedRows(live.history)
    .filter(({ name, checksum }) => before.has(name) && before.get(name) !== checksum)
    .map(({ name, checksum }) => ({
      id: `replaced:${name}`,
      stage: 'database',
      action: 'run',
      target: `migration ${name} of "${live.database}"`,
      before: `applied from a file with SHA-256 ${checksum.slice(0, 12)}…`,
      after: `applied from a file with SHA-256 ${before.get(name)?.slice(0, 12) ?? ''}…`,
      effect: 'live',
      undo: null,
      database: 'down',
      manual: `Compare both versions of ${name}/migration.sql in git and write a new migration for the difference, or restore the database.`,
      warnings: [],
      params: {},
    }));
}

function manualChange(failure: HistoryRow, live: State): Change {
  return {
    id: `failed:${failure.name}`,
    stage: 'database',
    action: 'run',
    target: `migration ${failure.name} of "${live.database}"`,
    before: 'failed in the middle',
    after: 'resolved',
    effect: 'live',
    undo: null,
    database: 'down',
    manual: `Undo its changes manually, then run "prisma migrate resolve --rolled-back ${shellWord(failure.name)}"; until then each deploy stops with P3009. Or restore the database.`,
    warnings: [],
    params: {},
  };
}
