import { Client } from 'pg';
import { messageOf } from '../../src/runtime/errors.js';

/** A session that stays open between its queries: a new one costs a server and us more than most queries. */
export interface KeptSession {
  /** Connects first if there is no session, or if somebody ended it (a restore cuts all sessions). */
  query(sql: string, params?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** The present session, for what needs one itself. */
  client(): Promise<Client>;
  end(): Promise<void>;
}

/** What a query says whose session ended before it; the server has not seen it. */
const CUT = /Connection terminated|not queryable|terminating connection|ECONNRESET|EPIPE/;

export function keptSession(url: string): KeptSession {
  let open: Client | null = null;
  const client = async (): Promise<Client> => {
    if (open !== null) return open;
    const fresh = new Client({ connectionString: url });
    const forget = (): void => {
      if (open === fresh) open = null;
    };
    fresh.on('error', forget).on('end', forget);
    await fresh.connect();
    open = fresh;
    return fresh;
  };
  const run = async (sql: string, params: readonly unknown[]): Promise<Record<string, unknown>[]> => {
    const result: unknown = await (await client()).query(sql, [...params]);
    // Several statements give several results; the last one counts.
    const last = (Array.isArray(result) ? result.at(-1) : result) as { rows: Record<string, unknown>[] };
    return last.rows;
  };
  return {
    client,
    query: async (sql, params = []) => {
      const before = open;
      try {
        return await run(sql, params);
      } catch (error) {
        // Only a session from before can have ended unnoticed.
        if (before === null || !CUT.test(messageOf(error))) throw error;
        open = null;
        return run(sql, params);
      }
    },
    end: async () => {
      await open?.end();
    },
  };
}
