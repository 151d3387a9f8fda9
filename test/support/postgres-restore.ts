import provider from '../../src/providers/postgres/index.js';
import { config as schema, type Config } from '../../src/providers/postgres/config.js';
import type { State } from '../../src/providers/postgres/state.js';
import { testContext, type TestContext } from './context.js';
import { MemoryPayloads } from './payloads.js';
import type { TestPostgres } from './postgres.js';

export const SNAPSHOT = '20260101T000000Z-test00';

export const configOf = (extra: Record<string, unknown> = {}): Config =>
  schema.parse({ id: 'subject', provider: 'postgres', url: '${DATABASE_URL}', ...extra });

export const contextFor = (url: string, env: Record<string, string> = {}): TestContext =>
  testContext({ snapshotId: SNAPSHOT, env: { DATABASE_URL: url, ...env } });

/** A database, a snapshot of it, and its restore: the provider without the engine around it. */
export class Restorable {
  readonly payloads = new MemoryPayloads();

  constructor(
    readonly server: TestPostgres,
    readonly database: string,
    readonly config = configOf(),
    readonly ctx = contextFor(server.url(database)),
  ) {}

  query(sql: string): Promise<Record<string, unknown>[]> {
    return this.server.query(this.database, sql);
  }

  snapshot(): Promise<State> {
    return provider.capture(this.config, this.ctx, this.payloads);
  }

  live(): Promise<State> {
    return provider.capture(this.config, this.ctx, new MemoryPayloads('compare'));
  }

  async plan(): Promise<ReturnType<typeof provider.plan>> {
    const saved = provider.state.parse(JSON.parse((await this.payloads.read('expected.json')).toString()));
    return provider.plan(saved, await this.live());
  }

  /** What a rollback does: check before it, apply, and plan again. */
  async restore(ctx = this.ctx): Promise<void> {
    for (const change of await this.plan()) await provider.apply(this.config, change, ctx, this.payloads);
  }

  async check(): Promise<{ level: string; code: string; message: string; remedy?: string | undefined }[]> {
    return provider.check(this.config, this.ctx);
  }

  /** A context in which the run ends as if killed, at a line of its log. Nothing is tidied up after that line. */
  diesAt(line: RegExp): TestContext {
    const { log } = this.ctx;
    const info = (message: string): void => {
      log.info(message);
      if (line.test(message)) throw new Error('killed here');
    };
    return { ...this.ctx, log: { ...log, info } };
  }
}
