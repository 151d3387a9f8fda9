/** What a credential can do. */
export interface Access {
  /** Its name, e.g. `DATABASE_URL`; never its value. */
  readonly credential: string;
  /** Null if it cannot be known without a write. */
  readonly writes: boolean | null;
  /** A phrase, e.g. `the role "shop" owns the database`. */
  readonly why: string;
}
