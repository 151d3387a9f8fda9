import { defineCommand } from '../../cli/command.js';
import { FLAGS } from '../../cli/flags.js';
import { RewindError } from '../../runtime/errors.js';
import { ACTIONS, run } from './actions.js';
import { flags } from './flags.js';

/** The record of an incident: what happened, and what is not yet normal. Writes to the store only. */
export default defineCommand({
  name: 'incident',
  summary: 'Read and write the record of an incident: what happened, and what is not yet normal.',
  arguments: [
    { name: 'action', description: `${Object.keys(ACTIONS).join(', ')}.`, required: true },
    {
      name: 'incident',
      description:
        'Id of the incident. Needed if several are open; "show" takes the newest of them, "verify" checks all. "open" and "list" take none.',
    },
  ],
  flags: { ...flags, out: FLAGS.out },
  examples: [
    'incident open --title checkout-broken --severity critical',
    'incident show',
    'incident discharge --obligation production-pinned:web --reason promoted',
    'incident verify',
  ],
  notes: [
    'An incident opens by itself with the first rollback. It can be closed when no obligation is open.',
    'Exit status 3 ("damaged"): "verify" found an entry that was changed, removed or moved.',
  ],
  verdicts: ['sound', 'damaged', 'open', 'closed', 'none'],
  outputs: ['incident-id', 'incident-artifact', 'incident-path', 'index-artifact', 'index-path'],
  async run(session) {
    const [action = '', id, ...rest] = session.inputs.args;
    if (!Object.hasOwn(ACTIONS, action) || rest.length > 0) {
      throw new RewindError(
        'input-invalid',
        `incident needs one of ${Object.keys(ACTIONS).join(', ')} (got "${action}").`,
      );
    }
    return run(action as keyof typeof ACTIONS, session, id);
  },
});
