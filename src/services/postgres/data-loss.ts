/** How far a number of lost rows can be relied on. */
export type Certainty = 'exact' | 'at most' | 'at least' | 'unknown';

/** What a restore would take from one table, and give back to it. */
export interface TableLoss {
  /** `schema.name` */
  readonly table: string;
  /** Row versions written since the snapshot, which the restore takes; null if unknown. */
  readonly written: number | null;
  /** Rows of the snapshot that were updated or deleted since, which the restore brings back; null if unknown. */
  readonly replaced: number | null;
  readonly certainty: Certainty;
  /** Why the numbers are not exact; null if they are. */
  readonly reason: string | null;
  /** The database that returns, if the rows were compared with what it holds now; absent if they were told by their age. */
  readonly lackedBy?: string;
}

/** Keys of rows that were written since the snapshot. They may be personal data: never in a file, an artifact or a log. */
export interface LossExamples {
  readonly table: string;
  /** One text a row, e.g. `id=17`. Empty for a table without a primary key. */
  readonly keys: readonly string[];
}
