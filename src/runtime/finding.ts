import type { FindingCode } from './finding-codes.js';

/** A result of a check, a capture or a verification for a person. */
export interface Finding {
  /** error = a rollback would fail or be incomplete; warning = a risk; info = worth knowing. */
  readonly level: 'error' | 'warning' | 'info';
  /** Kebab-case, stable: tests and docs refer to it. */
  readonly code: FindingCode;
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string | undefined;
  /** Path (relative to the repository), line and column from 1, for annotations. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}
