/**
 * Whether a tag may become a release: `tsx scripts/release/check.ts v1.2.3`. Prints every problem and fails on any;
 * otherwise it writes the notes of the release, the section of CHANGELOG.md, to out/release/NOTES.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { VERSION } from '../../src/runtime/version.js';

export interface ReleaseFacts {
  readonly tag: string;
  /** In package.json, in package-lock.json (twice), and in the sources. */
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: string;
  /** Whether the tag's commit is the one that is checked out, and whether main contains it. */
  readonly checkedOut: boolean;
  readonly onMain: boolean;
}

const TAG = /^v(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/;

/** The text below `## [1.2.3] - 2026-01-31`, up to the next version; null: there is no such heading with a date. */
export function sectionOf(changelog: string, version: string): string | null {
  const heading = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}[ \\t]*$`, 'm').exec(
    changelog,
  );
  if (heading === null) return null;
  const rest = changelog.slice(heading.index + heading[0].length);
  return rest.slice(0, /^## |^\[[^\]]+\]: /m.exec(rest)?.index ?? rest.length).trim();
}

/** Everything that forbids the release, each with its remedy. */
export function releaseProblems({ tag, versions, changelog, checkedOut, onMain }: ReleaseFacts): string[] {
  if (!TAG.test(tag)) return [`The tag ${JSON.stringify(tag)} is no version. Name it v1.2.3.`];
  const version = tag.slice(1);
  const section = sectionOf(changelog, version);
  return [
    ...Object.entries(versions)
      .filter(([, found]) => found !== version)
      .map(
        ([where, found]) =>
          `${where} has version ${found}, the tag ${version}. Run "npm version ${version} --no-git-tag-version", "npm run generate" and "npm run build", and tag the commit with the result.`,
      ),
    ...(section === null
      ? [`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD". Give the section "Unreleased" that heading.`]
      : section === ''
        ? [`The section of ${version} in CHANGELOG.md is empty. Say what changed.`]
        : []),
    ...(checkedOut ? [] : [`What is checked out is not the commit of ${tag}.`]),
    ...(onMain ? [] : [`The commit of ${tag} is not on main. Merge it, then tag the commit on main.`]),
  ];
}

const packageFile = z.looseObject({ version: z.string() });
const lockFile = packageFile.extend({ packages: z.looseObject({ '': packageFile }) });

function readFacts(tag: string): ReleaseFacts {
  const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const lock = lockFile.parse(json('package-lock.json'));
  const git = (...args: string[]): string =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const commitOf = (revision: string): string | null => {
    try {
      return git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
    } catch {
      return null;
    }
  };
  const commit = commitOf(`refs/tags/${tag}`);
  return {
    tag,
    versions: {
      'package.json': packageFile.parse(json('package.json')).version,
      'package-lock.json': lock.version,
      'package-lock.json, the package ""': lock.packages[''].version,
      'src/runtime/version.ts': VERSION,
    },
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    checkedOut: commit !== null && commit === commitOf('HEAD'),
    onMain:
      commit !== null &&
      spawnSync('git', ['merge-base', '--is-ancestor', commit, 'refs/remotes/origin/main']).status === 0,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const facts = readFacts(process.argv[2] ?? '');
  const problems = releaseProblems(facts);
  for (const problem of problems)
    console.error(process.env.GITHUB_ACTIONS === 'true' ? `::error::${problem}` : problem);
  if (problems.length > 0) process.exitCode = 1;
  else {
    mkdirSync('out/release', { recursive: true });
    writeFileSync('out/release/NOTES.md', `${sectionOf(facts.changelog, facts.tag.slice(1)) ?? ''}\n`);
    console.log(`${facts.tag} may be released.`);
  }
}
