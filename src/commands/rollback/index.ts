import { defineCommand } from '../../cli/command.js';
import { flags, RUN_OUTPUTS } from './flags.js';

/** What it does is in `execute.ts`, so that help and usage errors load nothing of it. */
export default defineCommand({
  name: 'rollback',
  summary: 'Apply an approved plan, then compare production with the snapshot.',
  flags,
  examples: ['rollback --digest DIGEST', 'rollback --digest DIGEST --confirm-data-loss shop'],
  verdicts: ['rolled-back', 'not-recovered', 'incomplete'],
  notes: [
    'Exit status 0 ("rolled-back"): every approved change is done, and Rewind has no change of the plan left to make. A plan that',
    'has only changes by hand is done, too: nothing was changed, and production still differs. The title, the report and the field',
    '"claim" of the JSON name what a person must restore, and what the plan leaves as it is, e.g. the database with --database',
    'none. "rewind verify" exits with 3 while a difference is left.',
    'Exit status 1 ("not-recovered"): the changes are made and verified, and a probe proves that an area does not work.',
    'Exit status 1 ("incomplete"): a change failed or was not begun, a difference is left, or production was not read again.',
  ],
  outputs: RUN_OUTPUTS,
  run: async (session) => (await import('./execute.js')).execute(session),
});
