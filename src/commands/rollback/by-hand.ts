import type { Plan } from '../../engine/plan.js';
import { isUnrecorded } from '../../incident/recorded.js';
import { recordBegin } from './incident.js';
import { attempt } from './record-attempt.js';
import type { Run } from './run.js';

/**
 * Before the outcome of a rollback, or of an undo, whose plan holds only changes by hand: records it as any other one. A
 * repeat, and a recovery or a mitigation that has nothing to do, add nothing.
 */
export async function recordByHand(run: Run, { manual }: Plan): Promise<void> {
  const { approved, journal, project } = run;
  const { changes, recovers, mitigates, environment, digest } = approved;
  if (changes.length > 0 || manual.length === 0 || recovers !== undefined || mitigates !== undefined) return;
  const earlier = journal.log.previous.findLast(({ event }) => event === 'run');
  const isTold = await attempt(
    run,
    async () => earlier !== undefined && !(await isUnrecorded(project.store, environment, { digest, at: earlier.at })),
  );
  if (isTold === false) await recordBegin(run);
}
