import { approvalSignerOf } from '../../cli/sign-keys.js';
import { configurationDigest, writeLiftProof } from '../../engine/lift-proof.js';
import type { Manifest } from '../../engine/manifest.js';
import { manifestDigest } from '../../engine/snapshot-files.js';
import { isWhole } from '../../engine/undo.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Run } from './run.js';

/**
 * Before the first change of a mitigation: signs what its lift without a person acts on. What cannot be signed does not stop
 * the mitigation; then a person lifts it.
 * @param note of the snapshot of the state before
 */
export async function proveLift({ session, project, approved }: Run, before: Manifest, note: string): Promise<void> {
  const { mitigates, environment, digest } = approved;
  // After an interruption, the statement of the first run counts.
  if (mitigates?.lifts !== false || !isWhole(note)) return;
  const { context: ctx } = session;
  try {
    const key = approvalSignerOf(project, ctx);
    if (key === null) return;
    const begun = ctx.clock.now();
    const content = {
      environment,
      plan: digest,
      begunAt: begun.toISOString(),
      until: new Date(begun.getTime() + mitigates.minutes * 60_000).toISOString(),
      before: { id: before.id, digest: await manifestDigest(project.store, environment, before.id) },
      resources: configurationDigest(approved, project.resources),
    };
    await writeLiftProof(project.store, content, key);
  } catch (error) {
    ctx.log.warn(`The mitigation will not be lifted without a person: ${asRewindError(error).message}`);
  }
}
