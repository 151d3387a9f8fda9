import type { PayloadSource } from '../../../engine/payload.js';
import type { Salvage } from '../../../engine/salvage.js';
import { withDatabase } from '../../../services/postgres/connection.js';
import type { Config } from '../config.js';
import { addressOf } from '../server.js';
import type { State } from '../state.js';
import { applySalvage } from './apply.js';
import { planSalvage } from './compare.js';
import { findKept } from './kept.js';

export const salvage: Salvage<Config, State, PayloadSource> = {
  find: async (config, ctx) => {
    const address = addressOf(config, ctx);
    return withDatabase(ctx, address, address.database, async (client) => {
      const { snapshot, name } = await findKept(client, address.database, ctx.resource);
      return { snapshot, kept: name };
    });
  },
  plan: planSalvage,
  apply: applySalvage,
};
