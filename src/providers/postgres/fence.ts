import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { literal, quoted, runStep, type DatabaseClient } from '../../services/postgres/connection.js';
import { findDatabase, type DatabaseEntry } from './databases.js';
import { fenceToken, withFenceTag, withoutFenceTag } from './restore-tag.js';

/** Why a database cannot be read, and how it is opened. */
export interface Closed {
  /** True if an interrupted restore of Rewind closed it. */
  readonly ours: boolean;
  readonly why: string;
  readonly remedy: string;
}

/** @param maintenance the database that the statement can be run from. @returns null if the database accepts connections */
export function closedBecause(entry: DatabaseEntry, maintenance: string): Closed | null {
  if (entry.accepts) return null;
  const byHand = `connected to "${maintenance}": ${openStatement(entry.name)};`;
  if (fenceToken(entry.comment) === null) {
    return {
      ours: false,
      why: `"${entry.name}" accepts no connections: an operator or another program set ALLOW_CONNECTIONS false`,
      remedy: `Open it as its owner, ${byHand}`,
    };
  }
  return {
    ours: true,
    why: `"${entry.name}" accepts no connections: a restore by Rewind closed it for the swap and was interrupted`,
    remedy: `Run the same rollback again to finish the restore, "rewind undo" to take it back, or "rewind unfence" to open the database at once. By hand, ${byHand}`,
  };
}

/** @throws RewindError database-fenced */
export function fenced(ctx: Context, { why, remedy }: Closed): RewindError {
  return new RewindError('database-fenced', `${why}.`, { resource: ctx.resource, remedy });
}

/** Closes a database for the swap and marks it as closed by Rewind, in one transaction. */
export async function fence(client: DatabaseClient, ctx: Context, entry: DatabaseEntry, token: string): Promise<void> {
  await runStep(ctx, `closing "${entry.name}"`, () =>
    client.query(
      [
        'BEGIN',
        commentStatement(entry.name, withFenceTag(entry.comment, token)),
        `ALTER DATABASE ${quoted(entry.name)} ALLOW_CONNECTIONS false`,
        'COMMIT',
      ].join('; '),
    ),
  );
}

/** Opens a database that was closed for a swap. Keeps what its comment says now, not when the entry was read. */
export async function open(client: DatabaseClient, ctx: Context, { name }: DatabaseEntry): Promise<void> {
  await runStep(ctx, `opening "${name}"`, async () => {
    await client.query('BEGIN');
    try {
      await client.query(openStatement(name));
      const comment = (await findDatabase(client, name))?.comment ?? null;
      await client.query(commentStatement(name, withoutFenceTag(comment)));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  });
}

export function openStatement(name: string): string {
  return `ALTER DATABASE ${quoted(name)} ALLOW_CONNECTIONS true`;
}

export function commentStatement(name: string, comment: string | null): string {
  return `COMMENT ON DATABASE ${quoted(name)} IS ${comment === null ? 'NULL' : literal(comment)}`;
}
