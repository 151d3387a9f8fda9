import type { Capabilities } from '../../engine/provider.js';
import { vercelAccess } from '../../services/vercel/access.js';
import { counted } from '../../engine/words.js';
import type { Config } from './config.js';
import { PROVENANCE } from './provenance.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  access: vercelAccess,
  describeState: ({ rows }) => {
    const keys = [...new Set(rows.map(({ key }) => key))];
    return { content: counted(keys.length, 'variable', keys) };
  },
  /** Sensitive values that Rewind wrote from REWIND_ENV_…: nobody can read them back to compare them. */
  blindSpots: (saved, live) => {
    const keys = live.rows
      .filter(({ value, comment }) => value === null && PROVENANCE.exec(comment ?? '')?.[1] === saved.snapshot)
      .map(({ key }) => key);
    return keys.length === 0 ? [] : [`${[...new Set(keys)].join(', ')}: set from a supplied value that cannot be read`];
  },
};
