import { defineCommand } from '../../cli/command.js';
import { flags } from './flags.js';

/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
export default defineCommand({
  name: 'snapshot',
  summary: 'Take a snapshot: capture every resource, seal it, and read it back.',
  flags,
  examples: ['snapshot', 'snapshot --reason manual --scope db', 'snapshot --reason release'],
  notes: [
    '--reason release captures what is quick to read, no database, just after a deploy. With it, a rollback undoes what the',
    'deploy changed and keeps what was changed later. "latest" never names it. Exit status 3 (verdict "no-snapshot"): the',
    'deploy went live without a snapshot before it. Verdict "returned": production serves an older deployment again.',
    'Verdict "closed" (exit status 3): a freeze or the deploy window forbids the deploy, and nothing was captured. Only the',
    'reason pre-deploy is a deploy; with any other, the calendar does not matter. Verdict "not-watched" (exit status 3): what a',
    'critical probe asks is not active (an alarm is off, muted, or notifies nobody). Nothing was captured before that deploy.',
    'Verdict "other-project": an event of Vercel started the run, about a project that the configuration does not have.',
  ],
  verdicts: ['linked', 'returned', 'no-snapshot', 'closed', 'not-watched', 'other-project'],
  outputs: ['snapshot-id', 'snapshot-artifact', 'snapshot-path', 'index-artifact', 'index-path', 'retention-days'],
  run: async (session) => (await import('./execute.js')).execute(session),
});
