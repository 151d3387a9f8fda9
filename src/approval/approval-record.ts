/** Who requested a rollback, and who approved it. */
export interface ApprovalRecord {
  readonly requestedBy: string;
  readonly kind: 'reviewed' | 'comment' | 'digest' | 'expedited' | 'none' | 'covered' | 'command line';
  readonly approvedBy: readonly string[];
  /** The check that was skipped, and why that was allowed; null if none was. */
  readonly skipped: string | null;
  /** URL of the workflow run. */
  readonly url: string | null;
  /** Attempt of that run. */
  readonly attempt: number | null;
}

/** "requested by ada; approved by bob" */
export function describeApproval({ requestedBy, kind, approvedBy, skipped }: ApprovalRecord): string {
  const how = kind === 'digest' ? ', who typed the digest' : kind === 'comment' ? ' in a comment' : '';
  const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}${how}`;
  const omitted = skipped === null ? '' : `; skipped: ${skipped}`;
  return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${omitted}`;
}
