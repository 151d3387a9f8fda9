import { asRewindError } from '../runtime/errors.js';
import { sentences } from '../runtime/text.js';
import type { Context } from '../runtime/context.js';
import type { TakenBack, TakenRelease } from '../report/taken-back.js';
import { createGitHub, type GitHub } from '../services/github/client.js';
import { compareCommits } from '../services/github/compare.js';
import { pullsOf } from '../services/github/pulls.js';
import { withLimit, type Chosen } from './choose.js';

/**
 * The commits and pull requests between the snapshot and production: a rollback takes them back. Read-only. What cannot be
 * read is said, and stops nothing.
 * @throws RewindError cancelled
 */
export async function takenBack(ctx: Context, { manifest, history, circumstances }: Chosen): Promise<TakenBack> {
  const { releases } = await history.entry(manifest.id);
  const known = [...(circumstances.live ?? [])].flatMap(([id, { commit: head }]) => {
    const base = releases.get(id)?.commit ?? null;
    return base === null || head === null ? [] : [{ id, base, head }];
  });
  if (known.length === 0) {
    return { releases: [], missing: 'the commits of the snapshot and of production are not both known.' };
  }
  const groups = new Map<string, { base: string; head: string; resources: string[] }>();
  for (const { id, base, head } of known.filter((one) => one.base !== one.head)) {
    const key = `${base}...${head}`;
    const group = groups.get(key) ?? { base, head, resources: [] };
    group.resources.push(id);
    groups.set(key, group);
  }
  if (groups.size === 0) return { releases: [], missing: null };
  try {
    const github = createGitHub(ctx, undefined, 0);
    const reading = Promise.all([...groups.values()].map((group) => readRelease(github, group)));
    return { releases: await withLimit(reading, ctx), missing: null };
  } catch (error) {
    const failure = asRewindError(error);
    if (failure.code === 'cancelled') throw error;
    return { releases: [], missing: sentences(failure.message, failure.remedy) };
  }
}

async function readRelease(
  github: GitHub,
  group: Pick<TakenRelease, 'base' | 'head' | 'resources'>,
): Promise<TakenRelease> {
  const comparison = await compareCommits(github, group.base, group.head);
  const pulls = await pullsOf(
    github,
    (comparison?.commits ?? []).map(({ sha }) => sha),
  );
  return { ...group, comparison, pulls };
}
