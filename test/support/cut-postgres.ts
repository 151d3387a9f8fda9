import { connect, createServer, type AddressInfo } from 'node:net';

/** Stands between the program and a PostgreSQL server, and cuts the connection at a statement. */
export interface PostgresCut {
  /** The URL of the database by this way. */
  readonly url: string;
  /**
   * Cuts the next connection on which this statement is sent.
   * @param when before: the server never gets it; after: the server carries it out, and its answer is lost
   */
  readonly at: (statement: string, when: 'before' | 'after') => void;
  readonly stop: () => Promise<void>;
}

export async function cutPostgres(url: string): Promise<PostgresCut> {
  const { hostname: host, port } = new URL(url);
  let next: { readonly statement: string; readonly when: 'before' | 'after' } | null = null;
  const server = createServer((client) => {
    const database = connect(Number(port), host);
    let answerIsLost = false;
    const cut = (): void => {
      client.destroy();
      database.destroy();
    };
    client.on('error', cut).on('close', cut);
    database
      .on('error', cut)
      .on('close', cut)
      .on('data', (data) => (answerIsLost ? cut() : client.write(data)));
    client.on('data', (data) => {
      // A simple query: its kind, its length in four bytes, its text.
      const when = next !== null && data.subarray(5).toString().startsWith(next.statement) ? next.when : null;
      if (when !== null) next = null;
      if (when === 'before') return void setTimeout(cut, 0);
      // Its answer is the next that comes: the ones before it have come, because a client waits for each.
      answerIsLost ||= when === 'after';
      return void database.write(data);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const by = new URL(url);
  by.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: by.href,
    at: (statement, when) => (next = { statement, when }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
