import type { Capabilities } from '../../engine/provider.js';
import { identityOf } from '../../services/postgres/database-url.js';
import { layoutHazards } from '../../services/postgres/layout.js';
import { client } from './client.js';
import type { Config } from './config.js';
import { deletion } from './names.js';
import { addressOf } from './reading.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: async () => ({ credential: 'AWS credentials', writes: null, why: 'AWS answers only to a write' }),
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
  /** Instances that rollbacks restored beside production. The one that production uses is none of them. */
  async aside(config, ctx) {
    const instances = await (await client(config, ctx)).instances();
    return instances
      .filter(({ id, resource }) => resource === ctx.resource && id !== config.instance)
      .map(({ id, endpoint, since, snapshot, settings }) => ({
        kind: 'kept' as const,
        what: `RDS instance "${id}" at ${endpoint ?? 'no address yet'}, restored beside production ("${config.instance}")`,
        since,
        snapshot: snapshot ?? '',
        drop: `${deletion(config.region, id, settings)} (unless the application was switched to it: then set "instance: ${id}")`,
      }));
  },
  database: {
    modes: ['restore'],
    hazards: (saved, live) =>
      saved.reading && live.reading ? layoutHazards(saved.reading.layout, live.reading.layout) : null,
    identify: (config, ctx) => ({ database: identityOf(addressOf(config, ctx)), part: '' }),
  },
};
