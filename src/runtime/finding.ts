/** Something a person should know: from `check`, from capture or from verification. */
export interface Finding {
  /** error = a rollback would fail or be incomplete; warning = a risk; info = worth knowing. */
  readonly level: 'error' | 'warning' | 'info';
  /** Kebab-case, stable: tests and docs refer to it. */
  readonly code: string;
  readonly message: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Path (relative to the repository), line and column from 1, for annotations. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}
