import { z } from 'zod';
import type { DrillRecord } from '../engine/drill-record.js';
import type { Manifest } from '../engine/manifest.js';
import type { GitHub } from '../services/github/client.js';
import type { Finding } from '../runtime/finding.js';
import { DAY_MS } from '../runtime/progress.js';
import { plural } from '../runtime/text.js';

/** The workflow of the user that rehearses a restore. */
const DRILL_WORKFLOW = 'rewind-drill.yml';

/**
 * @param newest null if there is none
 * @param introduced the pull request adds Rewind, so no snapshot can exist yet
 */
export function snapshotFindings(newest: Manifest | null, maxDays: number, now: Date, introduced = false): Finding[] {
  if (newest === null) {
    return [
      {
        level: introduced ? 'warning' : 'error',
        code: 'snapshot-none',
        message: 'There is no snapshot of this environment: a deploy now could not be rolled back.',
        remedy: 'Run the snapshot workflow before the deploy (examples/pre-deploy-snapshot.yml).',
      },
    ];
  }
  const days = Math.floor((now.getTime() - Date.parse(newest.createdAt)) / DAY_MS);
  if (days <= maxDays) return [];
  return [
    {
      level: 'error',
      code: 'snapshot-stale',
      message: `The newest snapshot (${newest.id}) is ${plural(days, 'day')} old; at most ${plural(maxDays, 'day is', 'days are')} allowed.`,
      remedy: 'Find out why the snapshot workflow did not run, then run it.',
    },
  ];
}

/**
 * The age of the last drill that passed, by the history in the store. GitHub disables schedules of a quiet repository
 * without notice, so a deploy must notice it. Pure.
 * @param drills oldest first, at least one
 */
export function drillHistoryFindings(drills: readonly DrillRecord[], maxDays: number, now: Date): Finding[] {
  const last = drills.findLast(({ verdict }) => verdict === 'passed');
  if (last === undefined) {
    const newest = drills.at(-1);
    return [
      {
        level: 'error',
        code: 'drill-never-passed',
        message: `None of the last drills (${drills.length}) passed; the newest ended as "${newest?.verdict ?? 'unknown'}".`,
        remedy: 'Correct what the drill reports, and run it again.',
      },
    ];
  }
  const days = Math.floor((now.getTime() - Date.parse(last.endedAt)) / DAY_MS);
  if (days <= maxDays) return [];
  return [
    {
      level: 'error',
      code: 'drill-stale',
      message: `The last drill that passed was ${plural(days, 'day')} ago; at most ${plural(maxDays, 'day is', 'days are')} allowed.`,
      remedy: `Run "rewind drill". If ${DRILL_WORKFLOW} has a schedule, check whether GitHub disabled it.`,
    },
  ];
}

const runs = z.looseObject({ workflow_runs: z.array(z.looseObject({ updated_at: z.string() })) });

/** The age of the last successful drill. GitHub delays or disables scheduled workflows without notice. */
export async function drillFindings(github: GitHub, maxDays: number, now: Date): Promise<Finding[]> {
  const data = await github.find({ what: 'find the last drill', permission: 'actions: read' }, runs, (rest, target) =>
    rest.actions.listWorkflowRuns({ ...target, workflow_id: DRILL_WORKFLOW, status: 'success', per_page: 1 }),
  );
  if (data === null) {
    return [
      {
        level: 'warning',
        code: 'drill-none',
        message: `The repository has no workflow ${DRILL_WORKFLOW}. Without it, no restore is rehearsed.`,
        remedy:
          'Copy examples/drill.yml to .github/workflows/rewind-drill.yml. Rewind checks the age of its last success.',
      },
    ];
  }
  const last = data.workflow_runs[0];
  const days = last ? Math.floor((now.getTime() - Date.parse(last.updated_at)) / DAY_MS) : null;
  if (days !== null && days <= maxDays) return [];
  return [
    {
      level: 'error',
      code: 'drill-stale',
      message:
        days === null
          ? `The drill (${DRILL_WORKFLOW}) has never succeeded.`
          : `The last successful drill was ${plural(days, 'day')} ago; at most ${plural(maxDays, 'day is', 'days are')} allowed.`,
      remedy: `Run ${DRILL_WORKFLOW}, and fix what it reports.`,
    },
  ];
}
