import { z } from 'zod';
import type { DatabaseClient } from '../../services/postgres/connection.js';
import { select } from './inspect.js';
import { isHarmless } from './warnings.js';

/**
 * What a dump by this user silently lacks: pg_dump reads the options of a user mapping as NULL where the user may not see
 * them, and omits subscriptions unless the user is a superuser.
 *
 * @returns one sentence for each object
 */
export async function hiddenFromDump(client: DatabaseClient): Promise<string[]> {
  const rows = await select(
    client,
    z.object({ text: z.string() }),
    // The condition is the one of the view pg_user_mappings. ASCII only: the encoding of the database may not have more.
    `SELECT format('the options (a password for instance) of the user mapping for %s on foreign server %s, which only a superuser or the mapped user may read',
                   CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END, quote_ident(m.srvname)) AS text
       FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid JOIN pg_roles r ON r.rolname = current_user
      WHERE m.umoptions IS NULL AND NOT r.rolsuper
        AND NOT (m.umuser <> 0 AND m.usename = current_user
                 AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE')))
        AND NOT (m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE'))
     UNION ALL
     SELECT format('the subscription %s, which only a superuser can dump', quote_ident(subname))
       FROM pg_subscription JOIN pg_roles r ON r.rolname = current_user
      WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND NOT r.rolsuper
      ORDER BY 1`,
  );
  return rows.map(({ text }) => text);
}

/** What a snapshot lacks, by its own look and by the warnings of pg_dump. */
export function leftOut(hidden: readonly string[], warnings: readonly string[]): string[] {
  const said = warnings
    // Named one by one above.
    .filter((warning) => !isHarmless(warning) && !warning.startsWith('subscriptions not dumped'))
    .map((warning) => `perhaps an object: pg_dump warned "${warning}"`);
  return [...hidden, ...new Set(said)];
}
