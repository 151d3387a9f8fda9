import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PayloadSink, PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { bothEnds } from '../../runtime/flow.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { outputOf, start } from './client.js';
import type { Programs } from './programs.js';
import { compressionOf } from './compression.js';
import type { Config } from './config.js';
import { state, type State } from './state.js';
import { asMigrated } from './steady.js';

/** Names of the payloads. */
export const DUMP = 'dump';

/** Everything that asks for the table waits meanwhile. pg_dump can only wait for a session that waits for us. */
const LOCK_WAIT_MS = 3_000;
export const LOCK_WAIT = `--lock-wait-timeout=${LOCK_WAIT_MS}`;

/** `database-locked` where pg_dump waited too long for a table; else the error as it is. */
export function asLockTimeout(error: unknown, resource: string): unknown {
  // pg_dump sets statement_timeout for its locks only.
  if (!/canceling statement due to (lock|statement) timeout/.test(messageOf(error))) return error;
  return new RewindError('database-locked', `pg_dump could not lock the tables within ${LOCK_WAIT_MS / 1000} s.`, {
    resource,
    remedy: 'Run again when no migration is running.',
    cause: error,
  });
}

export const EXPECTED = 'expected.json';

export async function readExpected(source: PayloadSource): Promise<State> {
  return state.parse(JSON.parse((await source.read(EXPECTED)).toString('utf8')));
}

/**
 * Streams a dump of an exported snapshot into the sink.
 * @returns the warnings of pg_dump
 * @throws RewindError dump-failed, dump-unreadable, and the errors of the store
 */
export async function dumpInto(
  sink: PayloadSink,
  config: Config,
  ctx: Context,
  address: DatabaseAddress,
  programs: Programs,
  exported: string,
): Promise<readonly string[]> {
  const compress = await compressionOf(ctx, programs, config.compress);
  const args = ['--format=custom', `--snapshot=${exported}`, '--no-password', `--compress=${compress}`, LOCK_WAIT];
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
  try {
    await bothEnds(meter, pipeline(outputOf(running), toc, meter), sink.write(DUMP, meter));
  } catch (error) {
    throw asMigrated(asLockTimeout(error, ctx.resource), ctx.resource);
  } finally {
    running.stop();
  }
  progress.end();
  await toc.verdict();
  return running.warnings();
}

/**
 * Passes a dump on while pg_restore reads its table of contents, so that an unreadable dump fails the snapshot.
 * pg_restore reads only the beginning, then closes its input.
 */
class TocReader extends Transform {
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
    // Waits until pg_restore accepts or rejects the chunk, so that memory stays constant.
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

  /** A stream that failed ends here, not in _flush; pg_restore would wait for its input without end. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (error) this.running.stop();
    this.running.child.stdin?.end();
    done(error);
  }

  /** @throws RewindError dump-unreadable */
  async verdict(): Promise<void> {
    await this.running.done;
    // pg_restore lists an archive that it cannot decompress, and only warns.
    const unable = this.running.warnings().find((warning) => warning.includes('does not support'));
    if (unable === undefined) return;
    throw new RewindError('dump-unreadable', `pg_restore could not restore this dump: ${unable}.`, {
      remedy: 'Install a PostgreSQL client that supports the compression of the dump.',
    });
  }
}

/** Streams the whole dump through `pg_restore --list` to prove that it is readable. @throws RewindError dump-unreadable, seal-corrupt … */
export async function readDump(ctx: Context, programs: Programs, dump: Readable): Promise<number> {
  const toc = new TocReader(ctx, programs);
  let bytes = 0;
  await pipeline(dump, toc, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) bytes += chunk.length;
  });
  await toc.verdict();
  return bytes;
}

/** Passes the dump on and reports the progress of the restore. */
export function metered(ctx: Context, source: PayloadSource, database: string, dump: Readable): Readable {
  const total = source.refs.find(({ name }) => name === DUMP)?.bytes ?? null;
  const progress = ctx.progress(`restoring into "${database}"`);
  let bytes = 0;
  return Readable.from(
    (async function* () {
      for await (const chunk of dump as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        progress.update(bytes, total);
        yield chunk;
      }
      progress.end();
    })(),
    { objectMode: false },
  );
}
