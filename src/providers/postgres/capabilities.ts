import type { Capabilities } from '../../engine/provider.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  describeState: ({ serverMajor, tables }) => ({
    serverMajor,
    tables: new Map(tables.map(({ name, rows }) => [name, rows])),
  }),
};
