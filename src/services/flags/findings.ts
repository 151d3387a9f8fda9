import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';

/** One finding for each error code of the failed requests. @throws errors other than RewindError */
export function failureFindings(results: readonly PromiseSettledResult<unknown>[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    const error: unknown = result.reason;
    if (!(error instanceof RewindError)) throw error;
    const { code, message, remedy } = error;
    if (!findings.has(code)) findings.set(code, { level: 'error', code, message, remedy });
  }
  return [...findings.values()];
}
