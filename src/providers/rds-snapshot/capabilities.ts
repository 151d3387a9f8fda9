import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { awsAccess } from '../../services/aws/access.js';
import { identityOf } from '../../services/postgres/database-url.js';
import { layoutHazards } from '../../services/postgres/layout.js';
import { assertSame, locationOf } from './aside.js';
import { restoredBeside } from './check.js';
import { client } from './client.js';
import { sourceIdOf, type Config, type Method } from './config.js';
import { deletion, titleOf } from './names.js';
import { stillThere } from './prove.js';
import { addressOf } from './reading.js';
import type { State } from './state.js';

/** How long the rows are there. */
const LIFE: Readonly<Record<Method, string>> = {
  snapshot: 'as long as nobody deletes it',
  'point-in-time': 'until the retention of these backups ends',
  clone: 'as long as nobody deletes it or gives it an instance',
};

export const capabilities: Capabilities<Config, State> = {
  access: awsAccess,
  names: (saved, config) => nameParts(['region'], saved, config),
  stillThere,
  describeState: ({ reading, copy }) => ({
    ...(reading === null
      ? {}
      : {
          serverMajor: reading.serverMajor,
          tables: new Map(reading.tables.map(({ name, rows }) => [name, rows])),
        }),
    leftOut: copy === null ? [] : [`the rows: they are in RDS, in ${titleOf(copy)}, ${LIFE[copy.method]}`],
  }),
  blindSpots: ({ reading }) =>
    (reading?.others ?? []).map((name) => `database "${name}" of the same server: its rows were not compared`),
  /** What rollbacks restored beside production. What production uses is none of it, and neither is an unused clone. */
  async aside(config, ctx, of) {
    const rds = await client(config, ctx);
    const before = of === undefined ? undefined : await assertSame(config, ctx, rds, of);
    const restored = await restoredBeside(config, ctx, rds, before);
    const where = restored.length === 0 ? null : await locationOf(config, rds);
    return restored.map(({ kind, id, endpoint, since, snapshot, settings }) => {
      const begins = `RDS ${kind} "${id}" at `;
      return {
        kind: 'kept' as const,
        what: `${begins}${endpoint ?? 'no address yet'}, restored beside production ("${sourceIdOf(config)}")`,
        begins,
        since,
        snapshot: snapshot ?? '',
        drop: `${deletion(config.region, kind, id, settings)} (unless the application was switched to it: then set "${kind}: ${id}")`,
        ...(where === null ? {} : { where }),
      };
    });
  },
  database: {
    modes: ['restore'],
    hazards: (saved, live) =>
      saved.reading && live.reading ? layoutHazards(saved.reading.layout, live.reading.layout) : null,
    identify: (config, ctx) => ({ database: identityOf(addressOf(config, ctx)), part: '' }),
  },
};
