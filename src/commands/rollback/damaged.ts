import type { Manifest } from '../../engine/manifest.js';
import { plainlyDamaged } from '../../engine/payload-files.js';
import type { ResourceFinding } from '../../report/findings.js';
import type { Context } from '../../runtime/context.js';
import { messageOf } from '../../runtime/errors.js';
import type { Store } from '../../store/store.js';

/**
 * The comparison with production takes the manifest alone. So a plan without a change says nothing of the payloads, and one
 * with changes would be refused only after the approval.
 */
export async function damagedFindings(store: Store, manifest: Manifest, ctx: Context): Promise<ResourceFinding[]> {
  try {
    return [...(await plainlyDamaged(store, manifest))].map(([resource, problems]) => ({
      level: 'warning',
      code: 'snapshot-corrupt',
      resource,
      message: `Snapshot ${manifest.id} is damaged: ${problems.map((each) => each.replace(/\.$/, '')).join('; ')}. A run that needs it is refused.`,
      remedy:
        'Bring the file back from a backup of the store, or plan with a snapshot that "rewind verify" finds sound.',
    }));
  } catch (error) {
    ctx.log.warn(`Whether the payloads of snapshot ${manifest.id} are whole is unknown: ${messageOf(error)}`);
    return [];
  }
}
