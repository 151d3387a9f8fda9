import { sha256 } from '../../runtime/digest.js';
import { codeOf, type DatabaseClient } from '../../services/postgres/connection.js';
import { indexState, inTransaction, markRolledBack, readNote, settle, writeNote, type Target } from './client.js';
import type { Config } from './config.js';
import { cannotRunInTransaction, indexOf, type Statement } from './sql.js';

/** A statement that failed or has an unknown outcome. */
export class StatementError extends Error {
  constructor(
    readonly statement: Statement,
    /** Number of statements before it, which stay applied. */
    readonly done: number,
    /** The server's error; null if the statement was interrupted and cannot be repeated. */
    override readonly cause: unknown,
  ) {
    super(statement.text);
  }
}

interface Progress {
  readonly done: number;
  /** True if the next statement began outside of a transaction and its outcome is unknown. */
  readonly begun: boolean;
  /** Hash of the applied statements, so that another script cannot continue from here. */
  readonly sha256: string;
}

const prefix = (statements: readonly Statement[], done: number): string =>
  sha256(
    statements
      .slice(0, done)
      .map(({ sql }) => sql)
      .join(';\n'),
  );

/** Read again by `progressOf`: databases hold notes of earlier versions. */
const noteOf = ({ done, begun, sha256: digest }: Progress): string =>
  // eslint-disable-next-line no-restricted-syntax
  `rewind: ${done} statement(s) of down.sql done${begun ? ', the next one begun' : ''}; sha256 ${digest}`;

/** The progress of an earlier run; null if none began statement by statement. */
export async function progressOf(client: DatabaseClient, target: Target, name: string): Promise<Progress | null> {
  const note = await readNote(client, target, name);
  const found = /^rewind: (\d+) statement\(s\) of down\.sql done(, the next one begun)?; sha256 (\w{64})$/.exec(
    note ?? '',
  );
  return found === null ? null : { done: Number(found[1]), begun: found[2] !== undefined, sha256: found[3] ?? '' };
}

/**
 * Runs a script with a statement that PostgreSQL rejects in a transaction. Every other statement runs in a transaction
 * together with the progress note. Before such a statement the note says "begun", so that after a crash the next run
 * continues there and checks the live state before it repeats.
 *
 * @throws StatementError
 */
export async function downByStatement(
  client: DatabaseClient,
  target: Target,
  config: Config,
  name: string,
  statements: readonly Statement[],
): Promise<void> {
  const before = await progressOf(client, target, name);
  const [first] = statements;
  if (before && first && before.sha256 !== prefix(statements, before.done)) {
    // The script has changed, so it is unknown which of its statements are applied.
    throw new StatementError(statements[before.done] ?? first, before.done, null);
  }
  const note = (done: number, begun: boolean): Promise<void> =>
    writeNote(client, target, name, noteOf({ done, begun, sha256: prefix(statements, done) }));

  await settle(client, target, config);
  try {
    for (const [index, statement] of statements.entries()) {
      if (index < (before?.done ?? 0)) continue;
      const interrupted = before?.begun === true && index === before.done;
      try {
        if (!cannotRunInTransaction(statement)) {
          await inTransaction(client, async () => {
            await client.query(statement.sql);
            await note(index + 1, false);
          });
          continue;
        }
        const next = interrupted ? await afterInterruption(client, statement) : 'run';
        if (next === 'unknown') throw new StatementError(statement, index, null);
        await note(index, true);
        if (next === 'run') await client.query(statement.sql);
        await note(index + 1, false);
      } catch (error) {
        if (error instanceof StatementError) throw error;
        // PostgreSQL raises SQLSTATE class 42 before any effect (a missing or duplicate name, a privilege).
        if (codeOf(error)?.startsWith('42')) await note(index, false).catch(() => undefined);
        throw new StatementError(statement, index, error);
      }
    }
    await markRolledBack(client, target, name);
  } finally {
    await client.query('RESET ALL').catch(() => undefined);
  }
}

/** The remaining work of a statement that an interrupted run began, derived from the live state. */
async function afterInterruption(client: DatabaseClient, statement: Statement): Promise<'run' | 'done' | 'unknown'> {
  if (/^(VACUUM|REINDEX|CLUSTER|ALTER SYSTEM)\b/i.test(statement.text)) return 'run';
  const index = indexOf(statement);
  if (index === null) return 'unknown';
  const state = await indexState(client, index);
  if (/^DROP/i.test(statement.text)) return state === 'missing' ? 'done' : 'run';
  // An interrupted CREATE INDEX CONCURRENTLY leaves an invalid index, which must be dropped first.
  if (state === 'invalid') await client.query(`DROP INDEX CONCURRENTLY ${index}`);
  return state === 'valid' ? 'done' : 'run';
}
