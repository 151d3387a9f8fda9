import type { Style } from './color.js';
import type { Json } from '../runtime/json.js';

/** Outputs of the action. Each command declares its outputs and verdicts. */
export const OUTPUTS = {
  'snapshot-id': 'Snapshot that was taken, or that the plan or rollback uses.',
  label: 'Environment and configuration, as a part of artifact names: production, production-1a2b3c4d.',
  'plan-digest': 'Digest of the plan; the approval is for this digest.',
  'plan-path': 'Path of the plan file.',
  changes: 'Number of changes in the plan, or made by the rollback.',
  approval:
    '"expedited" if the plan needs no review, "digest" if a person types its digest in another run, else "reviewed".',
  unconfirmed: 'Databases whose loss of data is not confirmed, comma-separated; empty if there are none.',
  'report-path': 'Path of the report: HTML of a rollback, JSON of a watch.',
  'snapshot-artifact': 'Artifact name for the upload of snapshot-path (store "artifact").',
  'snapshot-path': 'Directory to upload (store "artifact").',
  'index-artifact': 'Name of a small artifact that leads to the others of the run (store "artifact").',
  'index-path': 'Files to upload as that artifact.',
  'retention-days': 'Retention of the artifacts in days.',
  'rollback-artifact': 'First part of the artifact name of the journal; -<run>-<attempt> follows (store "artifact").',
  'rollback-path': 'Directory of the journal.',
  'undo-config-artifact': 'Artifact name of the snapshot taken before the first change.',
  'undo-config-path': 'Directory of that snapshot.',
  'undo-database-artifact': 'Artifact name of the database backup taken before the first database change.',
  'undo-database-path': 'Directory of that backup.',
  'incident-id': 'The incident that the command wrote to.',
  'incident-artifact': 'First part of the artifact name of its record; -<run>-<attempt> follows (store "artifact").',
  'incident-path': 'Directory of its record.',
  'drill-artifact': 'Artifact name of the result of the drill (store "artifact").',
  'drill-path': 'Directory of that result.',
} as const;
export type OutputName = keyof typeof OUTPUTS;

/** The result of a command; `output.ts` prints it for the command line or the action. */
export interface CommandResult<V extends string = string, O extends OutputName = OutputName> {
  /** 0 done; 1 failed, needs repair; 3 the answer is "no". */
  readonly exit: 0 | 1 | 3;
  /** The document of --json. */
  readonly json: Json;
  /** For a person at a terminal. */
  readonly text: string;
  /** The style of a line of it, for a terminal that takes colour. Default: none. */
  readonly style?: (line: string) => Style | null;
  /** Markdown for the job summary. */
  readonly summary?: string;
  /** Outputs of the action. */
  readonly outputs?: Readonly<Partial<Record<O, string>>> & { readonly verdict?: V };
}
