import { defineCommand } from '../../cli/command.js';
import { PLAN_OUTPUTS } from '../rollback/plan-flags.js';
import { flags } from './flags.js';

/** The way forward after a rollback. Plans; the plan is approved and carried out like any other. */
export default defineCommand({
  name: 'recover',
  summary:
    'Show what is not yet normal after a rollback, and plan the way forward: the fix, and the changes that were undone.',
  arguments: [
    {
      name: 'rollback',
      description:
        'First digits of the digest of its plan, or latest. Default: the first one that left something to recover.',
    },
  ],
  flags,
  examples: [
    'recover --status',
    'recover --deployment latest',
    "recover --deployment latest --gate-command './smoke-test.sh'",
    "recover --flag-steps 10,50,100 --gate-command './check-errors.sh'",
    'recover --scope flags,env',
    'recover --drop-database shop_before_20261126t030405z_1a2b3c',
  ],
  notes: [
    'Without --status, the incident first records as discharged what production shows as finished. What cannot be read stays open.',
    'The goal is the state before the rollback. With --deployment it is that deployment in production, and nothing else, unless',
    '--scope names more resources. Migrations that were taken down are applied again; data that a restore replaced comes back',
    'only by "rewind undo". "rewind rollback --digest DIGEST" applies the plan.',
    'The plan shows the gate command. It runs with "sh -c" in the root of the repository. Its environment has REWIND_STAGE,',
    'REWIND_STAGES, REWIND_PERCENTAGE, REWIND_DEPLOYMENT or REWIND_FLAGS, the variables GATE_…, and no credential of Rewind.',
    'Exit status 0: the next stage begins; any other: production returns to the deployment before, or the flags return to what',
    'they were before the first step, and the recovery is incomplete.',
    '--flag-steps needs a flag service with percentages. Without --scope it plans the resources of such services. Bring the',
    'deployment forward first: flags are changed before a deployment of the same plan. The plan names the flags that change',
    'at once.',
    'A build of a commit that was rolled back is refused until a person lifts the quarantine.',
  ],
  verdicts: ['normal', 'open', 'planned', 'dropped', 'not-kept'],
  outputs: [...PLAN_OUTPUTS, 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
