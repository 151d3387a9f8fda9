import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import pg from 'pg';
import type { Context } from '../../runtime/context.js';
import { messageOf, RewindError } from '../../runtime/errors.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { isSocket, pooledError, type DatabaseAddress, type TlsSettings } from './database-url.js';

export type DatabaseClient = pg.Client;

/** What reads rows: a session, or psql in the middle of a script. */
export interface Queryable {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

const CONNECT_TIMEOUT_MS = 15_000;
/** A network that drops idle connections must see traffic, and a dead peer must be noticed. */
const KEEP_ALIVE_MS = 10_000;
/** How often `keepAwake` sends a query. */
const AWAKE_MS = 10_000;

/**
 * Lifts the time limits that a database or a role may set: a backup takes as long as it takes. Fixes how numbers and names are
 * written: rounded digits of a float would be another OID, and a quoted name of a type another type. A setting that the server does
 * not know has no current value. pg_settings says that too, but costs the server 1 ms a session.
 *
 * Every name that Rewind writes without a schema is one of the system. With the search_path of a role or a database, a function or an
 * operator of the application that fits better is called in its place, with the rights of Rewind's role (CVE-2018-1058). So this
 * statement names the schema of its operator too. `OWN_SEARCH_PATH` is for SQL that others wrote.
 */
const SESSION_SETTINGS = `
  SELECT pg_catalog.set_config(name, wanted.value, false)
    FROM (VALUES ('statement_timeout', '0'), ('idle_session_timeout', '0'), ('transaction_timeout', '0'),
                 ('idle_in_transaction_session_timeout', '0'), ('tcp_keepalives_idle', '30'),
                 ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '6'),
                 ('extra_float_digits', '3'), ('quote_all_identifiers', 'off'), ('search_path', 'pg_catalog')) AS wanted (name, value)
   WHERE pg_catalog.current_setting(name, true) IS NOT NULL`;

/** The same, and nothing where the packet that started the session did not reach the server whole. */
const MARKED_SETTINGS = `${SESSION_SETTINGS} AND pg_catalog.current_setting('rewind.started', true) OPERATOR(pg_catalog.=) 'yes'`;

/**
 * Set in the packet that starts a session: the server reads it after the settings of the role, so no statement runs under a
 * limit of a few milliseconds. What only some versions know is in `SESSION_SETTINGS`, because a server refuses others here.
 */
const START_SETTINGS =
  '-c rewind.started=yes -c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0';

/** SQLSTATEs by which a pooler refuses settings at the start, and PgBouncer also a password or a database: PgBouncer, Amazon RDS Proxy. */
const REFUSED_START = ['08P01', '0A000'];

/**
 * Opens one session, which the caller must end; `withDatabase` does both.
 * @throws RewindError database-unreachable, database-auth-failed, database-permission, and the SQLSTATE in `cause`;
 *   database-pooled-url
 */
export async function connect(
  ctx: Context,
  address: DatabaseAddress,
  database = address.database,
): Promise<DatabaseClient> {
  if (address.password !== null) ctx.masker.add(address.password);
  const socket = isSocket(address.host);
  // Off this machine the mode is never allow or prefer (parseDatabaseUrl). TLS has no use on a socket.
  const attempts: (false | TlsOptions)[] =
    address.tls.mode === 'disable' || socket
      ? [false]
      : address.tls.mode === 'allow'
        ? [false, tlsOptions(address.tls)]
        : address.tls.mode === 'prefer'
          ? [tlsOptions(address.tls), false]
          : [tlsOptions(address.tls)];
  let failure: unknown;
  const own = address.extra.PGOPTIONS ?? ctx.childEnv.PGOPTIONS;
  // The last one counts: a limit in the URL would end the statement that lifts it.
  const options = [own ?? '', START_SETTINGS].join(' ').trim();
  for (const ssl of attempts) {
    let asksCleartext = false;
    const client = new pg.Client({
      host: address.host,
      port: address.port,
      user: address.user,
      password: () => {
        if (asksCleartext && ssl === false && !socket) throw cleartextRefused(ctx, address);
        return address.password ?? '';
      },
      database,
      ssl,
      application_name: 'rewind',
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      options,
    });
    // The package answers any method; this runs before it asks for the password.
    connectionOf(client).prependListener('authenticationCleartextPassword', () => (asksCleartext = true));
    // If the server ends the session (a fenced database), the next query must fail, not the process.
    client.on('error', (error) => ctx.log.debug(`database session ended: ${error.message}`));
    try {
      await client.connect();
      const { rowCount } = await client.query(MARKED_SETTINGS);
      if (rowCount === 0) {
        await requireOwnBackend(ctx, client);
        await client.query(SESSION_SETTINGS);
      }
      return client;
    } catch (error) {
      failure = error;
      await client.end().catch(() => undefined);
      if (REFUSED_START.includes(codeOf(error) ?? '')) {
        throw pooledError(`it refuses the start of a session: ${messageOf(error)}`, ctx.resource, error);
      }
      if (!/does not support SSL|no pg_hba.conf entry/.test(messageOf(error))) break;
    }
  }
  if (/does not support SSL/.test(messageOf(failure))) throw tlsMissing(ctx, address, failure);
  const doing = `connecting to database "${database}" on ${address.host}:${address.port}`;
  // Only here: in a session, the same SQLSTATE has other causes.
  if (codeOf(failure) === '55000') {
    throw new RewindError('database-fenced', `Failed ${doing}: ${messageOf(failure)}`, {
      resource: ctx.resource,
      cause: failure,
      remedy: `If a rollback by Rewind was interrupted, run the same rollback again to finish it, or "rewind unfence" to open the database at once. By hand, connected to another database: ALTER DATABASE ${quoted(database)} ALLOW_CONNECTIONS true;`,
    });
  }
  throw databaseError(failure, ctx.resource, doing);
}

/**
 * A session without the settings of its start may be one that a pooler lends: what Rewind sets would stay in a connection of the
 * application. PostgreSQL names the process of the server at the start (BackendKeyData); a pooler names one of its own.
 */
async function requireOwnBackend(ctx: Context, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_catalog.pg_backend_pid() AS pid');
  if (rows[0]?.pid === Reflect.get(client, 'processID')) return;
  throw pooledError('another process than the server answers the start of a session', ctx.resource);
}

/** The protocol layer of a client, which the types of the package do not show. */
const connectionOf = (client: pg.Client): EventEmitter => Reflect.get(client, 'connection');

function cleartextRefused(ctx: Context, { host, port }: DatabaseAddress): RewindError {
  return new RewindError(
    'database-auth-failed',
    `The server at ${host}:${port} asks for the password in clear text, on a connection without TLS. It was not sent.`,
    {
      resource: ctx.resource,
      remedy:
        'Add sslmode=verify-full (at least require) to the URL, or set the server to scram-sha-256 in pg_hba.conf.',
    },
  );
}

function tlsMissing(ctx: Context, { host, port }: DatabaseAddress, cause: unknown): RewindError {
  return new RewindError('database-unreachable', `The server at ${host}:${port} does not offer TLS.`, {
    resource: ctx.resource,
    cause,
    remedy:
      'Turn TLS on at the server. In a network that you trust, e.g. of containers, add sslmode=disable to the URL.',
  });
}

/** Opens a session and always ends it. */
export async function withDatabase<T>(
  ctx: Context,
  address: DatabaseAddress,
  database: string,
  work: (client: DatabaseClient) => Promise<T>,
): Promise<T> {
  const client = await connect(ctx, address, database);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Waits for work that does not use the session, and sends a query from time to time meanwhile: proxies and address
 * translators drop a connection without traffic.
 *
 * @throws the error of the work, or of the session if that fails first
 */
export async function keepAwake<T>(
  ctx: Context,
  client: DatabaseClient,
  work: Promise<T>,
  everyMs = AWAKE_MS,
): Promise<T> {
  const done = new AbortController();
  const beating = (async () => {
    for (;;) {
      await ctx.clock.sleep(everyMs, done.signal).catch(() => undefined);
      if (done.signal.aborted) return;
      await client.query('SELECT 1');
    }
  })();
  try {
    return await Promise.race([work, beating.then(() => work)]);
  } finally {
    done.abort();
    await beating.catch(() => undefined);
  }
}

interface TlsOptions {
  readonly rejectUnauthorized: boolean;
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly checkServerIdentity?: () => undefined;
}

/** Follows libpq, which differs from the pg package: `require` encrypts but does not verify. */
function tlsOptions(tls: TlsSettings): TlsOptions {
  const file = (path: string | null): string | undefined => (path === null ? undefined : readFileSync(path, 'utf8'));
  const ca = tls.rootCert === 'system' ? undefined : file(tls.rootCert);
  const cert = file(tls.cert);
  const key = file(tls.key);
  const verifies = tls.mode.startsWith('verify') || (tls.mode === 'require' && tls.rootCert !== null);
  return {
    rejectUnauthorized: verifies,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(tls.mode === 'verify-full' || tls.rootCert === 'system' ? {} : { checkServerIdentity: () => undefined }),
  };
}

/** SQLSTATE of a server error, or the code of a network error; undefined if it has none. */
export function codeOf(error: unknown): string | undefined {
  return types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The remedy if the server, the database or the role allows no further session. */
export const RAISE_CONNECTION_LIMIT =
  'Raise the connection limit of the server, the database or the role, or end sessions that nobody uses: a backup takes two connections at once, a restore up to six.';

/** The function that PostgreSQL was in, e.g. `The SQL function "price"`; null outside of one. The rest of the context may hold rows. */
function locationOf(error: unknown): string | null {
  const where = types.isNativeError(error) && 'where' in error ? String(error.where) : '';
  const found = /^SQL function (".+?") (?:during|statement)|^PL\/pgSQL function (\S+?)\(/m.exec(where);
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? null : `The function ${name}`;
}

/** Classifies by SQLSTATE (PostgreSQL documentation, appendix A). Omits details and context: they may hold rows. */
export function databaseError(error: unknown, resource: string, doing: string): RewindError {
  if (error instanceof RewindError) return error;
  const code = codeOf(error);
  const table: Readonly<Record<string, ErrorCode>> = {
    '28P01': 'database-auth-failed',
    '28000': 'database-auth-failed',
    '42501': 'database-permission',
    '3D000': 'api-not-found',
    '53200': 'tool-failed',
  };
  const known: ErrorCode =
    // The package refuses an empty password itself, without an SQLSTATE.
    (/client password must be a/.test(messageOf(error)) ? 'database-auth-failed' : undefined) ??
    (code === undefined ? undefined : table[code]) ??
    (code === undefined || /^E[A-Z]+$/.test(code) || /^(08|57P|53)/.test(code)
      ? 'database-unreachable'
      : 'tool-failed');
  const remedies: Partial<Record<ErrorCode, string>> = {
    'api-not-found': 'Check the name of the database in the URL.',
    'tool-failed': 'Read the message of the database, repair the cause, and run again.',
  };
  const remedy =
    // Functions, types, tables and schemas that were not found from within a function; Rewind names all with their schema.
    code !== undefined && ['42883', '42704', '42P01', '3F000'].includes(code) && locationOf(error) !== null
      ? `${locationOf(error)} names objects without their schema. Neither Rewind nor pg_restore has the schema in its search_path, so a backup could not be restored. Qualify the names, or set the search_path of the function: ALTER FUNCTION … SET search_path = public.`
      : code === '53200'
        ? 'If the database has many tables: raise max_locks_per_transaction of the server, restart it, and run again.'
        : code === '53300'
          ? RAISE_CONNECTION_LIMIT
          : // The server names no privilege there.
            code === '42501' && /row-level security policy/.test(messageOf(error))
            ? 'Row security hides rows from this user. As a superuser: ALTER ROLE … BYPASSRLS for it; or, if it owns the table: ALTER TABLE … NO FORCE ROW LEVEL SECURITY.'
            : remedies[known];
  return new RewindError(known, `Failed ${doing}: ${messageOf(error) || (code ?? 'unknown error')}`, {
    resource,
    cause: error,
    ...(remedy === undefined ? {} : { remedy }),
  });
}

/**
 * True if the server rejected the statement: an SQLSTATE outside of the connection classes. Each one has a digit; codes of Node
 * as EPIPE have none.
 */
export const isAnswer = (error: unknown): boolean => /^(?!08|57P)(?=.*\d)[0-9A-Z]{5}$/.test(codeOf(error) ?? '');

/** Runs a step and names it in its error. @param doing e.g. `renaming "shop"` */
export async function runStep<T>(ctx: Context, doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseError(error, ctx.resource, doing);
  }
}

/** The search_path of the URL, the role or the database: for SQL from outside, and for triggers that expect it. */
export const OWN_SEARCH_PATH = 'SET search_path TO DEFAULT';

/** Quotes an identifier. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Quotes a literal. */
export function literal(value: string): string {
  return pg.escapeLiteral(value);
}
