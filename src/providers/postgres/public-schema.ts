import { z } from 'zod';
import { quoted, type Queryable } from '../../services/postgres/connection.js';
import { only, select } from './inspect.js';
import { DATABASE_OWNER } from './session-role.js';

/** The comment of the schema "public" in a new database. */
export const STANDARD_COMMENT = 'standard public schema';

/** The schema "public" of this database, and what a new database has. A dump holds only what differs. */
export interface PublicSchema {
  /** null: the database has none. */
  readonly live: {
    readonly owner: string;
    /** The user has the rights of its owner. */
    readonly mine: boolean;
    /** The user may give objects to its owner. */
    readonly giveable: boolean;
    readonly acl: string | null;
    readonly comment: string | null;
  } | null;
  /** Its owner in a new database: until PostgreSQL 14 the first superuser, then the owner of the database. */
  readonly standardOwner: string;
  /** The user may give objects to the standard owner. */
  readonly standardGiveable: boolean;
  /** The live one has the privileges and the comment of a new one. */
  readonly standard: boolean;
}

/** Reads the schema "public". @param major version of the server */
export async function publicSchemaOf(client: Queryable, major: number): Promise<PublicSchema> {
  const may = major >= 16 ? 'SET' : 'MEMBER';
  const [live] = await select(
    client,
    z.object({
      owner: z.string(),
      mine: z.boolean(),
      giveable: z.boolean(),
      acl: z.string().nullable(),
      comment: z.string().nullable(),
    }),
    `SELECT pg_get_userbyid(nspowner)::text AS owner, pg_has_role(nspowner, 'USAGE') AS mine,
            pg_has_role(nspowner, '${may}') AS giveable, nspacl::text AS acl, obj_description(oid, 'pg_namespace') AS comment
       FROM pg_namespace WHERE nspname = 'public'`,
  );
  const standard = only(
    await select(
      client,
      z.object({ owner: z.string(), giveable: z.boolean() }),
      // Role 10 is the superuser that initdb made.
      `SELECT rolname::text AS owner, pg_has_role(oid, '${may}') AS giveable FROM pg_roles
        WHERE ${major >= 15 ? `rolname = '${DATABASE_OWNER}'` : 'oid = 10'}`,
    ),
  );
  const acl = `{${standard.owner}=UC/${standard.owner},=${major >= 15 ? 'U' : 'UC'}/${standard.owner}}`;
  return {
    live: live ?? null,
    standardOwner: standard.owner,
    standardGiveable: standard.giveable,
    standard: live?.acl === acl && live.comment === STANDARD_COMMENT,
  };
}

/**
 * Why a user who is no superuser could not give the schema "public" of a restored database what this one has.
 * A database that pg_upgrade brought from PostgreSQL 14 or older keeps a superuser as the owner of "public".
 */
export async function publicObstacle(
  client: Queryable,
  major: number,
): Promise<{ readonly message: string; readonly remedy: string } | null> {
  const { live, standardOwner, standardGiveable, standard } = await publicSchemaOf(client, major);
  if (!live) return null;
  if (live.owner !== standardOwner && !live.giveable) {
    return {
      message: `The schema "public" belongs to ${quoted(live.owner)}, and this user may not give that of the restored database to this role.`,
      remedy:
        major >= 15
          ? `As a superuser: ALTER SCHEMA public OWNER TO ${DATABASE_OWNER} (the owner that new databases have from PostgreSQL 15 on), then take a new snapshot`
          : 'Run the rollback as a superuser',
    };
  }
  // From PostgreSQL 15 on the user owns the new database, and so its "public".
  if (major >= 15 || standardGiveable || (standard && live.owner === standardOwner)) return null;
  return {
    message: `The schema "public" of a new database belongs to ${quoted(standardOwner)}, so this user may not give it the owner, the privileges and the comment that it has here.`,
    remedy: 'Run the rollback as a superuser',
  };
}
