import { DUMP } from './dump.js';
import { PassThrough, Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { PayloadSink } from '../../engine/provider.js';
import { parseDatabaseUrl, requireDirect, type DatabaseAddress } from '../../services/postgres/database-url.js';
import {
  codeOf,
  connect,
  databaseError,
  withDatabase,
  type DatabaseClient,
} from '../../services/postgres/connection.js';
import { findPrograms, outputOf, start, type Programs } from './client.js';
import type { Config } from './config.js';
import { beginSnapshot, findDatabase, inspect, only, select } from './inspect.js';
import { z } from 'zod';
import { RESTORED_MARK } from './marks.js';
import type { State } from './state.js';
export const EXPECTED = 'expected.json';

/** The database that the configuration names; poolers are refused. */
export function addressOf(config: Config, ctx: Context): DatabaseAddress {
  const url = ctx.env.resolve(config.url, ctx.resource);
  const address = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
  if (address.password !== null) ctx.masker.add(address.password);
  requireDirect(address, ctx.resource);
  return address;
}

/**
 * Reads schema, rows and (for a snapshot) a dump, all of one moment: the transaction that counts exports its snapshot, and
 * pg_dump reads from that.
 */
export async function capture(config: Config, ctx: Context, sink: PayloadSink): Promise<State> {
  const address = addressOf(config, ctx);
  let client: DatabaseClient;
  try {
    client = await connect(ctx, address);
  } catch (error) {
    // 55000: fenced; 3D000: gone. Both can be the half-way of a swap, which a re-run finishes: a state, not a failure.
    const cause = error instanceof RewindError ? codeOf(error.cause) : undefined;
    if (sink.purpose === 'compare' && (cause === '55000' || cause === '3D000'))
      return captureFenced(config, ctx, address);
    throw error;
  }
  try {
    const server = await serverOf(client, config);
    const exported = await beginSnapshot(client);
    const programs = sink.purpose === 'snapshot' ? await findPrograms(ctx, server.major, config['client-bin']) : null;
    // Both at once: the counting session keeps the exported snapshot alive for pg_dump. When one fails, the other stops.
    const failed = new AbortController();
    const stopping = { ...ctx, signal: AbortSignal.any([ctx.signal, failed.signal]) };
    const stop = (error: unknown): never => {
      failed.abort();
      throw databaseError(error, ctx.resource, 'reading the schema and counting rows');
    };
    const [inside, dumped] = await Promise.allSettled([
      inspect(client, config.integrity, ctx).catch(stop),
      programs && dumpInto(sink, config, stopping, address, programs, exported),
    ]);
    if (inside.status === 'rejected') throw inside.reason as Error;
    if (dumped.status === 'rejected') throw dumped.reason as Error;
    const result: State = {
      schemaVersion: 1,
      database: address.database,
      snapshot: ctx.snapshotId,
      serverMajor: server.major,
      accessible: true,
      integrity: config.integrity,
      strategy: server.strategy,
      ...inside.value,
    };
    await sink.write(EXPECTED, Buffer.from(JSON.stringify(result)));
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function serverOf(
  client: DatabaseClient,
  config: Config,
): Promise<{ readonly major: number; readonly strategy: State['strategy']; readonly owner: boolean }> {
  const row = only(
    await select(
      client,
      z.object({ version: z.string(), creates: z.boolean(), owner: z.boolean() }),
      `SELECT current_setting('server_version_num') AS version, r.rolcreatedb OR r.rolsuper AS creates,
              r.rolsuper OR pg_has_role(d.datdba, 'USAGE') AS owner
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    ),
  );
  const auto = row.creates && row.owner ? ('swap' as const) : ('in-place' as const);
  return {
    major: Math.floor(Number(row.version) / 10_000),
    strategy: config.restore === 'auto' ? auto : config.restore,
    owner: row.owner,
  };
}

/** What can be said of a database that accepts no connections, seen from another database of the server. */
async function captureFenced(config: Config, ctx: Context, address: DatabaseAddress): Promise<State> {
  return withDatabase(ctx, address, config['maintenance-database'], async (client) => {
    const found = await findDatabase(client, address.database);
    const server = await serverOf(client, config);
    const mark = RESTORED_MARK.exec(found?.comment ?? '');
    return {
      schemaVersion: 1,
      database: address.database,
      snapshot: ctx.snapshotId,
      serverMajor: server.major,
      accessible: false,
      integrity: config.integrity,
      strategy: config.restore === 'in-place' ? 'in-place' : 'swap',
      tables: [],
      largeObjects: 0,
      schema: {},
      boundary: { next: '0', open: [] },
      restored: mark ? { snapshot: mark[1] ?? '', next: mark[2] ?? '0' } : null,
    };
  });
}

async function dumpInto(
  sink: PayloadSink,
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  programs: Programs,
  exported: string,
): Promise<void> {
  const args = ['--format=custom', `--snapshot=${exported}`, '--no-password'];
  if (config.compress !== undefined) args.push(`--compress=${config.compress}`);
  const running = start(ctx, programs.dump, args, address, address.database, 'dump-failed');
  const toc = new TocReader(ctx, programs);
  const progress = ctx.progress(`backing up database "${address.database}"`);
  let bytes = 0;
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      bytes += chunk.length;
      progress.update(bytes, null);
      next(null, chunk);
    },
  });
  const output = new PassThrough();
  await Promise.all([pipeline(outputOf(running), toc, meter, output), sink.write(DUMP, output)]);
  progress.end();
  await toc.verdict();
}

/**
 * Lets a dump flow through while pg_restore reads its table of contents: a dump that cannot be read must not become a
 * snapshot. pg_restore needs only the beginning and stops listening then.
 */
export class TocReader extends Transform {
  private readonly running;
  private listening = true;

  constructor(ctx: Context, programs: Programs) {
    super();
    this.running = start(ctx, programs.restore, ['--list'], null, null, 'dump-unreadable');
    this.running.child.stdout?.resume();
    this.running.child.on('close', () => (this.listening = false));
    this.running.child.stdin?.on('error', () => (this.listening = false));
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const input = this.running.child.stdin;
    if (!this.listening || !input || input.destroyed) {
      done(null, chunk);
      return;
    }
    // Wait until it is taken, or refused: nothing may pile up in memory.
    const go = (): void => {
      input.off('drain', go).off('close', go).off('error', go);
      done(null, chunk);
    };
    if (input.write(chunk)) {
      done(null, chunk);
      return;
    }
    input.once('drain', go).once('close', go).once('error', go);
  }

  override _flush(done: TransformCallback): void {
    this.running.child.stdin?.end();
    done();
  }

  /** @throws RewindError dump-unreadable */
  async verdict(): Promise<void> {
    await this.running.done;
  }
}

/** Reads a dump to its end through pg_restore's eyes. @throws RewindError dump-unreadable, seal-corrupt … */
export async function readDump(ctx: Context, programs: Programs, dump: Readable): Promise<number> {
  const toc = new TocReader(ctx, programs);
  let bytes = 0;
  await pipeline(dump, toc, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) bytes += chunk.length;
  });
  await toc.verdict();
  return bytes;
}
