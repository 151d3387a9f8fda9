import { defineCommand } from '../../cli/command.js';
import { flags } from './flags.js';

/**
 * Works for forks, which have no secrets: a check without its secret becomes a warning. Exits with status 3 if not ready.
 */
export default defineCommand({
  name: 'readiness',
  summary: 'Check a pull request: can what it deploys be rolled back? Needs no secret.',
  flags,
  examples: ['readiness', 'readiness --base origin/release'],
  notes: ['Exit status 0: there is no error ("ready"); warnings may remain. 3: there is an error ("not-ready").'],
  verdicts: ['ready', 'not-ready'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
