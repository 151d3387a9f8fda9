import type { Capabilities } from '../../engine/capabilities.js';
import { nameParts } from '../../engine/other-object.js';
import { counted } from '../../engine/counted.js';
import { awsAccess } from '../../services/aws/access.js';
import type { Config } from './config.js';
import type { State } from './state.js';

export const capabilities: Capabilities<Config, State> = {
  names: (saved, config) => nameParts(['bucket'], saved, config),
  access: awsAccess,
  describeState: ({ bucket, settings }) => {
    const set = Object.entries(settings).flatMap(([name, setting]) => (setting === null ? [] : [name]));
    return { content: `bucket ${bucket}, ${counted(set.length, 'setting', set)}` };
  },
};
