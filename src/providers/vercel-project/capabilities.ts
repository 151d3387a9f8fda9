import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { vercelAccess } from '../../services/vercel/access.js';
import { counted } from '../../engine/counted.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['project'], saved, config),
  access: vercelAccess,
  describeState: ({ settings, domains }) => ({
    content: `${counted(Object.keys(settings).length, 'setting')}, ${counted(
      domains.length,
      'domain',
      domains.map(({ name }) => name),
    )}`,
  }),
};
