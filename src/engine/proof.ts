import { ERROR_CODES, type ErrorCode } from '../runtime/error-codes.js';
import { RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { sentences } from '../runtime/text.js';

/** Codes that prove damage. Any other failure says only that the proof could not be made. */
const DAMAGE: ReadonlySet<string> = new Set([
  'snapshot-corrupt',
  'seal-corrupt',
  'dump-unreadable',
  'restore-mismatch',
]);
/** Also `payload-differs`, and the code of a provider that ends with it. */
const isDamage = (code: string): boolean => DAMAGE.has(code) || code.endsWith('payload-differs');

/**
 * Passes if no finding is an error. A missing credential or a wrong identity is not a damaged snapshot: somebody would
 * throw a good backup away.
 * @throws RewindError snapshot-corrupt for damage; the code of the failures if they share one; else snapshot-unproven
 */
export function assertProven(snapshot: string, findings: readonly (Finding & { readonly resource: string })[]): void {
  const errors = findings.filter(({ level }) => level === 'error');
  const [first, ...more] = errors;
  if (!first) return;
  const problems = errors.map(
    ({ resource, message, remedy, code }) => `${resource}: ${sentences(message, remedy ?? '')} (${code})`,
  );
  if (errors.some(({ code }) => isDamage(code))) {
    throw new RewindError('snapshot-corrupt', `Snapshot ${snapshot} cannot be restored.`, { problems });
  }
  const codes = new Set(errors.map(({ code }) => code));
  const code: ErrorCode = codes.size === 1 && isErrorCode(first.code) ? first.code : 'snapshot-unproven';
  if (more.length === 0) {
    throw new RewindError(code, `Snapshot ${snapshot} could not be proven: ${first.message}`, {
      resource: first.resource,
      remedy: first.remedy,
    });
  }
  throw new RewindError(code, `Snapshot ${snapshot} could not be proven in ${errors.length} resources.`, { problems });
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_CODES, code);
