import { defineCommand } from '../../cli/command.js';
import { flags } from './flags.js';

/** Exits with status 3 if not ready. */
export default defineCommand({
  name: 'check',
  summary: 'Look for problems that would stop a rollback. Changes nothing and reports all problems together.',
  flags,
  examples: ['check', 'check --scope db,web'],
  notes: ['Exit status 0: there is no error ("ready"); warnings may remain. 3: there is an error ("not-ready").'],
  verdicts: ['ready', 'not-ready'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
