import { defineCommand } from '../../cli/command.js';
import { flags } from './flags.js';

/** Needs no credential and no network: a runbook must be made before an incident, by anybody. */
export default defineCommand({
  name: 'runbook',
  summary: "Write the team's runbook from the configuration and the workflows, or check that it is current.",
  flags,
  examples: ['runbook', 'runbook --check', 'runbook --output RUNBOOK.md', 'runbook --print'],
  notes: [
    'Text between the lines <!-- rewind:own --> and <!-- /rewind:own --> of a section is yours: it stays when the file is',
    'renewed. A file that Rewind did not write is never overwritten.',
  ],
  verdicts: ['current', 'stale', 'written'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
