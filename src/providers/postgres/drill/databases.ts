import { z } from 'zod';
import { sha256 } from '../../../runtime/digest.js';
import type { Context } from '../../../runtime/context.js';
import { codeOf, type DatabaseClient } from '../../../services/postgres/connection.js';
import type { DatabaseAddress } from '../../../services/postgres/database-url.js';
import type { DatabaseProperties } from '../database-properties.js';
import { dropCopy } from '../drop-copy.js';
import { only, select } from '../inspect.js';
import { createEmpty } from '../new-database.js';

/** Names that only a drill gives. The second part is random: two drills of one run do not meet. */
const NAME = /^rewind_drill_[0-9a-f]{8}_[0-9a-f]{8}$/;
/** Beside it: the second reload that a comparison may need. */
const RELOADED = '_reload';

export const drillName = (ctx: Context, run: string): string =>
  `rewind_drill_${sha256(Buffer.from(run)).slice(0, 8)}_${ctx.randomHex(4)}`;

export const reloadedName = (database: string): string => `${database}${RELOADED}`;

/** `SELECT function(key)` of the advisory lock that a drill holds while it uses a database of this name. */
const lockSql = (call: string): string => `SELECT ${call}(hashtextextended($1, 0)) AS got`;

/**
 * Takes the name, so that `tidy` of another run leaves its database alone. The lock ends with the session.
 * @param client a session on the maintenance database of the place, which stays open for the whole drill
 */
export async function claim(client: DatabaseClient, name: string): Promise<void> {
  await client.query(lockSql('pg_advisory_lock'), [name]);
}

/**
 * Creates the empty database as the one of production: encoding, locale, owner.
 * @returns what could not be had here, a sentence each
 */
export async function createLike(
  client: DatabaseClient,
  ctx: Context,
  name: string,
  wanted: DatabaseProperties,
  lackingRoles: readonly string[],
): Promise<string[]> {
  const { tablespace, user } = only(
    await select(
      client,
      z.object({ tablespace: z.string(), user: z.string() }),
      `SELECT t.spcname::text AS tablespace, current_user::text AS user
         FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace WHERE d.datname = 'template0'`,
    ),
  );
  // The tablespace is a place on a disk: no property of the content.
  const near = {
    ...wanted,
    tablespace,
    owner: lackingRoles.includes(wanted.owner) ? user : wanted.owner,
  };
  try {
    await createEmpty(client, ctx, name, near);
    return [];
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!NO_LOCALE.includes(codeOf(cause) ?? '')) throw error;
  }
  await createEmpty(client, ctx, name, {
    ...near,
    collate: 'C',
    ctype: 'C',
    provider: 'c',
    locale: null,
    icuRules: null,
  });
  return [
    `The scratch server lacks the locale of production ("${wanted.locale ?? wanted.collate}"): rows were sorted by their bytes.`,
  ];
}

/** wrong_object_type, invalid_parameter_value, feature_not_supported: a locale or a provider that is not there. */
const NO_LOCALE = ['42809', '22023', '0A000'];

export async function dropDrill(
  client: DatabaseClient,
  ctx: Context,
  address: DatabaseAddress,
  name: string,
): Promise<void> {
  for (const database of [reloadedName(name), name]) await dropCopy(client, ctx, address, database);
}

/** Drops the databases of drills that no session claims. @returns their names */
export async function sweepDrills(client: DatabaseClient, ctx: Context, address: DatabaseAddress): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ name: z.string() }),
    `SELECT datname::text AS name FROM pg_database WHERE datname LIKE 'rewind\\_drill\\_%' ORDER BY 1`,
  );
  const names = new Set(rows.map(({ name }) => (name.endsWith(RELOADED) ? name.slice(0, -RELOADED.length) : name)));
  const dropped: string[] = [];
  for (const name of names) {
    if (!NAME.test(name)) continue;
    const { got } = only(await select(client, z.object({ got: z.boolean() }), lockSql('pg_try_advisory_lock'), [name]));
    if (!got) continue;
    await dropDrill(client, ctx, address, name);
    await client.query(lockSql('pg_advisory_unlock'), [name]);
    dropped.push(name);
  }
  return dropped;
}
