import { asRewindError } from '../runtime/errors.js';
import type { Context } from '../runtime/context.js';
import type { ShownDeployFlags } from '../report/deploy-flags.js';
import { createGitHub } from '../services/github/client.js';
import { byFlag, pullsBetween } from '../services/github/pulls.js';
import { withLimit, type Chosen } from './choose.js';

/**
 * The flags that belong to the deploy which is live: those that its pull requests name, between the commits of the snapshot
 * and of production. Read-only. What cannot be read is said, and stops nothing.
 * @throws RewindError cancelled
 */
export async function flagsOfDeploy(
  ctx: Context,
  { manifest, history, circumstances }: Chosen,
): Promise<Omit<ShownDeployFlags, 'live'>> {
  const { releases } = await history.entry(manifest.id);
  const pairs = [...(circumstances.live ?? [])].flatMap(([id, { commit: head }]) => {
    const base = releases.get(id)?.commit ?? null;
    return base === null || head === null ? [] : [[base, head] as const];
  });
  if (pairs.length === 0) {
    return { named: [], missing: 'the commits of the snapshot and of production are not both known.' };
  }
  const distinct = new Map(pairs.filter(([base, head]) => base !== head).map((pair) => [pair.join('...'), pair]));
  if (distinct.size === 0) return { named: [], missing: null };
  try {
    const github = createGitHub(ctx);
    const reading = Promise.all([...distinct.values()].map(([base, head]) => pullsBetween(github, base, head)));
    return { named: byFlag((await withLimit(reading, ctx)).flat()), missing: null };
  } catch (error) {
    const known = asRewindError(error);
    if (known.code === 'cancelled') throw error;
    return { named: [], missing: `${known.message} ${known.remedy}` };
  }
}
