import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { counted } from '../../engine/counted.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['distribution'], saved, config),
  access: awsAccess,
  describeState: ({ distribution, functions }) => {
    const names = Object.keys(functions);
    return { content: `distribution ${distribution}, ${counted(names.length, 'function', names)}` };
  },
};
