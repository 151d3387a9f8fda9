import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import type { Progress } from '../../runtime/context.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { databaseArgument, feed, start, type Running } from './client.js';
import type { Programs } from './programs.js';
import { DUMP, metered } from './dump.js';
import { readHead } from './entries.js';
import { schedule, type Lane } from './schedule.js';
import type { State } from './state.js';
import type { TocEntry } from './toc.js';
import { withoutRefresh } from './unrefreshable.js';
import { plural } from '../../runtime/text.js';

/** Streams at the same time, within the cores of this machine: each of them decrypts and decompresses the whole dump. */
const MIN_LANES = 2;
const MAX_LANES = 4;

export const defaultLanes = (): number => Math.min(MAX_LANES, Math.max(MIN_LANES, availableParallelism()));

export interface ParallelRestore {
  readonly programs: Programs;
  readonly source: PayloadSource;
  readonly address: DatabaseAddress;
  /** Empty, and used by nobody else. */
  readonly database: string;
  readonly expected: State;
  readonly lanes: number;
  /** Runs beside the last steps, which check foreign keys one after the other: collects statistics of the tables. */
  readonly beside?: (ctx: Context) => Promise<void>;
}

/**
 * Restores a dump by several pg_restore at a time. Each reads a decrypted stream of its own and takes only its entries, so
 * that no clear copy of the data touches the disk (docs/adr/0016-parallel-restore.md). If one fails, all end.
 *
 * @returns whether `beside` ran; it needs several lanes and a foreign key
 * @throws RewindError restore-failed with the message of the first that failed; the errors of the source and of `beside`
 */
export async function restoreInParallel(ctx: Context, request: ParallelRestore): Promise<boolean> {
  const { source, database, expected } = request;
  const { entries: dumped, head } = await readHead(source);
  const entries = withoutRefresh(dumped, expected);
  if (request.lanes === 1) {
    const all = await startLane(
      ctx,
      request,
      entries.map(({ id }) => id),
    );
    await feed(all, metered(ctx, source, database, await source.open(DUMP)));
    return false;
  }
  const plan = schedule(entries, request.lanes, weights(entries, expected));
  const step = async (lanes: readonly ((ctx: Context) => Promise<void>)[]): Promise<void> => allOrNone(ctx, lanes);
  const fromHead = (lane: Lane) => async (inner: Context) =>
    feed(await startLane(inner, request, lane), Readable.from([head]));

  const progress = ctx.progress(`restoring into "${database}"`);
  if (plan.before.length > 0) await step([fromHead(plan.before)]);
  const bytes = source.refs.find(({ name }) => name === DUMP)?.bytes ?? null;
  const read = new SharedProgress(progress, bytes, Math.max(1, plan.data.length));
  // Without data too the dump is read to its end: only that proves that it is the one of the manifest.
  const data = plan.data.length === 0 ? [null] : plan.data;
  await step(
    data.map((lane) => async (inner: Context) => {
      const running = lane === null ? null : await startLane(inner, request, lane);
      await feed(running, await source.open(DUMP), { head, passed: (bytes) => read.passed(bytes) });
    }),
  );
  progress.end(plural(data.length, 'stream'));
  const building = ctx.progress(`building indexes and constraints of "${database}"`, 'items');
  const { beside } = request;
  const alone = beside === undefined ? plan.after.length : plan.analyzable;
  for (const lanes of plan.after.slice(0, alone)) await step(lanes.map(fromHead));
  const others = plan.after.slice(alone);
  if (beside !== undefined && others.length > 0) {
    const rest = async (inner: Context): Promise<void> => {
      for (const lanes of others) await allOrNone(inner, lanes.map(fromHead));
    };
    await allOrNone(ctx, [rest, beside]);
  }
  building.end();
  return beside !== undefined && others.length > 0;
}

/** Runs all lanes; the first failure stops the others and is the error. */
async function allOrNone(ctx: Context, lanes: readonly ((ctx: Context) => Promise<void>)[]): Promise<void> {
  const failed = new AbortController();
  const failures: unknown[] = [];
  const inner = { ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) };
  await Promise.all(
    lanes.map((lane) =>
      lane(inner).catch((error: unknown) => {
        failures.push(error);
        failed.abort();
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
}

async function startLane(ctx: Context, request: ParallelRestore, lane: Lane): Promise<Running> {
  const { programs, address, database } = request;
  const list = join(ctx.scratch, `entries-${ctx.randomHex(6)}`);
  await writeFile(list, `${lane.join('\n')}\n`, { mode: 0o600 });
  const args = [
    '--format=custom',
    '--exit-on-error',
    '--no-password',
    `--use-list=${list}`,
    databaseArgument(database),
  ];
  return start(ctx, programs.restore, args, address, database, 'restore-failed', restoreSettings(programs.major));
}

/** Of a session that fills a database that nobody uses yet. */
function restoreSettings(major: number): Readonly<Record<string, string>> {
  return {
    // A later commit that waits for the disk covers these, and only such a commit marks the database as complete.
    synchronous_commit: 'off',
    // A lane is idle while it reads past the entries of others.
    ...(major >= 14 ? { idle_session_timeout: '0' } : {}),
  };
}

/** The bytes of a table, for the entries that belong to one. */
function weights(entries: readonly TocEntry[], expected: State): (entry: TocEntry) => number {
  const bytes = new Map(expected.tables.map(({ name, bytes: size }) => [name, size]));
  const byId = new Map<number, number>();
  for (const { id, desc, namespace, tag } of entries) {
    if (desc === 'TABLE' || desc === 'TABLE DATA') byId.set(id, bytes.get(`${namespace}.${tag}`) ?? 0);
  }
  return (entry) => byId.get(entry.id) ?? Math.max(0, ...entry.needs.map((id) => byId.get(id) ?? 0));
}

/** The progress of several readers of the same bytes. */
class SharedProgress {
  #bytes = 0;

  constructor(
    private readonly progress: Progress,
    private readonly total: number | null,
    private readonly readers: number,
  ) {}

  passed(count: number): void {
    this.#bytes += count / this.readers;
    this.progress.update(this.#bytes, this.total);
  }
}
