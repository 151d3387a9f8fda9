// What the jobs that write share. They install no package: only Node and the GitHub CLI of the runner.
import { execFileSync } from 'node:child_process';

/** Repository, tag and commit of this run. The commit is the one that is checked out: a tag may be an object of its own. */
export function target(env = process.env) {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_REF_NAME: tag = '' } = env;
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || numbersOf(tag) === null) {
    throw new Failure(`Not the run of a tag: ${JSON.stringify({ repository, tag })}.`);
  }
  return { repository, tag, commit };
}

/** A problem with a remedy; printed without a stack. */
export class Failure extends Error {}

/** Runs the GitHub CLI. It reads GH_TOKEN from the environment. */
export function gh(...args) {
  try {
    return execFileSync('gh', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const failure = new Failure(
      `gh ${args.slice(0, 2).join(' ')} failed: ${(error.stderr ?? '').trim() || error.message}`,
    );
    failure.missing = /HTTP 404/.test(error.stderr ?? '');
    throw failure;
  }
}

/** One request of the REST API; fields are strings, or booleans and numbers. */
export function api(method, path, fields = {}) {
  const given = Object.entries(fields).flatMap(([name, value]) => [
    typeof value === 'string' ? '-f' : '-F',
    `${name}=${value}`,
  ]);
  const text = gh('api', '--method', method, path, ...given);
  return text.trim() === '' ? null : JSON.parse(text);
}

/** The newest hundred releases, drafts included. */
export function releasesOf(repository) {
  const found = api('GET', `repos/${repository}/releases?per_page=100`);
  if (!Array.isArray(found)) throw new Failure('GitHub gave no list of releases.');
  return found;
}

/** Numbers of a version tag: [1, 2, 3]; null for another tag. */
export const numbersOf = (tag) => /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag)?.slice(1).map(Number) ?? null;

/** Whether version a is newer than b. */
export function newer(a, b) {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && a[at] > b[at];
}

/** Runs a script: a failure is an annotation of the run, and its status. */
export function run(main) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.log(`::error::${error.message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
    process.exitCode = 1;
  }
}
