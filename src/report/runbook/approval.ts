import type { RewindConfig } from '../../config/schema.js';
import type { RunbookFacts } from './facts.js';
import { code, settingsLink } from './markup.js';
import { plural } from '../../runtime/text.js';

/** Who must say yes before anything changes, as a sentence or two. */
export function approvers(facts: Pick<RunbookFacts, 'config' | 'repository'>): string {
  const { approval, environment, 'self-approval': self } = facts.config;
  const alone =
    self === 'allow'
      ? 'The person who starts the run may approve it alone.'
      : 'It must not be the person who started the run.';
  switch (approval) {
    case 'required':
      return `A reviewer of the GitHub environment ${code(environment)} approves the plan (${settingsLink(facts)}). ${alone}`;
    case 'comment':
      return `Somebody with write access reads the plan and comments ${code('rewind approve DIGEST')} in the incident issue. ${alone}`;
    case 'digest':
      return 'A person reads the plan of a first run and types its digest into a second run. One person is enough.';
    case 'none':
      return 'Nobody: the rollback runs at once, without approval.';
  }
}

/** What the approver does, step by step. */
export function approvalSteps({ approval }: Pick<RewindConfig, 'approval'>): string[] {
  switch (approval) {
    case 'required':
      return [
        'Read the plan in the summary of the run: what changes, what is at risk, what stays. It names its digest.',
        '**A second person:** open the run, choose **Review deployments**, tick the environment, and approve.',
      ];
    case 'comment':
      return [
        'Set **plan-only**. Read the plan in the summary of the run.',
        `**A second person:** read the plan, and comment ${code('rewind approve DIGEST')} in the incident issue, with the first 12 digits of its digest.`,
        'Run the workflow again with the same inputs, without **plan-only**, with **digest** and **incident**.',
      ];
    case 'digest':
      return [
        'Read the plan in the summary of the run. This first run changes nothing.',
        'Run the workflow again with the same inputs, and with the first 12 digits of the digest in **digest**.',
      ];
    case 'none':
      return ['The run plans and rolls back at once. Watch its log; the summary shows the plan and the result.'];
  }
}

/** The rollback without a review; null if the configuration has none. */
export function expeditedLane({ expedited }: Pick<RewindConfig, 'expedited'>): string | null {
  if (expedited === undefined) return null;
  return `**Expedited:** up to ${plural(expedited.minutes, 'minute')} after its snapshot, a rollback that loses nothing, can be undone and leaves the database alone needs only the environment ${code(expedited.environment)}. Rewind chooses that by itself, and the report names what was skipped.`;
}
