import type { Capabilities } from '../../engine/capabilities.js';
import { vercelAccess } from '../../services/vercel/access.js';
import { switched } from '../../engine/counted.js';
import type { Config } from './config.js';
import { mitigation } from './mitigate.js';
import { names } from './plan.js';
import { isOn } from './state.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => names(saved, config, config.environments),
  flags: true,
  mitigation,
  access: vercelAccess,
  describeState: ({ flags }) => ({
    content: switched(flags.map(isOn)),
    flags: new Map(
      flags.flatMap((flag) =>
        flag.state === 'active' ? [[flag.slug, flag.environments.production?.active ?? isOn(flag)]] : [],
      ),
    ),
    authors: new Map(flags.flatMap(({ slug, author }) => (author === undefined ? [] : [[slug, author]]))),
  }),
};
