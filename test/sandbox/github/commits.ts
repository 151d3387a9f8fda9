import { apiOf, htmlOf, labelBody, nodeId, repositoryBody, userBody } from './bodies.js';
import { association } from './issues.js';
import { notFound, refuse, type CommitRecord, type Operation, type PullRecord } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

function commitBody(hub: GitHubState, commit: CommitRecord) {
  const { sha, message, author, createdAt } = commit;
  const url = `${apiOf(hub.site)}/commits/${sha}`;
  const tree = hub.treeOf(sha);
  const person = { name: author, email: `${author}@example.com`, date: createdAt };
  return {
    sha,
    node_id: nodeId('Commit', sha),
    commit: {
      author: person,
      committer: person,
      message,
      tree: { sha: tree, url: `${apiOf(hub.site)}/git/trees/${tree}` },
      url: `${apiOf(hub.site)}/git/commits/${sha}`,
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    url,
    html_url: `${htmlOf(hub.site)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    author: userBody(hub.site, author),
    committer: userBody(hub.site, author),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${apiOf(hub.site)}/commits/${parent}`,
      html_url: `${htmlOf(hub.site)}/commit/${parent}`,
    })),
  };
}

/** What only "Get a commit" tells. */
const filesOf = (hub: GitHubState, { sha, files = {} }: CommitRecord) =>
  Object.keys(files).map((filename) => ({
    ...{ sha: null, filename, status: 'modified', additions: 1, deletions: 0, changes: 1 },
    blob_url: `${htmlOf(hub.site)}/blob/${sha}/${filename}`,
    raw_url: `${htmlOf(hub.site)}/raw/${sha}/${filename}`,
    contents_url: `${apiOf(hub.site)}/contents/${filename}?ref=${sha}`,
  }));

export function pullBody(hub: GitHubState, pull: PullRecord) {
  const { number, fork } = pull;
  const url = `${apiOf(hub.site)}/pulls/${number}`;
  const issue = `${apiOf(hub.site)}/issues/${number}`;
  const html = `${htmlOf(hub.site)}/pull/${number}`;
  const head = pull.commits.at(-1) ?? '';
  const statuses = `${apiOf(hub.site)}/statuses/${head}`;
  const assignees = pull.assignees.map((login) => userBody(hub.site, login));
  const own = repositoryBody(hub.site, hub.facts);
  const side = (owner: string, ref: string, sha: string, repo: unknown) => ({
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: userBody(hub.site, owner, owner === hub.site.owner ? 'Organization' : 'User'),
    repo,
  });
  const from = fork === null ? hub.site : hub.siteOf(fork);
  const base = hub.branches.get(pull.base) ?? hub.head;
  return {
    url,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userBody(hub.site, pull.author),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.mergedAt ?? pull.createdAt,
    closed_at: pull.state === 'closed' ? (pull.mergedAt ?? pull.createdAt) : null,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((name) => ({ ...labelBody(hub.site, name), description: '' })),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${url.replace(/\/\d+$/, '')}/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    head: side(from.owner, pull.branch, head, fork === null ? own : repositoryBody(from, hub.facts, true)),
    base: side(hub.site.owner, pull.base, base, own),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${url.replace(/\/\d+$/, '')}/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** What only "Get a pull request" tells. */
export function fullPull(hub: GitHubState, pull: PullRecord) {
  const merged = pull.mergedAt !== null;
  return {
    ...pullBody(hub, pull),
    merged,
    mergeable: merged ? null : true,
    rebaseable: merged ? null : true,
    mergeable_state: merged ? 'unknown' : 'clean',
    merged_by: merged ? userBody(hub.site, pull.author) : null,
    comments: hub.comments.filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits.length,
    additions: pull.commits.length,
    deletions: 0,
    changed_files: 1,
  };
}

export function commitOperations(hub: GitHubState): Operation[] {
  return [
    {
      method: 'GET',
      path: '/compare/:basehead*',
      needs: ['contents:read'],
      docs: 'commits/commits#compare-two-commits',
      run: (request, { basehead = '' }) => {
        const [from = '', to = ''] = basehead.split('...');
        const [base, head] = [hub.commitOf(from), hub.commitOf(to)];
        const start = base && head && hub.mergeBase(base.sha, head.sha);
        if (!base || !head || !start) return notFound();
        const ahead = hub.missing(base.sha, head.sha);
        const behind = hub.missing(head.sha, base.sha);
        const url = `${apiOf(hub.site)}/compare/${basehead}`;
        const html = `${htmlOf(hub.site)}/compare/${basehead}`;
        const [ownerBase, ownerHead] = [base, head].map(({ sha }) => `${hub.site.owner}:${sha.slice(0, 7)}`);
        const status =
          ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical';
        const body = (page: readonly CommitRecord[]) => ({
          url,
          html_url: html,
          permalink_url: `${htmlOf(hub.site)}/compare/${ownerBase ?? ''}...${ownerHead ?? ''}`,
          diff_url: `${html}.diff`,
          patch_url: `${html}.patch`,
          base_commit: commitBody(hub, base),
          merge_base_commit: commitBody(hub, start),
          status,
          ahead_by: ahead.length,
          behind_by: behind.length,
          total_commits: ahead.length,
          commits: page.map((commit) => commitBody(hub, commit)),
          files: [],
        });
        // Without pages it is the first 250; with them, 100 at most as everywhere.
        const paged = request.query.has('page') || request.query.has('per_page');
        return listAnswer(hub, request, ahead, body, paged ? undefined : { size: 250, most: 250 });
      },
    },
    {
      method: 'GET',
      path: '/commits/:sha',
      needs: ['contents:read'],
      docs: 'commits/commits#get-a-commit',
      run: (_, { sha: ref = '' }) => {
        const commit = hub.commitOf(ref);
        if (!commit) return refuse(422, `No commit found for SHA: ${ref}`);
        return { status: 200, body: { ...commitBody(hub, commit), files: filesOf(hub, commit) } };
      },
    },
    {
      method: 'GET',
      path: '/commits/:sha*/pulls',
      needs: ['pull-requests:read', 'contents:read'],
      docs: 'commits/commits#list-pull-requests-associated-with-a-commit',
      run: (request, { sha: ref = '' }) => {
        const commit = hub.commitOf(ref);
        if (!commit) return refuse(422, `No commit found for SHA: ${ref}`);
        const live = hub.missing(hub.head, commit.sha).length === 0;
        const found = hub.pulls.filter(
          ({ commits, mergeSha, mergedAt }) =>
            (mergeSha === commit.sha || commits.includes(commit.sha)) && (!live || mergedAt !== null),
        );
        return listAnswer(hub, request, found, (page) => page.map((pull) => pullBody(hub, pull)));
      },
    },
  ];
}
