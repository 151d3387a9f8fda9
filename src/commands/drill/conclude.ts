import type { Project, Session } from '../../cli/session.js';
import { announceIndex } from '../../cli/uploads.js';
import type { DrillHistory } from '../../engine/drill-history.js';
import { writeDrill } from '../../engine/drill-history.js';
import {
  missedTargets,
  recoveryMs,
  verdictOf,
  type DrillRecord,
  type DrillTargets,
  type ResourceCheck,
} from '../../engine/drill-record.js';
import type { SpentPhase } from '../../engine/drill-phases.js';
import type { Manifest } from '../../engine/manifest.js';
import { drillArtifact, retentionDays } from '../../store/artifact-names.js';
import type { RecoveryPoint } from './recovery-point.js';

/** What a drill measured. */
export interface Measurement {
  readonly id: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly manifest: Manifest | null;
  readonly scope: readonly string[] | null;
  readonly checks: readonly ResourceCheck[];
  readonly phases: readonly SpentPhase[];
  readonly waitMs: number | null;
  readonly point: RecoveryPoint;
}

export const targetsOf = ({ config }: Pick<Project, 'config'>): DrillTargets => ({
  rtoMinutes: config.drill.targets['rto-minutes'] ?? null,
  rpoMinutes: config.drill.targets['rpo-minutes'] ?? null,
});

export const snapshotOf = (manifest: Manifest | null): DrillRecord['snapshot'] =>
  manifest === null ? null : { id: manifest.id, takenAt: manifest.createdAt };

export const checksOf = (checks: readonly ResourceCheck[]): DrillRecord['checks'] =>
  checks.map(({ resource, id, outcome, findings }) => ({
    resource,
    id,
    outcome,
    codes: findings.map(({ code }) => code),
  }));

/** Draws the verdict. Pure. @param run URL of the workflow run; null on a command line */
export function recordOf(project: Pick<Project, 'config'>, measured: Measurement, run: string | null): DrillRecord {
  const { id, startedAt, endedAt, manifest, scope, checks, waitMs, point } = measured;
  const phases = measured.phases.map(({ name, ms }) => ({ name, ms: Math.round(ms * 10) / 10 }));
  const targets = targetsOf(project);
  const values = { rtoMs: recoveryMs(phases), waitMs, rpoMs: point.ms, targets };
  return {
    version: 1,
    id,
    environment: project.config.environment,
    kind: 'drill',
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    run,
    snapshot: snapshotOf(manifest),
    scope: scope === null ? null : [...scope],
    ...verdictOf({ ...values, checks }),
    phases,
    ...values,
    rowsSince: point.rows,
    missed: missedTargets({ ...values, checks }),
    checks: checksOf(checks),
  };
}

/** Writes the record into the store, and announces its upload. @throws RewindError store-write-failed, disk-full */
export async function keep(
  session: Pick<Session, 'setOutput'>,
  project: Project,
  record: DrillRecord,
  { drills }: DrillHistory,
): Promise<void> {
  await writeDrill(project.store, record, drills);
  const upload = drillArtifact(project.config.store, record.environment, record.id);
  if (upload === null) return;
  announceIndex(session, project, 'records');
  session.setOutput('drill-artifact', upload.name);
  session.setOutput('drill-path', upload.path);
  session.setOutput('retention-days', String(retentionDays(project.config)));
}
