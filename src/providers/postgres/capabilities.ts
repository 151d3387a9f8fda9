import type { Capabilities } from '../../engine/capabilities.js';
import { databaseAccess } from '../../services/postgres/access.js';
import { identityOf } from '../../services/postgres/database-url.js';
import { serverDoubt } from '../../services/postgres/reading.js';
import { readWriteFigures } from '../../services/postgres/write-figures.js';
import { layoutHazards } from '../../services/postgres/layout.js';
import { aside, dropKept } from './aside.js';
import type { Config } from './config.js';
import { withCopy } from './copy.js';
import { drill } from './drill/index.js';
import { measureLoss } from './loss.js';
import { reference } from './reference.js';
import { salvage } from './salvage/index.js';
import { addressOf } from './server.js';
import type { State } from './state.js';
import { unfence } from './unfence.js';

/** Two servers may number their databases alike. Rows and definitions are compared whatever the server is. */
function unknownServer(saved: State, live: State): string[] {
  const doubt = serverDoubt(saved.origin, live.origin);
  return doubt === null ? [] : [`whether the URL leads to the server of the rollback: ${doubt}`];
}

export const capabilities: Capabilities<Config, State> = {
  names: ({ database }, config, ctx) => [{ key: 'database', saved: database, live: addressOf(config, ctx).database }],
  access: (config, ctx) => databaseAccess(ctx, config.url, addressOf(config, ctx)),
  unfence,
  reference,
  aside,
  dropKept,
  measureLoss,
  salvage,
  drill,
  describeState: ({ serverMajor, tables, leftOut, reference: only, database }) => ({
    serverMajor,
    leftOut,
    ...(only === true
      ? { content: `no copy: the database "${database}" itself, which a restore by swap keeps` }
      : { tables: new Map(tables.map(({ name, rows }) => [name, rows])) }),
  }),
  blindSpots: (saved, live) => [
    ...saved.leftOut.map((what) => `not in the snapshot: ${what}`),
    ...(saved.reference === true ? unknownServer(saved, live) : []),
  ],
  database: {
    modes: ['restore'],
    written: (config, ctx) => readWriteFigures(ctx, addressOf(config, ctx)),
    withCopy,
    hazards: (saved, live) => (saved.layout && live.layout ? layoutHazards(saved.layout, live.layout) : null),
    identify: (config, ctx) => ({ database: identityOf(addressOf(config, ctx)), part: '' }),
  },
};
