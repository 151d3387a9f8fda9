import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';

/** The connection parameters of a database, as libpq defines them. The password is separate. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | null;
  readonly database: string;
  readonly tls: TlsSettings;
  /** `options`, `connect_timeout` … as PG* variables, for programs. */
  readonly extra: Readonly<Record<string, string>>;
  /** Why this looks like the address of a connection pooler; null if it does not. */
  readonly pooled: string | null;
}

export interface TlsSettings {
  readonly mode: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';
  /** Paths; the root certificate `system` stands for the certificates of the operating system. */
  readonly rootCert: string | null;
  readonly cert: string | null;
  readonly key: string | null;
}

const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/** The libpq variable of each query parameter. */
const LIBPQ_VARIABLES: Readonly<Record<string, string>> = {
  options: 'PGOPTIONS',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  channel_binding: 'PGCHANNELBINDING',
  gssencmode: 'PGGSSENCMODE',
  sslsni: 'PGSSLSNI',
  target_session_attrs: 'PGTARGETSESSIONATTRS',
};

/** Parameters that would reach another server than the URL seems to name, or that only one of our two clients follows. */
const REFUSED_PARAMETERS = ['service', 'servicefile', 'hostaddr', 'passfile'];

/** Stands for a host that the WHATWG parser refuses: none (`user@/db?host=/socket`), or a list. */
const PLACEHOLDER = 'host.invalid';

/**
 * Parses `postgresql://user:password@host:port/database?sslmode=…`. The PG* variables supply what the URL omits, as in
 * libpq, but not PGSERVICE and PGHOST: the configuration alone says which server it is. Ignores parameters of ORMs (schema,
 * connection_limit …). A Unix socket is `?host=/directory`, or the directory percent-encoded as the host.
 *
 * Off this machine the connection is always encrypted unless the URL says `sslmode=disable`: `allow` and `prefer`, the
 * default of libpq, would send the password to any server that asks for plain text.
 *
 * Blanks and line ends around the URL came with a copy, and are left out: no part of a URL begins or ends with one.
 *
 * @param env PGSSLMODE and similar variables
 * @throws RewindError database-url-invalid; its message never quotes the URL
 */
