import type { DrillCheck, DrillOutcome } from '../../engine/drill.js';
import type { ResourceCheck } from '../../engine/drill-record.js';
import type { ErrorCode } from '../../runtime/error-codes.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';

/** What is asked, before it is known how it ends. */
export type Question = Pick<ResourceCheck, 'resource' | 'id' | 'title'>;

/** Errors that stop a part of a drill and say nothing of the snapshot: the part was not tried. */
const NOT_TRIED: ReadonlySet<string> = new Set<ErrorCode>([
  'address-refused',
  'api-conflict',
  'api-forbidden',
  'api-rate-limited',
  'api-unauthorized',
  'api-unavailable',
  'api-unexpected-answer',
  'cancelled',
  'credential-missing',
  'database-auth-failed',
  'database-permission',
  'database-pooled-url',
  'database-unreachable',
  'database-url-invalid',
  'deadline-exceeded',
  'disk-full',
  'drill-place-is-production',
  'environment-locked',
  'identity-missing',
  'input-invalid',
  'internal',
  'migration-lock',
  'migrations-unreadable',
  'pg-client-missing',
  'pg-client-version',
  'program-damaged',
  'store-unreadable',
  'tool-failed',
  'tool-missing',
]);

export const passed = (question: Question, findings: readonly Finding[] = []): ResourceCheck => ({
  ...question,
  outcome: 'passed',
  findings,
});
export const failed = (question: Question, ...findings: Finding[]): ResourceCheck => ({
  ...question,
  outcome: 'failed',
  findings,
});
export const unverified = (question: Question, ...findings: Finding[]): ResourceCheck => ({
  ...question,
  outcome: 'unverified',
  findings,
});

/** Nobody asked for it. It is listed, and proves nothing. */
export const notConfigured = (question: Question, message: string, remedy: string): ResourceCheck => ({
  ...question,
  outcome: 'not-configured',
  findings: [{ level: 'info', code: 'drill-part-unconfigured', message, remedy }],
});

/** What an error means for a check. @param error thrown by the part that answers the question */
export function outcomeOfError(error: unknown, resource: string): { outcome: DrillOutcome; finding: Finding } {
  const { code, message, remedy } = asRewindError(error, resource);
  const outcome = NOT_TRIED.has(code) ? 'unverified' : 'failed';
  return { outcome, finding: { level: 'error', code, message, remedy } };
}

/** The checks of a part; an error of it becomes the outcome of its question. Never throws. */
export async function answered(
  question: Question,
  part: () => Promise<readonly ResourceCheck[]>,
): Promise<readonly ResourceCheck[]> {
  try {
    return await part();
  } catch (error) {
    const { outcome, finding } = outcomeOfError(error, question.resource);
    return [{ ...question, outcome, findings: [finding] }];
  }
}

/** Checks of a provider, under the id of its resource. */
export const underResource = (resource: string, checks: readonly DrillCheck[]): ResourceCheck[] =>
  checks.map((check) => ({ ...check, resource }));

/** Proofs of a provider as one check. What was not rehearsed, and what is only warned of, is not proven. Pure. */
export function ofFindings(question: Question, findings: readonly Finding[]): ResourceCheck {
  if (findings.some(({ level }) => level === 'error')) return failed(question, ...findings);
  const open = findings.filter(({ level, code }) => level === 'warning' || code === 'not-rehearsed');
  return open.length > 0 ? unverified(question, ...open) : passed(question, findings);
}
