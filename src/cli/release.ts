import type { Manifest } from '../engine/manifest.js';
import type { Plan } from '../engine/plan.js';
import { releaseAfter } from '../engine/release.js';
import { manifestDigest, readManifest } from '../engine/snapshot-files.js';
import { trustOf } from '../engine/trust.js';
import { asRewindError, RewindError } from '../runtime/errors.js';
import type { Chosen } from './choose.js';
import type { Project, Session } from './session.js';

/** @throws RewindError scope-unknown */
export function includedResources({ config }: Project, given: readonly string[] | null): string[] {
  const known = config.resources.map(({ id }) => id);
  if (given === null) return [];
  if (given.length === 1 && given[0] === 'all') return known;
  const unknown = given.filter((id) => !known.includes(id));
  if (unknown.length === 0) return [...given];
  throw new RewindError(
    'scope-unknown',
    `--include-later-changes names ${unknown.join(', ')}; the configuration has ${known.join(', ')}.`,
  );
}

/**
 * Finds the release capture after a snapshot. One that would not be believed counts as none.
 * @param chosen a snapshot, and what is live
 */
export async function findRelease(
  { context: ctx }: Session,
  { store, signKeys }: Project,
  { manifest, history, circumstances }: Pick<Chosen, 'manifest' | 'history' | 'circumstances'>,
): Promise<Manifest | null> {
  const digest = await manifestDigest(store, manifest.environment, manifest.id);
  const release = await releaseAfter(history, manifest, digest, circumstances.live);
  if (release === null) return null;
  const unbelieved = (problem: string): null => {
    ctx.log.warn(`The release capture ${release.id} is not used: ${problem}`);
    return null;
  };
  try {
    const trust = await trustOf(store, release, signKeys, ctx.clock.now());
    return trust.kind === 'unsigned' && signKeys.length > 0 ? unbelieved(`${trust.reason}.`) : release;
  } catch (error) {
    return unbelieved(asRewindError(error).message);
  }
}

/** The release capture of an approved plan, as it was then. @throws RewindError plan-mismatch, and those of the store */
export async function releaseOfPlan({ store }: Project, { environment, release }: Plan): Promise<Manifest | null> {
  if (release === null) return null;
  if ((await manifestDigest(store, environment, release.id)) !== release.digest) {
    throw new RewindError('plan-mismatch', `The release capture ${release.id} changed after the plan was made.`);
  }
  return readManifest(store, environment, release.id);
}
