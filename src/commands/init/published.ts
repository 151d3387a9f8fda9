import { ownRelease, type Release } from '../../runtime/release.js';
import type { ActionRef } from './flags.js';
import { PUBLISHED } from './templates.js';

/**
 * Where the workflows take Rewind from, if nobody says: the release that this program comes from, pinned by its commit;
 * else the repository that package.json names; null: a checkout of sources that were published nowhere.
 */
export function published(release: Release | null = ownRelease()): ActionRef | null {
  if (release !== null) return { repository: release.repository, ref: release.commit, version: `v${release.version}` };
  return PUBLISHED === null ? null : { repository: PUBLISHED, ref: 'v1' };
}
