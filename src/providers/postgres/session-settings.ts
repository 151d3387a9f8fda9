import { z } from 'zod';
import type { Queryable, DatabaseClient } from '../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../services/postgres/database-url.js';
import { only, select } from '../../services/postgres/select.js';

/** Settings of a server, role or database that would stop a restore half-way. Some exist only in newer versions. */
const LENIENT: Readonly<Record<string, string>> = {
  default_transaction_read_only: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_session_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
  // The server then notices a dead client within two minutes, and releases its locks.
  tcp_keepalives_idle: '30',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '6',
};
const SINCE: Readonly<Record<string, number>> = { idle_session_timeout: 14, transaction_timeout: 17 };

/** Sets them in an open session. */
export async function lenient(client: DatabaseClient): Promise<void> {
  await client.query(
    `SELECT set_config(s.name, v.value, false) FROM pg_settings s JOIN json_each_text($1::json) v ON v.key = s.name`,
    [JSON.stringify(LENIENT)],
  );
}

/** Sets them for programs and sessions that connect with this address. @param major version of the server */
export function lenientAddress(address: DatabaseAddress, major: number): DatabaseAddress {
  const own = address.extra.PGOPTIONS;
  const options = Object.entries(LENIENT)
    .filter(([name]) => major >= (SINCE[name] ?? 0))
    .map(([name, value]) => `-c ${name}=${value}`);
  return {
    ...address,
    extra: { ...address.extra, PGOPTIONS: [...(own === undefined ? [] : [own]), ...options].join(' ') },
  };
}

/**
 * The address for pg_dump: rows leave the server in the encoding of the database. A role or a database may set another one
 * (client_encoding), which may lack characters of the rows.
 *
 * @param client a session on the database
 */
export async function inServerEncoding(client: Queryable, address: DatabaseAddress): Promise<DatabaseAddress> {
  const { encoding } = only(
    await select(
      client,
      z.object({ encoding: z.string() }),
      `SELECT pg_catalog.current_setting('server_encoding') AS encoding`,
    ),
  );
  return { ...address, extra: { ...address.extra, PGCLIENTENCODING: encoding } };
}
