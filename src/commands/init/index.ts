import { defineCommand } from '../../cli/command.js';
import { INIT_FLAGS } from './flags.js';

export default defineCommand({
  name: 'init',
  summary: 'Set up a repository: find what it deploys, make keys, write the configuration and the workflows.',
  flags: INIT_FLAGS,
  examples: ['init', 'init --store s3:acme-snapshots:eu-central-1', 'init --yes --action acme/rewind@v1 --set-secrets'],
  notes: [
    'On a terminal it asks what it cannot find, and before it writes. Elsewhere it writes nothing without --yes, and only says',
    'what it would write and what it needs (verdict "incomplete", exit status 3, if something is missing). It replaces no file:',
    'for one that exists it says what to merge by hand. It reads names in .env.example, and never reads .env. The secret keys go',
    'to the terminal once, to GitHub (--set-secrets) or to a file outside of the repository (--keys). Run again after an',
    'interruption: it goes on with what is missing. At the end it checks the configuration (verdict "not-ready", exit status 3).',
  ],
  verdicts: ['written', 'unchanged', 'planned', 'incomplete', 'not-ready', 'cancelled'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
