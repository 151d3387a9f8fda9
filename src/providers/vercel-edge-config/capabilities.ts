import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { vercelAccess } from '../../services/vercel/access.js';
import { counted } from '../../engine/counted.js';
import type { Config } from './config.js';
import { mitigation } from './mitigation.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['store'], saved, config),
  flags: true,
  access: vercelAccess,
  mitigation,
  describeState: ({ items }) => ({
    // Other values are settings, not switches.
    flags: new Map(
      items.flatMap(({ key, preview }) =>
        preview === 'true' || preview === 'false' ? [[key, preview === 'true']] : [],
      ),
    ),
    content: counted(
      items.length,
      'item',
      items.map(({ key }) => key),
    ),
  }),
};
