import { text, toggle, type InputsOf } from '../../cli/flags.js';
import type { Session } from '../../cli/session.js';

/** `owner/name`, or `host/owner/name` of a server of your own. */
export const REPOSITORY = /^(?:([A-Za-z0-9][A-Za-z0-9.-]*(?::\d+)?)\/)?([\w.-]+\/[\w.-]+)$/;

export const flags = {
  check: toggle('Write nothing; exit with status 3 if the committed runbook is not current.'),
  output: text('file', 'The runbook. Default: "runbook" of the configuration, or docs/runbook.md.'),
  print: toggle('Print the runbook, and write nothing.'),
  repository: {
    ...text(
      'name',
      'Repository of the links: owner/name. Default: as in the runbook, else of the run or the checkout.',
    ),
    allowed: 'owner/name, or host/owner/name of a server of your own',
    parse: (given: string) => (REPOSITORY.test(given) ? given : undefined),
  },
};
export type RunbookSession = Session<InputsOf<typeof flags>>;
