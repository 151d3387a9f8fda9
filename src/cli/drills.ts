import { readDrills } from '../engine/drill-history.js';
import { drillHistoryFindings } from '../readiness/freshness.js';
import type { Context } from '../runtime/context.js';
import { messageOf } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import type { Project } from './project.js';

/**
 * Warns if the last drill that passed is too old. Nothing without any drill: `readiness` asks for the workflow. What cannot
 * be read is a warning of the log, because it stops no rollback.
 */
export async function drillAgeFindings({ store, config }: Project, ctx: Context): Promise<Finding[]> {
  const days = config.readiness['drill-days'];
  if (days === 0) return [];
  try {
    const { drills } = await readDrills(store, config.environment);
    const found = drills.length === 0 ? [] : drillHistoryFindings(drills, days, ctx.clock.now());
    return found.map((finding) => ({ ...finding, level: 'warning' }));
  } catch (error) {
    ctx.log.warn(`The history of drills could not be read: ${messageOf(error)}`);
    return [];
  }
}
