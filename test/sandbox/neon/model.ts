/** The state of a Neon account, as far as branches need it. */
export interface SandboxCompute {
  readonly id: string;
  readonly type: 'read_write' | 'read_only';
  /** Null while it runs. */
  suspendedAt: string | null;
  startedAt: string;
  /** Compute units. */
  min: number;
  max: number;
  suspendAfter: number;
}

export interface SandboxBranch {
  readonly id: string;
  name: string;
  parentId: string | null;
  parentLsn: string | null;
  state: 'ready' | 'archived' | 'resetting' | 'init';
  isDefault: boolean;
  isProtected: boolean;
  createdAt: string;
  resetAt: string | null;
  expiresAt: string | null;
  /** What its databases hold. */
  data: string;
  /** End of its log. */
  lsn: number;
  written: number;
  activeSeconds: number;
  restricted: { name: string; reason: string }[];
  computes: SandboxCompute[];
}

export interface SandboxOperation {
  readonly id: string;
  readonly branchId: string;
  readonly action: string;
  /** Requests until it ends. */
  left: number;
  /** How it ends. */
  readonly end: 'finished' | 'failed';
  readonly createdAt: string;
  /** Called when it ends well. */
  readonly done: () => void;
}

export interface SandboxProject {
  readonly id: string;
  readonly branches: Map<string, SandboxBranch>;
  operations: SandboxOperation[];
  historySeconds: number;
  branchesLimit: number;
}

/** An error in Neon's form. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code = '',
  ) {
    super(message);
  }
}

/** `0/1E19478` */
export const lsnText = (lsn: number): string => `0/${lsn.toString(16).toUpperCase()}`;
