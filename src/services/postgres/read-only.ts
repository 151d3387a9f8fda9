import type pg from 'pg';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import { codeOf, databaseError, OWN_SEARCH_PATH, withDatabase, type DatabaseClient } from './connection.js';
import { parseDatabaseUrl, requireDirect } from './database-url.js';
import { plural } from '../../runtime/text.js';

/** Oid of the type boolean. */
const BOOLEAN = 16;
const CURSOR = 'rewind_question';

/** One SELECT from outside. */
export interface Question {
  /** As in rewind.yml, resolved. */
  readonly url: string;
  readonly query: string;
  /** Time limit of the query alone. */
  readonly seconds: number;
}

/**
 * The number of rows, at most `most`. No row is transferred.
 * @throws RewindError as `askBoolean`
 */
export async function countRows(ctx: Context, question: Question, most: number): Promise<number> {
  return withCursor(ctx, question, async (client) => {
    const { rowCount } = await client.query(`MOVE FORWARD ${most} FROM ${CURSOR}`);
    return rowCount ?? 0;
  });
}

/**
 * The value of a query of one row and one column of the type boolean; null for NULL.
 * @throws RewindError input-invalid if the database refuses the text, or for another answer; database-pooled-url; as `connect`
 */
export async function askBoolean(ctx: Context, question: Question): Promise<boolean | null> {
  return withCursor(ctx, question, async (client) => {
    const { fields } = await client.query(`FETCH 0 FROM ${CURSOR}`);
    if (fields.length !== 1) throw otherAnswer(ctx, plural(fields.length, 'column'));
    if (fields[0]?.dataTypeID !== BOOLEAN) throw otherAnswer(ctx, 'a value that is not a boolean');
    const { rows } = await client.query<[boolean | null]>({ text: `FETCH 2 FROM ${CURSOR}`, rowMode: 'array' });
    const [row] = rows;
    if (row === undefined || rows.length > 1) throw otherAnswer(ctx, row === undefined ? 'no row' : 'several rows');
    return row[0];
  });
}

function otherAnswer({ resource }: Context, got: string): RewindError {
  return new RewindError('input-invalid', `The query returned ${got}, expected one row of one boolean.`, {
    resource,
    remedy: 'Correct "query", or set expect: no-rows.',
  });
}

/**
 * Opens a cursor in a transaction that cannot write. A cursor takes nothing but a SELECT or VALUES (no COPY, no change in a
 * WITH), and the extended protocol takes one statement. What a function does outside of the transaction is up to the role.
 */
async function withCursor<T>(
  ctx: Context,
  { url, query, seconds }: Question,
  read: (client: DatabaseClient) => Promise<T>,
): Promise<T> {
  const address = parseDatabaseUrl(url, ctx.childEnv, ctx.resource);
  // The settings of a session would stay in the connections that a pooler shares.
  requireDirect(address, ctx.resource);
  return withDatabase(ctx, address, address.database, async (client) => {
    // Closes the connection at once while a query runs.
    const end = (): void => void client.end().catch(() => undefined);
    ctx.signal.addEventListener('abort', end, { once: true });
    try {
      ctx.signal.throwIfAborted();
      await client.query(`${OWN_SEARCH_PATH}; BEGIN TRANSACTION READ ONLY`);
      await client.query(`SET LOCAL statement_timeout = ${seconds * 1000}; SET LOCAL cursor_tuple_fraction = 1`);
      const declare: pg.QueryConfig & { readonly queryMode: 'extended' } = {
        text: `DECLARE ${CURSOR} NO SCROLL CURSOR FOR ${query}`,
        queryMode: 'extended',
      };
      await client.query(declare);
      const answer = await read(client);
      await client.query('ROLLBACK');
      return answer;
    } catch (error) {
      throw queryError(ctx, error);
    } finally {
      ctx.signal.removeEventListener('abort', end);
    }
  });
}

/** SQLSTATE of an undefined column, function or operator, table, schema. */
const GONE: ReadonlySet<string> = new Set(['42703', '42883', '42P01', '3F000']);

/** True if the database refused a question because something that its text names does not exist. */
export const namesWhatIsGone = (error: unknown): boolean =>
  error instanceof RewindError && GONE.has(codeOf(error.cause) ?? '');

/** Errors of the text of the query (0A, 3F, 42), of its values (22), and of an attempt to write (25). */
function queryError(ctx: Context, error: unknown): RewindError {
  const code = codeOf(error);
  if (code === undefined || code === '42501' || !/^(0A|22|25|3F|42)/.test(code)) {
    return databaseError(error, ctx.resource, 'running the query');
  }
  return new RewindError('input-invalid', `The database refuses the query: ${messageOf(error)}`, {
    resource: ctx.resource,
    cause: error,
    remedy: 'Correct "query": one SELECT that writes nothing.',
  });
}
