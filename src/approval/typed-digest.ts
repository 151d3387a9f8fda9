import type { RewindConfig } from '../config/schema.js';
import type { Session } from '../cli/session.js';
import { RewindError } from '../runtime/errors.js';
import { createGitHub } from '../services/github/client.js';
import { mayWrite, personsComments } from '../services/github/person-comments.js';
import type { WorkflowRun } from '../services/github/workflow-run.js';

/** How `approval` says that a plan is approved where GitHub offers no reviewers. */
export type DigestRule = Extract<RewindConfig['approval'], 'digest' | 'comment'>;

/** Digits by which people name a digest. */
const SHOWN = 12;

/** What a person wrote: the first digits of the digest, and the issue with the approving comment. */
export interface Typed {
  readonly typedDigest: string | null;
  readonly incident: number | null;
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
 * Who approved a plan by its digest: the person who typed it, or whoever commented it. Each of the two names this very plan.
 * @throws RewindError approval-missing, plan-mismatch, approval-self; HttpFailure
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
  const approvedBy = await commenters(session, incident, digest);
  const others = approvedBy.filter((login) => login !== run.actor && login !== run.triggeredBy);
  if (approvedBy.length > 0 && others.length === 0 && self === 'refuse') {
    const message = `${approvedBy.join(', ')} approved a rollback that they started themselves. Nobody else reviewed the plan.`;
    throw new RewindError('approval-self', message, { remedy: howToType(approval, digest) });
  }
  if (approvedBy.length === 0) {
    const where = incident === null ? 'No incident issue is named.' : `Issue #${incident} has no comment that counts.`;
    const message = `Nobody has approved the plan ${digest.slice(0, SHOWN)} in a comment. ${where}`;
    throw new RewindError('approval-missing', message, {
      remedy: `${howToType('comment', digest)} The comment of a bot, of a person without write access, and one that was edited do not count.`,
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
async function commenters(session: Session, issue: number | null, digest: string): Promise<string[]> {
  if (issue === null) return [];
  const github = createGitHub(session.context);
  const all = await personsComments(github, issue);
  const approving = all.filter(({ body, edited }) => !edited && approves(body, digest));
  const logins = [...new Set(approving.map(({ login }) => login))];
  const able = await Promise.all(logins.map((login) => mayWrite(github, login)));
  return logins.filter((_, at) => able[at] === true);
}

/** A line of its own, so that a comment that quotes or explains it does not approve. */
const approves = (body: string, digest: string): boolean =>
  body
    .split(/\r?\n/)
    .some((line) =>
      digest.startsWith(/^rewind approve `?([0-9a-f]{12,64})`?$/i.exec(line.trim())?.[1]?.toLowerCase() ?? '-'),
    );
