import { parseState } from '../../engine/live-plan.js';
import { newestProven, type TestedDrill } from '../../engine/drill-record.js';
import { readManifest } from '../../engine/snapshot-files.js';
import { approvalWaits, middle } from '../../incident/approval-waits.js';
import { listIncidents, readEntries } from '../../incident/record.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { messageOf } from '../../runtime/errors.js';
import type { Drill } from './flow.js';

/** Records that are read for the usual wait. */
const RECORDS = 20;

export interface RecoveryPoint {
  /** Age of the newest snapshot that passed its last drill, in milliseconds; null: none did. */
  readonly ms: number | null;
  readonly snapshot: string | null;
  /** Rows that a restore of it would take; null: not known. */
  readonly rows: number | null;
}

/**
 * How much a restore would lose now. Reads production.
 * @param drills earlier ones, and this one with the checks that it made so far
 */
export async function recoveryPoint(drill: Drill, drills: readonly TestedDrill[]): Promise<RecoveryPoint> {
  const proven = newestProven(drills);
  if (proven === null) return { ms: null, snapshot: null, rows: null };
  const ms = Math.max(0, drill.session.context.clock.now().getTime() - Date.parse(proven.takenAt));
  return { ms, snapshot: proven.id, rows: await rowsSince(drill, proven.id) };
}

/** Null if a database cannot tell, or if there is none. What cannot be read is a warning. */
async function rowsSince({ session, project, resources }: Drill, id: string): Promise<number | null> {
  const { context } = session;
  let sum: number | null = null;
  try {
    const manifest = await readManifest(project.store, project.config.environment, id);
    for (const resource of resources) {
      const { capabilities } = resource.provider;
      const captured = manifest.resources.find((one) => one.id === resource.id && one.provider === resource.providerId);
      if (capabilities?.measureLoss === undefined || captured === undefined) continue;
      const ctx = forResource(forSnapshot(context, manifest), resource.id);
      const saved = parseState(resource, captured.state);
      const { losses } = await capabilities.measureLoss(resource.config, saved, ctx, 0);
      for (const { written, replaced } of losses) {
        if (written === null) return null;
        sum = (sum ?? 0) + written + Math.max(0, replaced ?? 0);
      }
      sum ??= 0;
    }
    return sum;
  } catch (error) {
    context.log.warn(`The rows written since snapshot ${id} could not be counted: ${messageOf(error)}`);
    return null;
  }
}

/** The usual wait from a plan to its approval, from the records of incidents; null if no record has one. */
export async function usualWait({ session, project }: Drill): Promise<number | null> {
  const { store, config } = project;
  const waits: number[] = [];
  try {
    for (const id of (await listIncidents(store, config.environment)).slice(-RECORDS)) {
      waits.push(...approvalWaits(await readEntries(store, config.environment, id)));
    }
  } catch (error) {
    session.context.log.warn(`A record of an incident does not count for the usual wait: ${messageOf(error)}`);
  }
  return middle(waits);
}