export function parseDatabaseUrl(
  given: string,
  env: Readonly<Record<string, string>>,
  resource: string,
): DatabaseAddress {
  const invalid = (what: string): RewindError =>
    new RewindError('database-url-invalid', `The database URL ${what}.`, { resource });
  const decoded = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      throw invalid('has a "%" that begins no percent code; write %25 for the character itself');
    }
  };
  const url = given.trim();
  const [, head = '', named = ''] = /^(\w+:\/\/(?:[^/?#]*@)?)([^/?#@]*)/.exec(url) ?? [];
  const listed = named.includes(',');
  const hostless = /^(:\d+)?$/.test(named);
  const port = hostless ? named : '';
  let parsed: URL;
  try {
    parsed = new URL(listed || hostless ? `${head}${PLACEHOLDER}${port}${url.slice(head.length + named.length)}` : url);
  } catch {
    throw invalid('is not a URL');
  }
  if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw invalid(`begins with "${parsed.protocol}//", not postgresql://`);
  const query = parsed.searchParams;
  const place = query.get('host') ?? (listed ? named : hostless ? '' : decoded(parsed.hostname));
  const host = place.replace(/^\[|\]$/g, '');
  if (`${host}${query.get('port') ?? ''}`.includes(',')) {
    throw invalid('names several hosts; name the primary: a backup and its locks must reach one server');
  }
  const refused = REFUSED_PARAMETERS.find((name) => query.has(name));
  if (refused !== undefined) throw invalid(`has the parameter "${refused}"; give host, port and user in the URL`);
  const database = decoded(parsed.pathname.slice(1));
  if (host === '') throw invalid('names no host');
  if (database === '') throw invalid('names no database');
  if (parsed.username === '') throw invalid('names no user');
  const mode = query.get('sslmode') ?? env.PGSSLMODE ?? 'prefer';
  const asked = TLS_MODES.find((candidate) => candidate === mode);
  if (!asked) throw invalid(`has an unknown sslmode; use one of ${TLS_MODES.join(', ')}`);
  const known = !isLocal(host) && (asked === 'allow' || asked === 'prefer') ? 'require' : asked;
  const extra: Record<string, string> = {};
  for (const [parameter, variable] of Object.entries(LIBPQ_VARIABLES)) {
    const value = query.get(parameter);
    if (value !== null) extra[variable] = value;
  }
  return {
    host,
    port: Number(query.get('port') ?? (parsed.port === '' ? '5432' : parsed.port)),
    user: decoded(parsed.username),
    password: parsed.password === '' ? null : decoded(parsed.password),
    database,
    tls: {
      mode: known,
      rootCert: query.get('sslrootcert') ?? env.PGSSLROOTCERT ?? null,
      cert: query.get('sslcert') ?? env.PGSSLCERT ?? null,
      key: query.get('sslkey') ?? env.PGSSLKEY ?? null,
    },
    extra,
    pooled: pooledBecause(host, parsed),
  };
}

export const isSocket = (host: string): boolean => host.startsWith('/');

/** True for a server that no network lies before. */
function isLocal(host: string): boolean {
  return isSocket(host) || /^(localhost|127(\.\d+){3}|::1)$/i.test(host);
}

/** Advice for a connection over a network that does not verify the server. */
export function tlsAdvice({ host, tls }: DatabaseAddress): Finding[] {
  if (isLocal(host) || tls.mode === 'verify-full') return [];
  const encrypted = tls.mode !== 'disable';
  return [
    {
      level: 'warning',
      code: 'database-tls-weak',
      message: encrypted
        ? `The connection to ${host} is encrypted, but sslmode=${tls.mode} does not prove that it is that server.`
        : `The connection to ${host} is not encrypted: anyone on the network path can read every row.`,
      remedy: 'Add sslmode=verify-full&sslrootcert=system to the URL, or the path of the certificate of your provider.',
    },
  ];
}

/** Names a database on its server: equal for two URLs of one database. Holds no secret. */
export function identityOf({ host, port, database }: DatabaseAddress): string {
  const loopback = isLocal(host) && !isSocket(host);
  return `${loopback ? 'localhost' : host.toLowerCase()}:${port}/${database}`;
}

/** A query parameter of a database URL, also of one that the WHATWG parser refuses; null if it is not there. */
export function parameterOf(url: string, name: string): string | null {
  return new URLSearchParams(/\?([^#]*)/.exec(url.trim())?.[1] ?? '').get(name);
}

/** Dumps, session locks and renames fail through a pooler in transaction mode. */
function pooledBecause(host: string, url: URL): string | null {
  if (/-pooler(\.|$)/.test(host)) return `its host name has "-pooler"`;
  if (/(^|\.)pooler\./.test(host)) return `its host is a pooler`;
  if (/\.proxy-[a-z0-9]+\.[a-z0-9-]+\.rds\.amazonaws\.com/.test(host)) return `its host is an RDS Proxy`;
  if (/pgbouncer|pgcat|supavisor/i.test(host)) return `its host is named like a pooler`;
  if (url.port === '6543') return `its port is 6543`;
  if (url.port === '6432') return `its port is 6432, PgBouncer's`;
  if (url.searchParams.get('pgbouncer') === 'true') return `it has pgbouncer=true`;
  return null;
}

/** @throws RewindError database-pooled-url */
export function requireDirect(address: DatabaseAddress, resource: string): void {
  if (address.pooled !== null) throw pooledError(address.pooled, resource);
}

/** @param why what shows that it is a pooler: part of a sentence */
export function pooledError(why: string, resource: string, cause?: unknown): RewindError {
  return new RewindError(
    'database-pooled-url',
    `The URL points to a connection pooler (${why}); dumps, locks and renames do not work through it.`,
    {
      resource,
      ...(cause === undefined ? {} : { cause }),
      remedy:
        'Give the direct URL: on Neon the host without "-pooler", on Supabase port 5432 of the database host, on Amazon RDS the endpoint of the instance or cluster, else the address of the server behind PgBouncer.',
    },
  );
}

/** The environment for libpq programs; the password goes through PGPASSFILE, never here. */
export function libpqEnv(address: DatabaseAddress, database = address.database): Record<string, string> {
  const { tls } = address;
  return {
    ...address.extra,
    PGHOST: address.host,
    PGPORT: String(address.port),
    PGUSER: address.user,
    PGDATABASE: database,
    // libpq ignores the mode on a socket, except that one without TLS support refuses to start.
    PGSSLMODE: isSocket(address.host) ? 'disable' : tls.mode,
    // libpq 16 and later; without TLS a password must not be sent as it is.
    ...(tls.mode === 'disable' && !isSocket(address.host) ? { PGREQUIREAUTH: '!password' } : {}),
    ...(tls.rootCert === null ? {} : { PGSSLROOTCERT: tls.rootCert }),
    ...(tls.cert === null ? {} : { PGSSLCERT: tls.cert }),
    ...(tls.key === null ? {} : { PGSSLKEY: tls.key }),
    PGAPPNAME: 'rewind',
    // Makes times in messages and text output independent of the machine.
    PGTZ: 'UTC',
  };
}
