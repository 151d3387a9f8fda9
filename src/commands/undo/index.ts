import { defineCommand } from '../../cli/command.js';
import { PLAN_OUTPUTS } from '../rollback/plan-flags.js';
import { flags } from './flags.js';

/** Plans the way back to the state before a rollback. The plan is approved and carried out like any other. */
export default defineCommand({
  name: 'undo',
  summary: 'Plan the undo of a rollback, data included: production as it was before. Changes nothing.',
  arguments: [
    {
      name: 'rollback',
      description:
        'First digits of the digest of its plan, or latest. Default: the newest rollback that is not a mitigation.',
    },
  ],
  flags,
  examples: ['undo', 'undo 1a2b3c4d5e6f'],
  notes: [
    'The plan covers the resources that the rollback changed. A database that a restore exchanged is swapped back by name;',
    'after down migrations or a restore in place, the backup that the rollback took is restored. What was written since the',
    'rollback is counted in the plan, and kept under another name. "rewind rollback --digest DIGEST" applies the plan, and',
    '"rewind undo" undoes that, too. The undo of the lift of a mitigation is the mitigation once more, with a new time limit.',
  ],
  outputs: PLAN_OUTPUTS,
  run: async (session) => (await import('./execute.js')).execute(session),
});
