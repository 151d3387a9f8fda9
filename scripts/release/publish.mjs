// Publishes the release of a tag: `node scripts/release/publish.mjs FOLDER`, with GITHUB_REPOSITORY, GITHUB_REF_NAME
// and GH_TOKEN. Run again after it was killed anywhere, it does the rest: a draft is made anew, and a release
// that is published stays. The assets must all be there before it is published: then nobody can change them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api, Failure, gh, newer, numbersOf, releasesOf, run, target } from './gh.mjs';

const NOTES = 'NOTES.md';
/** Name of the job in _ci.yml. */
const CI = 'CI';

run(() => {
  const [folder = 'release'] = process.argv.slice(2);
  const { repository, tag, commit } = target();
  const names = readdirSync(folder)
    .filter((name) => name !== NOTES)
    .sort();
  const sums = new Map(
    names.map((name) => [
      name,
      `sha256:${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}`,
    ]),
  );
  assertComplete(folder, sums);

  const [published] = ours().filter(({ draft }) => draft === false);
  if (published === undefined) {
    assertTested();
    for (const { id } of ours()) api('DELETE', `repos/${repository}/releases/${id}`);
    gh(
      'release',
      'create',
      tag,
      '--repo',
      repository,
      '--draft',
      '--verify-tag',
      '--title',
      tag,
      '--notes-file',
      join(folder, NOTES),
      ...names.map((name) => join(folder, name)),
    );
    const [draft] = ours();
    if (draft === undefined)
      throw new Failure(`The draft of ${tag} is not in the list of releases. Run this job again.`);
    assertSame(draft, 'Run this job again.');
    api('PATCH', `repos/${repository}/releases/${draft.id}`, {
      draft: false,
      make_latest: isNewest() ? 'true' : 'false',
    });
  }

  const [release] = ours().filter(({ draft }) => draft === false);
  if (release === undefined) throw new Failure(`${tag} is not published. Run this job again.`);
  assertSame(release, 'A version is never replaced: release a new one.');
  if (release.immutable !== true) {
    throw new Failure(
      `The release ${tag} can be changed: immutable releases are off. Switch on "Enable release immutability" in the settings of the repository, delete the release (not the tag), and run this job again.`,
    );
  }
  console.log(`Released: ${release.html_url}`);

  function ours() {
    return releasesOf(repository).filter(({ tag_name: name }) => name === tag);
  }

  /** The sums are what the build wrote, of all that is here. */
  function assertComplete(where, found) {
    const lines = [...found]
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([name, sum]) => `${sum.slice('sha256:'.length)}  ${name}\n`);
    if (
      !found.has('SHA256SUMS') ||
      lines.length === 0 ||
      readFileSync(join(where, 'SHA256SUMS'), 'utf8') !== lines.join('')
    ) {
      throw new Failure(
        `The files in ${where} are not those of SHA256SUMS. Run the workflow again from its first job.`,
      );
    }
  }

  function assertTested() {
    const { check_runs: runs } = api(
      'GET',
      `repos/${repository}/commits/${commit}/check-runs?check_name=${CI}&per_page=100`,
    );
    if (
      !runs.some(
        ({ name, conclusion, app }) => name === CI && conclusion === 'success' && app?.slug === 'github-actions',
      )
    ) {
      throw new Failure(
        `The check "${CI}" has not passed for ${commit}. Wait until it has on main, then run this job again.`,
      );
    }
  }

  function assertSame(release, remedy) {
    const there = new Map((release.assets ?? []).map(({ name, digest }) => [name, digest]));
    const wrong = [...new Set([...there.keys(), ...sums.keys()])]
      .filter((name) => there.get(name) !== sums.get(name))
      .sort();
    if (wrong.length > 0)
      throw new Failure(`The release ${tag} has not the assets of this build: ${wrong.join(', ')}. ${remedy}`);
  }

  /** A fix of an older version is not the latest one. */
  function isNewest() {
    const own = numbersOf(tag);
    return !releasesOf(repository).some(
      ({ tag_name: name, draft }) => !draft && numbersOf(name) !== null && newer(numbersOf(name), own),
    );
  }
});
