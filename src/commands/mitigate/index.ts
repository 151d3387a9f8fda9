import { defineCommand } from '../../cli/command.js';
import { flags } from './flags.js';
import { PLAN_OUTPUTS } from '../rollback/plan-flags.js';
import { RUN_OUTPUTS } from '../rollback/flags.js';

/** Plans a reversible measure, and lifts those whose time limit is over. */
export default defineCommand({
  name: 'mitigate',
  summary:
    'Plan a reversible measure that eases an incident: flags off, maintenance, more capacity. With a time limit.',
  arguments: [{ name: 'mitigation', description: 'Its id in the configuration. Without it: list them.' }],
  flags,
  examples: [
    'mitigate',
    'mitigate checkout-off',
    'mitigate --flags new-checkout,new-search --minutes 30',
    'mitigate --changed-by-deploy',
    'mitigate --lift-expired',
  ],
  notes: [
    '"rewind rollback --digest DIGEST" applies the plan, after the approval. "rewind undo DIGEST" plans the way back at any time.',
    'The approval of a mitigation also covers its lift: after the time limit, --lift-expired returns exactly what the mitigation',
    'changed to the recorded state before. If somebody changed the same object since, it changes nothing and says so; what they',
    'changed elsewhere stays.',
    'Exit status 1 ("not-lifted"): a mitigation whose time is over could not be lifted.',
  ],
  verdicts: ['listed', 'planned', 'in-effect', 'nothing-to-lift', 'lifted', 'not-lifted'],
  outputs: [...new Set([...PLAN_OUTPUTS, ...RUN_OUTPUTS])],
  run: async (session) => (await import('./execute.js')).execute(session),
});
