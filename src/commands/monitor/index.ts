import { defineCommand } from '../../cli/command.js';
import { flags } from './flags.js';

/** Changes nothing in production. */
export default defineCommand({
  name: 'monitor',
  summary: 'Watch a deployment with the configured probes, and say whether it is bad.',
  flags,
  examples: ['monitor', 'monitor --minutes 10 --on-roll-back dispatch', 'monitor --on-mitigate dispatch'],
  notes: [
    'Exit status 0: the verdict is "healthy", or "watch" with enough samples. 3: it is "mitigate", "roll-back", or',
    '"inconclusive", or a probe could not judge the deployment. The watch ends early at "roll-back". The file verdict.json',
    'in --out holds every sample, so that the verdict can be drawn again.',
  ],
  verdicts: ['healthy', 'watch', 'mitigate', 'roll-back', 'inconclusive'],
  outputs: ['incident-id', 'snapshot-id', 'report-path'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
