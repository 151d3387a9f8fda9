import { z } from 'zod';
import { resourceId } from '../../runtime/fields.js';
import { gateTimeout } from '../../services/gate.js';

const name = z.string().regex(/^[A-Za-z0-9][\w.~-]*$/, 'must be an Unleash id (letters, digits, . _ ~ -)');

export const config = z.strictObject({
  id: resourceId,
  provider: z.literal('unleash').describe('Feature flags of one Unleash project in one environment.'),
  project: name.default('default').describe('Id of the project, as in the address bar of the dashboard.'),
  environment: name.describe('Environment whose switches, strategies and variants are captured and restored.'),
  'gate-timeout-seconds': gateTimeout.describe(
    'How long the gate command of a recovery may run at one step of its flags.',
  ),
});

export type Config = z.infer<typeof config>;
