import type { GitHub } from '../services/github/client.js';
import { branchesFrom, isRestricted } from '../services/github/refs.js';
import type { Finding } from '../runtime/finding.js';
import { isOnBranch } from '../services/github/run-origin.js';

/** Branches and tags whose runs may provide snapshots: names, or patterns with `*` and `**`. */
export interface TrustedRefs {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
}

/** How many branches of a pattern are asked for the commit of a tag. */
const MOST = 30;

const isPattern = (name: string): boolean => name.includes('*');

/**
 * True if the name fits: `*` is any text without a slash, `**` any text. Pure. Strangers name branches: a regular expression
 * would need hours for some names.
 */
export function fits(pattern: string, name: string): boolean {
  // Up to where in the name the parts so far may reach.
  let ends = new Set([0]);
  for (const part of pattern.split(/(\*+)/)) {
    const next = new Set<number>();
    for (const end of ends) {
      if (!part.startsWith('*')) {
        if (name.startsWith(part, end)) next.add(end + part.length);
        continue;
      }
      for (let at = end; at <= name.length && !next.has(at); at += 1) {
        next.add(at);
        if (part === '*' && name[at] === '/') break;
      }
    }
    ends = next;
  }
  return ends.has(name.length);
}

const fitsAny = (patterns: readonly string[], name: string): boolean => patterns.some((pattern) => fits(pattern, name));

/**
 * True if the label of a run is one of the trusted names. A label proves nothing: a tag can have the name of a branch.
 * `commitProblem` asks for the proof.
 */
export const isTrustedName = (refs: TrustedRefs, name: string): boolean =>
  fitsAny([...refs.branches, ...refs.tags], name);

/** What the refs are called in messages. */
export const describeRefs = ({ branches, tags }: TrustedRefs): string =>
  [...branches, ...tags.map((tag) => `the tag ${tag}`)].join(' or ');

/**
 * Why the commit of a run is not believed, as a clause; null if it is part of a trusted branch. This is asked of a tag,
 * too: everybody with write access can push a tag, but only what was merged is part of a protected branch.
 *
 * @param name branch or tag of the run
 */
export async function commitProblem(
  github: GitHub,
  refs: TrustedRefs,
  name: string,
  sha: string,
): Promise<string | null> {
  const commit = `the commit ${sha.slice(0, 12)} of its run`;
  if (fitsAny(refs.branches, name)) {
    const onIt = await isOnBranch(github, name, sha);
    if (onIt && (refs.branches.includes(name) || (await isRestricted(github, name)))) return null;
    if (onIt) return `no ruleset restricts who may create and change the branch "${name}"`;
    if (!fitsAny(refs.tags, name))
      return `${commit} is not on the branch "${name}" (it never was, or a force push took it off)`;
  }
  for (const branch of await candidates(github, refs)) {
    const believed = refs.branches.includes(branch) || (await isRestricted(github, branch));
    if (believed && (await isOnBranch(github, branch, sha))) return null;
  }
  return `${commit} is on none of the branches that store.branches names (${refs.branches.join(', ')})`;
}

/** A finding for each pattern of branches that no ruleset restricts: no snapshot of such a branch is believed. */
export async function openPatterns(github: GitHub, { branches }: TrustedRefs): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const pattern of branches.filter(isPattern)) {
    // A branch that need not exist: the rules are those of its name.
    if (await isRestricted(github, pattern.replace(/\*+/g, 'rewind'))) continue;
    findings.push({
      level: 'error',
      code: 'store-branch-open',
      message: `store.branches: no ruleset restricts who may create and change a branch "${pattern}". Rewind believes no snapshot of such a branch.`,
      remedy: `Add a branch ruleset for "${pattern}" with "Restrict creations" and "Require a pull request before merging".`,
    });
  }
  return findings;
}

/** The branches of which a tag may be: the named ones first, then those of the patterns, the highest version first. */
async function candidates(github: GitHub, { branches }: TrustedRefs): Promise<string[]> {
  const named = branches.filter((branch) => !isPattern(branch));
  const found: string[] = [];
  for (const pattern of branches.filter(isPattern)) {
    const all = await branchesFrom(github, pattern.slice(0, pattern.indexOf('*')));
    found.push(...all.filter((branch) => fits(pattern, branch) && !named.includes(branch)));
  }
  const newestFirst = [...new Set(found)].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return [...named, ...newestFirst.slice(0, MOST)];
}
