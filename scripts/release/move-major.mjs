// Moves the tag of the major version (v1) to the release of this run (v1.2.3). It never goes back, and never to what is
// not an immutable release. `v1` is a plain tag: a release of that name could not move.
import { api, Failure, newer, numbersOf, releasesOf, run, target } from './gh.mjs';

run(() => {
  const { repository, tag, commit } = target();
  const own = numbersOf(tag);
  const major = `v${own[0]}`;
  const releases = releasesOf(repository).filter(({ draft }) => draft === false);
  if (!releases.some(({ tag_name: name, immutable }) => name === tag && immutable === true)) {
    throw new Failure(`${tag} is no immutable release, so ${major} stays where it is. Run the job "Publish" first.`);
  }
  const later = releases
    .map(({ tag_name: name }) => name)
    .find((name) => numbersOf(name)?.[0] === own[0] && newer(numbersOf(name), own));
  if (later !== undefined) {
    console.log(`${major} stays where it is: ${later} is newer than ${tag}.`);
    return;
  }
  const path = `repos/${repository}/git/refs/tags/${major}`;
  if (read() === undefined) api('POST', `repos/${repository}/git/refs`, { ref: `refs/tags/${major}`, sha: commit });
  else if (read() !== commit) api('PATCH', path, { sha: commit, force: true });
  if (read() !== commit) throw new Failure(`${major} is not at ${commit}. Run this job again.`);
  console.log(`${major} is ${tag}, ${commit}.`);

  /** The commit of the tag; undefined: there is no such tag. */
  function read() {
    try {
      return api('GET', `repos/${repository}/git/ref/tags/${major}`).object.sha;
    } catch (error) {
      if (error instanceof Failure && error.missing === true) return undefined;
      throw error;
    }
  }
});
