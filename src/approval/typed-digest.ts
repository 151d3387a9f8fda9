import type { RewindConfig } from '../config/schema.js';
import type { Session } from '../cli/session.js';
import { RewindError } from '../runtime/errors.js';
import { createGitHub } from '../services/github/client.js';
import { numberOf, type IssueRef } from '../services/github/issue-ref.js';
import { mayWrite, personsComments } from '../services/github/person-comments.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';
import { otherThanStarters, type Approver } from './starters.js';

/** How `approval` says that a plan is approved where GitHub offers no reviewers. */
export type DigestRule = Extract<RewindConfig['approval'], 'digest' | 'comment'>;

/** Digits by which people name a digest. */
const SHOWN = 12;

/** What a person wrote: the first digits of the digest, and the issue with the approving comment. */
export interface Typed {
  readonly typedDigest: string | null;
  readonly incident: IssueRef | null;
}

export const isDigestRule = (approval: RewindConfig['approval']): approval is DigestRule =>
  approval === 'digest' || approval === 'comment';

/** What a person does to apply a plan that was shown. @param digest of the plan */
export function howToType(rule: DigestRule, digest: string): string {
  const digits = digest.slice(0, SHOWN);
  return rule === 'digest'
    ? `To apply this plan, start the workflow again with the same inputs and digest: ${digits}.`
    : `To apply this plan, let somebody else with write access comment "rewind approve ${digits}" in the incident issue. Then start the workflow again with the same inputs, the number of that issue as incident, and digest: ${digits}.`;
}

/**
 * The person who approved a plan by its digest: the one who typed it, or the one who commented it. The digest must be the
 * one of this plan.
 * @throws RewindError approval-missing, plan-mismatch, approval-self, input-invalid for an issue that does not exist; HttpFailure
 */
export async function digestApproval(
  session: Session,
  { approval, 'self-approval': self }: Pick<RewindConfig, 'self-approval'> & { readonly approval: DigestRule },
  run: WorkflowRun,
  digest: string,
  { typedDigest, incident }: Typed,
): Promise<readonly string[]> {
  if (typedDigest === null) {
    const message = `Nobody has typed the digest of the plan: rewind.yml has "approval: ${approval}".`;
    throw new RewindError('approval-missing', message, { remedy: howToType(approval, digest) });
  }
  assertTyped(typedDigest, digest);
  if (approval === 'digest') return [run.actor];
  const approvers = await commenters(session, incident, digest);
  const approvedBy = approvers.map(({ login }) => login);
  const isSelf =
    approvers.length > 0 && (await otherThanStarters(createGitHub(session.context), run, approvers)).length === 0;
  if (isSelf && self === 'refuse') {
    const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
    throw new RewindError('approval-self', message, { remedy: howToType(approval, digest) });
  }
  if (approvedBy.length === 0) {
    const where =
      incident === null ? 'No incident issue is named.' : `Issue #${incident.number} has no comment that counts.`;
    const message = `Nobody has approved the plan ${digest.slice(0, SHOWN)} in a comment. ${where}`;
    throw new RewindError('approval-missing', message, {
      remedy: `${howToType('comment', digest)} The comment of a bot, of a person without write access, one that was edited, and a line that is a quotation or code do not count.`,
    });
  }
  return approvedBy;
}

/** Null: nothing was typed. @throws RewindError plan-mismatch */
export function assertTyped(typed: string | null, digest: string): void {
  if (typed === null || digest.startsWith(typed)) return;
  throw new RewindError(
    'plan-mismatch',
    `The plan has the digest ${digest.slice(0, SHOWN)}; the digest ${typed.slice(0, SHOWN)} was typed. Nothing was changed.`,
    { remedy: 'Read the new plan, and start again with its digest.' },
  );
}

/** Persons with write access who approved the digest in a comment. */
async function commenters(session: Session, issue: IssueRef | null, digest: string): Promise<Approver[]> {
  if (issue === null) return [];
  const github = createGitHub(session.context);
  const all = await personsComments(github, numberOf(github, issue));
  const approving = all.filter(({ body, edited }) => !edited && approves(body, digest));
  const persons = [...new Map(approving.map((one) => [one.login, one])).values()];
  const able = await Promise.all(persons.map(({ login }) => mayWrite(github, login)));
  return persons.filter((_, at) => able[at] === true);
}

/** Text that GitHub does not show, or shows as code: comments of HTML, and fences up to their end. */
const UNSAID = /<!--[^]*?(?:-->|$(?![^]))|^ {0,3}(```+|~~~+)[^]*?(?:^ {0,3}\1|$(?![^]))/gm;

/** A line of its own that a reader sees as text, so that a comment that quotes, hides or explains it does not approve. */
const approves = (body: string, digest: string): boolean =>
  body
    .replace(/\r\n/g, '\n')
    .replace(UNSAID, '-')
    .split('\n')
    .some((line) => {
      const [, digits = '-'] = /^ {0,3}rewind approve `?([0-9a-f]{12,64})`?\s*$/i.exec(line) ?? [];
      return digest.startsWith(digits.toLowerCase());
    });
