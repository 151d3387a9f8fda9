import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestPostgres } from './postgres.js';

/** Writes to `log (key text)` until it is stopped, with new connections after errors, and keeps what the server acknowledged. */
class Writer {
  readonly acknowledged: string[] = [];
  errors = 0;
  /** The longest time between two acknowledged writes, in ms. */
  longestGap = 0;
  private running = true;
  private readonly finished: Promise<void>;

  constructor(server: TestPostgres, database: string, id: number) {
    this.finished = this.write(server, database, id);
  }

  private async write(server: TestPostgres, database: string, id: number): Promise<void> {
    let next = 0;
    let last = performance.now();
    while (this.running) {
      const client = new Client({ connectionString: server.url(database) });
      client.on('error', () => undefined);
      try {
        await client.connect();
        while (this.running) {
          const key = `${id}-${(next += 1)}`;
          // As applications do: one statement alone, or read and then write in a transaction.
          if (id % 2 === 0) {
            await client.query('INSERT INTO log VALUES ($1)', [key]);
          } else {
            await client.query('BEGIN; SELECT * FROM log LIMIT 1');
            await client.query('INSERT INTO log VALUES ($1)', [key]);
            await client.query('COMMIT');
          }
          this.acknowledged.push(key);
          this.longestGap = Math.max(this.longestGap, performance.now() - last);
          last = performance.now();
        }
      } catch {
        this.errors += 1;
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.finished;
  }
}

/** An application of several processes that write to one database all the time. */
export class Writers {
  private readonly all: readonly Writer[];

  constructor(server: TestPostgres, database: string, count: number) {
    this.all = Array.from({ length: count }, (_, id) => new Writer(server, database, id));
  }

  acknowledged(): string[] {
    return this.all.flatMap(({ acknowledged }) => acknowledged);
  }

  /** For a log. `longestGapMs`: the longest time that one of them waited for its next acknowledged write. */
  figures(): { readonly acknowledged: number; readonly errors: number; readonly longestGapMs: number } {
    return {
      acknowledged: this.acknowledged().length,
      errors: this.all.reduce((sum, { errors }) => sum + errors, 0),
      longestGapMs: Math.round(Math.max(...this.all.map(({ longestGap }) => longestGap))),
    };
  }

  /** Until the server acknowledged this many more writes. */
  async more(count: number): Promise<void> {
    const total = (): number => this.all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    const then = total();
    while (total() < then + count) await sleep(5);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((writer) => writer.stop()));
  }
}
