import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Queryable } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { start } from './client.js';
import type { Programs } from './programs.js';

const rowsOf = z.array(z.record(z.string(), z.unknown()));

/** Keeps a session alive on networks that drop idle connections. */
const PING_MS = 20_000;

/**
 * One session of psql that answers queries: a script that only psql can read (COPY with its rows) runs in the same
 * transaction as the queries that check its result. psql ends at the first error, and the server then rolls back.
 */
export class PsqlSession implements Queryable {
  private readonly running;
  private readonly waiting: { readonly lines: string[]; readonly marker: string; readonly done: () => void }[] = [];
  private readonly ended: Promise<never>;
  private pings: NodeJS.Timeout | undefined;

  constructor(
    private readonly ctx: Context,
    programs: Programs,
    address: DatabaseAddress,
  ) {
    const inUtf8 = { ...ctx, childEnv: { ...ctx.childEnv, PGCLIENTENCODING: 'UTF8' } };
    const args = ['--no-psqlrc', '--quiet', '--no-password', '--no-align', '--tuples-only'];
    this.running = start(
      inUtf8,
      programs.psql,
      [...args, '--set=ON_ERROR_STOP=1', '--file=-'],
      address,
      address.database,
      'restore-failed',
    );
    this.ended = this.running.done.then(() => {
      throw new RewindError('restore-failed', 'psql ended before the restore did.', { resource: ctx.resource });
    });
    this.ended.catch(() => undefined);
    if (this.running.child.stdout) {
      createInterface({ input: this.running.child.stdout }).on('line', (line) => this.take(line));
    }
  }

  private take(line: string): void {
    const [first] = this.waiting;
    if (!first) return;
    if (line === first.marker) {
      this.waiting.shift();
      first.done();
    } else {
      first.lines.push(line);
    }
  }

  /** Sends text and waits until psql has run it. @returns the lines that psql printed */
  private async send(text: string): Promise<string[]> {
    const { stdin } = this.running.child;
    const marker = `rewind-${this.ctx.randomHex(8)}`;
    const lines: string[] = [];
    const answered = new Promise<void>((done) => this.waiting.push({ lines, marker, done }));
    if (stdin && !stdin.write(`${text}\n\\echo ${marker}\n`)) {
      // A broken pipe: psql's own message is more precise.
      await Promise.race([once(stdin, 'drain').catch(() => this.ended), this.ended]);
    }
    await Promise.race([answered, this.ended]);
    return lines;
  }

  /** Runs commands of psql itself, one a line. */
  async command(text: string): Promise<void> {
    await this.send(text);
  }

  /** Runs statements, in order. @throws RewindError restore-failed with the message of the server */
  async run(...statements: readonly string[]): Promise<void> {
    if (statements.length > 0) await this.send(`${statements.join(';\n')};`);
  }

  /**
   * Runs statements, all or none. The transaction goes on also when they fail.
   * @returns the SQLSTATE: `00000` when they ran
   */
  async attempt(...statements: readonly string[]): Promise<string> {
    const lines = await this.send(
      [
        'SAVEPOINT rewind;',
        '\\set ON_ERROR_STOP 0',
        // One message: the server stops at the first error.
        `${statements.join('\\;\n')};`,
        '\\echo :SQLSTATE',
        '\\if :ERROR',
        'ROLLBACK TO SAVEPOINT rewind;',
        '\\endif',
        '\\set ON_ERROR_STOP 1',
        'RELEASE SAVEPOINT rewind;',
      ].join('\n'),
    );
    return lines.at(-1) ?? '';
  }

  /** Runs a query whose values are JSON's: cast what a JSON number cannot hold to text. Takes no parameters. */
  async query(sql: string): Promise<{ rows: Record<string, unknown>[] }> {
    const lines = await this.send(`SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM (\n${sql}\n) r;`);
    return { rows: rowsOf.parse(JSON.parse(lines.join(''))) };
  }

  /** Runs a script of pg_dump's format, and discards what it prints. */
  async script(text: Readable): Promise<void> {
    const { stdin } = this.running.child;
    if (!stdin) throw new RewindError('internal', 'psql was started without an input.');
    await this.send('\\o /dev/null');
    try {
      await pipeline(text, stdin, { end: false });
    } catch (error) {
      // A failed psql breaks the pipe; its own message is more precise.
      if (!(error instanceof RewindError)) await this.ended;
      throw error;
    }
    await this.send('\\o\n\\encoding UTF8');
  }

  /** Asks the server for something small at intervals, until the restore begins or the session ends. */
  keepAlive(): void {
    this.pings ??= setInterval(() => {
      if (this.waiting.length === 0) this.send('SELECT 1;').catch(() => undefined);
    }, PING_MS).unref();
  }

  stopKeepAlive(): void {
    clearInterval(this.pings);
    this.pings = undefined;
  }

  /** Ends the session. An open transaction is rolled back. */
  async end(): Promise<void> {
    this.stopKeepAlive();
    const { child, done } = this.running;
    if (child.exitCode === null && child.signalCode === null) child.stdin?.end();
    await done.catch(() => undefined);
  }

  /** Ends the session at once, in the middle of whatever it runs. An open transaction is rolled back. */
  async abort(): Promise<void> {
    this.stopKeepAlive();
    this.running.child.kill('SIGTERM');
    await this.running.done.catch(() => undefined);
  }
}
