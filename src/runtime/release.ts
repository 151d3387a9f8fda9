import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** A release of this product. The release workflow writes it into the package, as `release.json` beside `dist/`. */
export const releaseSchema = z.strictObject({
  /** `owner/name` on GitHub. */
  repository: z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[\w.-]{1,100}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The commit of the tag `v<version>`. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
});
export type Release = z.infer<typeof releaseSchema>;

/**
 * The release that this program comes from; null: a checkout, or a package that no release made.
 * @throws ZodError when the file is not what the release workflow writes
 */
export function ownRelease(program = process.argv[1] ?? '.'): Release | null {
  let text: string;
  try {
    text = readFileSync(join(dirname(realpathSync(program)), '../release.json'), 'utf8');
  } catch {
    return null;
  }
  return releaseSchema.parse(JSON.parse(text));
}

/** The placeholder of the examples: no file can name the repository and the commit that it will be released from. */
const OURS = /\bOWNER\/rewind((?:\/[\w./-]+)?)@v\d+(?!\S)/g;
const RAW = /\bOWNER\/rewind\/v\d+\//g;

/**
 * A caller workflow or configuration of examples/, for a release: what it uses is pinned by commit, and the version
 * is in a comment beside it that Dependabot and Renovate update.
 * @throws Error when a placeholder is left
 */
export function pinTo(release: Release, text: string): string {
  const { repository, version, commit } = release;
  const pinned = text
    .replace(OURS, (_all, path: string) => `${repository}${path}@${commit} # v${version}`)
    .replace(RAW, () => `${repository}/v${version}/`);
  const left = /^.*\bOWNER\b.*$/m.exec(pinned)?.[0];
  if (left !== undefined) throw new Error(`A placeholder is left: ${left.trim()}`);
  return pinned;
}
