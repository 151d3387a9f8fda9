import type { Json } from '../runtime/json.js';

/** Outputs of the action; action.yml and the README are made from this list. */
export const OUTPUTS = {
  verdict: 'check, readiness: ready or not-ready; guard: free or held; rollback, record: rolled-back or incomplete.',
  'snapshot-id': 'Snapshot that was taken, planned against or rolled back to.',
  'plan-digest': 'plan: digest of the plan; what is approved.',
  'plan-path': 'plan: where the plan file lies.',
  changes: 'plan: how many changes it holds; rollback: how many it had to make.',
  approval: 'plan: "expedited" when the plan needs no review, else "reviewed".',
  'report-path': 'rollback: where the HTML report lies.',
  'error-code': 'Code of the error that stopped the command (docs/errors.md).',
  'snapshot-artifact': 'snapshot: name under which snapshot-path must be uploaded (store "artifact").',
  'snapshot-path': 'snapshot: directory to upload (store "artifact").',
  'retention-days': 'snapshot, rollback: how many days the artifacts must be kept.',
  'rollback-artifact': 'rollback: first part of the name of the journal; -<run>-<attempt> follows (store "artifact").',
  'rollback-path': 'rollback: directory of the journal.',
  'undo-config-artifact': 'rollback: name of the snapshot taken before the first change.',
  'undo-config-path': 'rollback: directory of that snapshot.',
  'undo-database-artifact': 'rollback: name of the backup of the databases taken before they were changed.',
  'undo-database-path': 'rollback: directory of that backup.',
} as const;
export type OutputName = keyof typeof OUTPUTS;

/** What a command hands back; `output.ts` prints it, as a command line or as an action. */
export interface CommandResult {
  /** 0 done; 1 failed, something to repair; 3 the answer is "no". */
  readonly exit: 0 | 1 | 3;
  /** The document of --json. */
  readonly json: Json;
  /** For a person at a terminal. */
  readonly text: string;
  /** Markdown for the job summary. */
  readonly summary?: string;
  /** Outputs of the action. */
  readonly outputs?: Readonly<Partial<Record<OutputName, string>>>;
}
