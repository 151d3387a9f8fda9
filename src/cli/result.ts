import type { Json } from '../runtime/json.js';

/** Outputs of the action. Which command sets which, and the verdicts, the commands declare. */
export const OUTPUTS = {
  'snapshot-id': 'Snapshot that was taken, planned against or rolled back to.',
  'plan-digest': 'Digest of the plan; the approval is for this digest.',
  'plan-path': 'Path of the plan file.',
  changes: 'Number of changes in the plan, or made by the rollback.',
  approval: '"expedited" if the plan needs no review, else "reviewed".',
  'report-path': 'Path of the HTML report.',
  'snapshot-artifact': 'Artifact name for the upload of snapshot-path (store "artifact").',
  'snapshot-path': 'Directory to upload (store "artifact").',
  'retention-days': 'How many days the artifacts must be kept.',
  'rollback-artifact': 'First part of the artifact name of the journal; -<run>-<attempt> follows (store "artifact").',
  'rollback-path': 'Directory of the journal.',
  'undo-config-artifact': 'Artifact name of the snapshot taken before the first change.',
  'undo-config-path': 'Directory of that snapshot.',
  'undo-database-artifact': 'Artifact name of the database backup taken before the databases were changed.',
  'undo-database-path': 'Directory of that backup.',
} as const;
export type OutputName = keyof typeof OUTPUTS;

/** What a command hands back; `output.ts` prints it, as a command line or as an action. */
export interface CommandResult<V extends string = string, O extends OutputName = OutputName> {
  /** 0 done; 1 failed, something to repair; 3 the answer is "no". */
  readonly exit: 0 | 1 | 3;
  /** The document of --json. */
  readonly json: Json;
  /** For a person at a terminal. */
  readonly text: string;
  /** Markdown for the job summary. */
  readonly summary?: string;
  /** Outputs of the action. */
  readonly outputs?: Readonly<Partial<Record<O, string>>> & { readonly verdict?: V };
}
