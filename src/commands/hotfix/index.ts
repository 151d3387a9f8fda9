import { choose } from '../../cli/choose.js';
import { defineCommand } from '../../cli/command.js';
import { underLock } from '../../cli/environment-lock.js';
import { FLAGS } from '../../cli/flags.js';
import { openIncidentsOf } from '../../cli/incident.js';
import type { Releases } from '../../engine/history.js';
import type { Entry } from '../../incident/entry.js';
import { readEntries } from '../../incident/record.js';
import { isInEffect, rollbacksOf } from '../../incident/status.js';
import { codeSpan, escapeText } from '../../runtime/markdown.js';
import { RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { createGitHub } from '../../services/github/client.js';
import { openHotfix, switchTo } from './open.js';

/** Fix forward: changes nothing in production and no existing branch. */
export default defineCommand({
  name: 'hotfix',
  summary: 'Open a branch and a draft pull request for a fix, from the last good commit. Changes no existing branch.',
  flags: { snapshot: FLAGS.snapshot },
  examples: ['hotfix', 'hotfix --snapshot previous'],
  notes: [
    'The branch begins at the commit of the deployment that the snapshot shows. After a rollback, the default is the snapshot that production returned to. "decide" says when a fix is the better choice.',
    'The token needs "contents: write" and "pull-requests: write", and the repository must allow Actions to create pull requests (Settings, Actions, General). Pull requests that the token of a job creates start no workflow: push the fix yourself.',
    'If .github/workflows differs between the two commits, GitHub does not let the token of a job create the branch. Run the command with your own GITHUB_TOKEN then.',
  ],
  outputs: ['snapshot-id'],
  async run(session) {
    const { inputs, context } = session;
    const project = await session.open();
    const { store, config } = project;
    const [incident = null] = await openIncidentsOf(session, store, config.environment);
    const restored = incident === null ? null : restoredBy(await readEntries(store, config.environment, incident.id));
    const isGiven = inputs.given.has('snapshot');
    const selector = isGiven ? inputs.snapshot : (restored ?? inputs.snapshot);
    const { manifest, history } = await choose(session, project, selector);
    if (!isGiven && manifest.reason === 'pre-rollback') {
      throw new RewindError(
        'input-invalid',
        `Production was returned to ${manifest.id}, the state before a rollback.`,
        {
          remedy:
            'Choose the snapshot of the last good release: "rewind hotfix --snapshot ID". "rewind list" shows all.',
        },
      );
    }
    const commit = commitOf((await history.entry(manifest.id)).releases, manifest.id);
    // With the commit: a hotfix from another one is another branch.
    const branch = `rewind/hotfix-${incident === null ? '' : `${incident.id}-`}${commit.slice(0, 12)}`;
    const given = { snapshot: manifest.id, commit, branch, incident };
    // Two runs at once could each open a pull request. No environment begins with "_".
    const own = { store, config: { ...config, environment: `_hotfix-${config.environment}` } };
    const { hotfix, pull, created } = await underLock(session, own, 'hotfix', null, () =>
      openHotfix(createGitHub(context), given),
    );
    const kind = `${pull.draft ? 'draft ' : ''}pull request`;
    const state = created ? `Opened a ${kind}` : `A ${kind} is open already`;
    return {
      exit: 0,
      json: toJson({ environment: config.environment, ...hotfix, incident: incident?.id ?? null, pull, created }),
      text: [`${state}: ${pull.url}`, `Branch ${branch}, from commit ${commit}.`, `  $ ${switchTo(branch)}`].join('\n'),
      summary: `${escapeText(state)}: ${escapeText(pull.url)}\n\nBranch ${codeSpan(branch)}, from commit ${codeSpan(commit)}.\n`,
      outputs: { 'snapshot-id': manifest.id },
    };
  },
});

/** The snapshot that a rollback returned to and no undo left; null: there is none. `latest` is an older one after a rollback. */
const restoredBy = (entries: readonly Entry[]): string | null =>
  rollbacksOf(entries).findLast((entry) => entry.data.ok && isInEffect(entries, entry))?.data.snapshot ?? null;

/** @throws RewindError input-invalid unless all deployments of the snapshot have one commit */
function commitOf(releases: Releases, snapshot: string): string {
  const commits = [...new Set([...releases.values()].flatMap(({ commit }) => commit ?? []))];
  const [commit] = commits;
  if (commit !== undefined && commits.length === 1) return commit;
  const found = commits.length === 0 ? 'no commit' : `several commits: ${commits.join(', ')}`;
  throw new RewindError('input-invalid', `The deployments of snapshot ${snapshot} show ${found}.`, {
    remedy: 'Choose another snapshot with --snapshot, or make the branch with: git switch -c hotfix COMMIT',
  });
}
