import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { databaseAccess } from '../../services/postgres/access.js';
import { identityOf } from '../../services/postgres/database-url.js';
import { readWriteFigures } from '../../services/postgres/write-figures.js';
import { layoutHazards } from '../../services/postgres/layout.js';
import { targetOf } from './client.js';
import type { Config } from './config.js';
import { applied } from './history.js';
import { serverBlindSpots } from './origin.js';
import { NAMES } from './plan.js';
import { roundTrip } from './round-trip.js';
import type { State } from './state.js';
import { rehearse } from './up.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config, ctx) => {
    const { address, schema } = targetOf(config, ctx);
    return nameParts(NAMES, saved, { database: address.database, schema });
  },
  access: (config, ctx) => databaseAccess(ctx, config.url, targetOf(config, ctx).address),
  blindSpots: serverBlindSpots,
  describeState: ({ history }) => ({ migrations: applied(history) }),
  database: {
    modes: ['down'],
    hazards: (saved, live) => (saved.layout && live.layout ? layoutHazards(saved.layout, live.layout) : null),
    identify: (config, ctx) => {
      const { address, schema } = targetOf(config, ctx);
      return { database: identityOf(address), part: `${schema} ${config.migrations}` };
    },
    rehearse,
    roundTrip,
    written: (config, ctx) => readWriteFigures(ctx, targetOf(config, ctx).address),
    // Content hashes: the owner of the tables can restore it even if another role owns the database.
    backupBy: ({ url, 'client-bin': bin }) => ({
      provider: 'postgres',
      config: { url, integrity: 'content', ...(bin === undefined ? {} : { 'client-bin': bin }) },
    }),
  },
};
