/**
 * An error that Rewind throws on purpose.
 *
 * `exit`: 1 = something failed and needs repair; 2 = bad usage or configuration, nothing was changed.
 * `remedy` is the next step; the caller may give a more exact one.
 */
export interface CatalogueEntry {
  readonly exit: 1 | 2;
  readonly meaning: string;
  readonly remedy: string;
}

export const entry = (exit: 1 | 2, meaning: string, remedy: string): CatalogueEntry => ({ exit, meaning, remedy });
