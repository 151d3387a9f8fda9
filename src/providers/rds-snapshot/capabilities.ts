import type { Capabilities } from '../../engine/provider.js';
import { identityOf } from '../../services/postgres/database-url.js';
import { layoutHazards } from '../../services/postgres/layout.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { deletion, restoredName } from './names.js';
import { addressOf } from './reading.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  describeState: ({ reading, copy }) => ({
    ...(reading === null
      ? {}
      : {
          serverMajor: reading.serverMajor,
          tables: new Map(reading.tables.map(({ name, rows }) => [name, rows])),
        }),
    leftOut:
      copy === null ? [] : [`the rows: they are in RDS, in DB snapshot "${copy.id}", as long as nobody deletes it`],
  }),
  blindSpots: ({ reading }) =>
    (reading?.others ?? []).map((name) => `database "${name}" of the same instance: its rows were not compared`),
  async kept(config, ctx, snapshot) {
    const id = restoredName(config.instance, ctx.resource, snapshot);
    const found = await (await client(config, ctx)).instance(id);
    if (found?.snapshot !== snapshot) return [];
    return [
      {
        what: `RDS instance "${id}" at ${found.endpoint ?? 'no address yet'}, restored beside production, which still uses "${config.instance}" until the database URL is switched by hand`,
        since: found.since,
        drop: `${deletion(config.region, id, found.settings)}. Never delete the one that the application uses`,
      },
    ];
  },
  database: {
    modes: ['restore'],
    hazards: (saved, live) =>
      saved.reading && live.reading ? layoutHazards(saved.reading.layout, live.reading.layout) : null,
    identify: (config, ctx) => ({ database: identityOf(addressOf(config, ctx)), part: '' }),
  },
};
