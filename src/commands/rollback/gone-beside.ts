import type { ObligationStatus } from '../../incident/status.js';
import { readingsOf } from '../recover/readings.js';
import { pastRollbacks } from '../undo/past-rollbacks.js';
import type { Run } from './run.js';

const BESIDE: ReadonlySet<ObligationStatus['kind']> = new Set([
  'kept-database',
  'leftover',
  'replication-left',
] as const);

/**
 * The obligations whose object does not lie beside production any more, and how that was read. The run may have the URL of
 * another server, so only a comparison with the place of the object proves it.
 */
export async function goneBeside(
  { session, project }: Pick<Run, 'session' | 'project'>,
  open: readonly ObligationStatus[],
): Promise<{ readonly id: string; readonly how: string }[]> {
  const { context: ctx } = session;
  const beside = open.filter(({ kind }) => BESIDE.has(kind));
  // A cancelled run has seconds left, and its requests no longer go out.
  if (beside.length === 0 || ctx.signal.aborted) return [];
  const readings = await readingsOf(beside, { project, ctx, past: await pastRollbacks(session, project) });
  return beside.flatMap(({ id }, at) => {
    const reading = readings[at];
    return reading?.state === 'met' ? [{ id, how: `production was read: ${reading.why}` }] : [];
  });
}
