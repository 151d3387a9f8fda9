/** Who asked, and who said yes. */
export interface ApprovalRecord {
  readonly requestedBy: string;
  readonly kind: 'reviewed' | 'expedited' | 'none' | 'command line';
  readonly approvedBy: readonly string[];
  /** What was left out, and why that was allowed. */
  readonly skipped: string | null;
  /** The run of the workflow. */
  readonly url: string | null;
}

/** "requested by ada; approved by bob" */
export function describeApproval({ requestedBy, kind, approvedBy, skipped }: ApprovalRecord): string {
  const approved = approvedBy.length === 0 ? '' : `; approved by ${approvedBy.join(', ')}`;
  const left = skipped === null ? '' : `; skipped: ${skipped}`;
  return `requested by ${requestedBy}${kind === 'command line' ? ' on a command line' : ''}${approved}${left}`;
}
