import { z } from 'zod';
import { resourceId } from '../../runtime/fields.js';
import { gateTimeout } from '../../services/gate.js';

const key = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]*$/, 'must be a LaunchDarkly key (letters, digits, dots, dashes, underscores), not a name');

export const config = z.strictObject({
  id: resourceId,
  provider: z.literal('launchdarkly').describe('Feature flags of one LaunchDarkly project in one environment.'),
  project: key.describe('Key of the project, as in the address bar of the dashboard.'),
  environment: key.describe('Key of the environment whose targeting is captured and restored.'),
  'gate-timeout-seconds': gateTimeout.describe(
    'How long the gate command of a recovery may run at one step of its flags.',
  ),
});

export type Config = z.infer<typeof config>;
