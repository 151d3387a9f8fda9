import type { DatabaseCopy } from '../../engine/database-copy.js';
import type { DrillCheck } from '../../engine/drill.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { withDatabase, type DatabaseClient } from '../../services/postgres/connection.js';
import { readLayout } from '../../services/postgres/layout.js';
import { runDown } from './apply.js';
import { readHistory, targetOf, type Target } from './client.js';
import type { Config } from './config.js';
import { readMigrations, type MigrationFiles } from './files.js';
import { appliedRows } from './history.js';
import type { HistoryRow } from './state.js';
import { obstacleIn, runUp } from './up.js';
import { plural } from '../../runtime/text.js';

const DOWN = { id: 'migrations-down', title: 'migrations taken down by their down.sql, newest first' } as const;
const UP = { id: 'migrations-up', title: 'the same migrations applied again' } as const;
const LAYOUT = { id: 'migrations-layout', title: 'tables, columns and rules as before, after down and up' } as const;

/**
 * Takes the newest migrations that have a down.sql down, on a copy, applies them again, and compares the layout. Changes only
 * the copy.
 * @throws RewindError migrations-unreadable, or why the copy cannot be read
 */
export async function roundTrip(config: Config, ctx: Context, copy: DatabaseCopy): Promise<DrillCheck[]> {
  const target = { ...targetOf(config, ctx), address: copy.address };
  const files = await readMigrations(config, ctx);
  return withDatabase(ctx, copy.address, copy.database, async (client) => {
    const history = appliedRows(await readHistory(client, target, ctx));
    const steps = withDown(history, files);
    const [newest] = steps;
    if (newest === undefined) return [unverified(DOWN, nothingToTakeDown(history))];
    const before = await readLayout(client, target.schema);
    const down = await tried(DOWN, ctx, () => runDown(client, target, config, steps, files, ctx));
    if (down.outcome !== 'passed') return [down];
    const taken = {
      ...down,
      title: `the newest ${steps.length} of ${plural(history.length, 'migration')} taken down by their down.sql`,
    };
    const up = await upAgain(client, target, config, steps, files, ctx);
    if (up.outcome !== 'passed') return [taken, up];
    const after = await readLayout(client, target.schema);
    const same = canonicalJson(before) === canonicalJson(after);
    return [taken, up, same ? passed(LAYOUT) : failed(LAYOUT, layoutDiffers(steps.map(({ name }) => name)))];
  });
}

type Step = { readonly name: string; readonly sha256: string; readonly checksum: string };

/** The newest migrations, newest first, up to the first one without a down.sql. Pure. */
function withDown(history: readonly HistoryRow[], files: readonly MigrationFiles[]): Step[] {
  const scripts = new Map(files.map((file) => [file.name, file.down]));
  const steps: Step[] = [];
  for (const { name, checksum } of [...history].reverse()) {
    const down = scripts.get(name) ?? null;
    if (down === null) break;
    steps.push({ name, sha256: down.sha256, checksum });
  }
  return steps;
}

async function upAgain(
  client: DatabaseClient,
  target: Target,
  config: Config,
  steps: readonly Step[],
  files: readonly MigrationFiles[],
  ctx: Context,
): Promise<DrillCheck> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const obstacles = steps.flatMap(({ name, checksum }): string[] => {
    const file = byName.get(name);
    if (file?.up == null) return [`${name} has no migration.sql`];
    if (file.checksum !== checksum) return [`migration.sql of ${name} is not the file that was applied`];
    const obstacle = obstacleIn(file.up, `${config.migrations}/${name}/migration.sql`);
    return obstacle === null ? [] : [obstacle];
  });
  if (obstacles.length > 0) {
    const message = `The migrations were not applied again: ${obstacles.join('; ')}.`;
    return unverified(UP, { level: 'warning', code: 'drill-up-missing', message });
  }
  const ups = [...steps].reverse().map(({ name, checksum }) => ({ name, sha256: checksum }));
  return tried(UP, ctx, () => runUp(client, target, config, ups, ctx));
}

type About = Pick<DrillCheck, 'id' | 'title'>;
const passed = (about: About): DrillCheck => ({ ...about, outcome: 'passed', findings: [] });
const failed = (about: About, finding: Finding): DrillCheck => ({ ...about, outcome: 'failed', findings: [finding] });
const unverified = (about: About, finding: Finding): DrillCheck => ({
  ...about,
  outcome: 'unverified',
  findings: [finding],
});

async function tried(about: About, ctx: Context, work: () => Promise<void>): Promise<DrillCheck> {
  try {
    await work();
    return passed(about);
  } catch (error) {
    const { code, message, remedy } = asRewindError(error, ctx.resource);
    const finding: Finding = { level: 'error', code, message, remedy };
    // A cancelled run or a lock that another session holds says nothing about the script.
    return code === 'cancelled' || code === 'migration-lock' ? unverified(about, finding) : failed(about, finding);
  }
}

function nothingToTakeDown(history: readonly HistoryRow[]): Finding {
  const newest = history.at(-1);
  return newest === undefined
    ? {
        level: 'warning',
        code: 'drill-migrations-empty',
        message: 'The snapshot holds no applied migration, so none was taken down.',
      }
    : {
        level: 'warning',
        code: 'drill-down-missing',
        message: `The newest migration of the snapshot, ${newest.name}, has no down.sql in this checkout, so none was taken down.`,
        remedy: 'Write its down.sql ("rewind migrate generate"), or check out the commit of the snapshot.',
      };
}

const layoutDiffers = (names: readonly string[]): Finding => ({
  level: 'error',
  code: 'drill-layout-differs',
  message: `After ${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} taken down and applied again, tables, columns or rules are not as before.`,
  remedy: 'Correct the down.sql of the migration, and run the drill again.',
});
