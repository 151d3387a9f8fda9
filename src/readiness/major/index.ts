import type { NamedFlags } from '../../services/flags/named.js';
import type { Context } from '../../runtime/context.js';
import type { Finding } from '../../runtime/finding.js';
import { keysInDiff, whyMajor, type MajorChanges } from './changes.js';
import { flagFindings, type KnownFlags } from './flags.js';

/**
 * The findings about the flag of a major change; none if the change is not major.
 * @param base branch or commit
 * @param readNamed the flags that the pull request names; null if there is no pull request
 * @throws RewindError input-invalid, git-history-missing, cancelled, and as the reading functions
 */
export async function majorFindings(
  ctx: Context,
  base: string,
  rules: MajorChanges,
  readNamed: () => Promise<NamedFlags | null>,
  readKnown: () => Promise<KnownFlags>,
): Promise<Finding[]> {
  const why = await whyMajor(ctx, base, rules);
  if (why === null) return [];
  const [named, known] = await Promise.all([readNamed(), readKnown()]);
  const silent = named === null || (named.none === null && named.keys.length + named.malformed.length === 0);
  const inDiff = silent ? await keysInDiff(ctx, base, new Set(known.flags?.keys())) : [];
  return flagFindings({ why, named, inDiff, known }, ctx.clock.now());
}
