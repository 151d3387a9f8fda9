import { createHash } from 'node:crypto';
import { z } from 'zod';
import { apiOf, htmlOf, nodeId } from './bodies.js';
import { notFound, refuse, type CommitRecord, type Operation } from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

const person = z.looseObject({ name: z.string(), email: z.string(), date: z.string() });
const newCommit = z.looseObject({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: person,
});
const newRef = z.looseObject({ ref: z.string(), sha: z.string() });

export function gitCommitBody(hub: GitHubState, commit: CommitRecord) {
  const { sha, message, author, createdAt, parents } = commit;
  const by = { name: author, email: `${author}@example.com`, date: createdAt };
  const tree = hub.treeOf(sha);
  const git = `${apiOf(hub.site)}/git`;
  const html = `${htmlOf(hub.site)}/commit`;
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: `${git}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    author: by,
    committer: by,
    message,
    tree: { sha: tree, url: `${git}/trees/${tree}` },
    parents: parents.map((one) => ({ sha: one, url: `${git}/commits/${one}`, html_url: `${html}/${one}` })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

function refBody(hub: GitHubState, name: string, sha: string) {
  const ref = `refs/heads/${name}`;
  const git = `${apiOf(hub.site)}/git`;
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: `${git}/${ref}`,
    object: { sha, type: 'commit', url: `${git}/commits/${sha}` },
  };
}

const PULL_REQUEST = {
  allowed_merge_methods: ['merge', 'squash', 'rebase'],
  dismiss_stale_reviews_on_push: true,
  require_code_owner_review: false,
  require_last_push_approval: true,
  required_approving_review_count: 1,
  required_review_thread_resolution: false,
};

/** References and commits of Git, without files: a commit has the tree that it is given. */
export function gitOperations(hub: GitHubState): Operation[] {
  return [
    {
      method: 'GET',
      path: '/git/matching-refs/:ref*',
      needs: ['contents:read'],
      docs: 'git/refs#list-matching-references',
      run: (_, { ref = '' }) => {
        const prefix = ref.replace(/^heads\//, '');
        const found = [...hub.branches].filter(([name]) => name.startsWith(prefix));
        return { status: 200, body: found.map(([name, sha]) => refBody(hub, name, sha)) };
      },
    },
    {
      method: 'GET',
      path: '/rules/branches/:branch*',
      needs: [],
      docs: 'repos/rules#get-rules-for-a-branch',
      run: (request, { branch = '' }) => {
        if (!hub.rulesets)
          return refuse(403, 'Upgrade to GitHub Pro or make this repository public to enable this feature.');
        const found = hub.rules.filter(({ prefix }) => branch.startsWith(prefix));
        const source = `${hub.owner}/${hub.name}`;
        return listAnswer(hub, request, found, (page) =>
          page.map(({ type }) => ({
            ...{ type, ruleset_source_type: 'Repository', ruleset_source: source, ruleset_id: 1 },
            ...(type === 'pull_request' ? { parameters: PULL_REQUEST } : {}),
          })),
        );
      },
    },
    {
      method: 'GET',
      path: '/git/ref/:ref*',
      needs: ['contents:read'],
      docs: 'git/refs#get-a-reference',
      run: (_, { ref = '' }) => {
        const name = ref.replace(/^heads\//, '');
        const sha = hub.branches.get(name);
        return sha === undefined ? notFound() : { status: 200, body: refBody(hub, name, sha) };
      },
    },
    {
      method: 'POST',
      path: '/git/refs',
      needs: ['contents:write'],
      docs: 'git/refs#create-a-reference',
      run: ({ body }) => {
        const { ref, sha } = newRef.parse(body);
        if (!ref.startsWith('refs/heads/')) return refuse(422, 'Reference name must start with refs/heads/');
        const name = ref.slice('refs/heads/'.length);
        if (hub.branches.has(name)) return refuse(422, 'Reference already exists');
        if (!hub.commits.some((commit) => commit.sha === sha)) return refuse(422, 'Object does not exist');
        hub.branches.set(name, sha);
        const answer = refBody(hub, name, sha);
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
    {
      method: 'GET',
      path: '/git/commits/:sha',
      needs: ['contents:read'],
      docs: 'git/commits#get-a-commit-object',
      run: (_, { sha }) => {
        const commit = hub.commits.find((one) => one.sha === sha);
        return commit === undefined ? notFound() : { status: 200, body: gitCommitBody(hub, commit) };
      },
    },
    {
      method: 'POST',
      path: '/git/commits',
      needs: ['contents:write'],
      docs: 'git/commits#create-a-commit',
      run: ({ body }) => {
        const { message, tree, parents, author } = newCommit.parse(body);
        const isKnown = (sha: string): boolean => hub.commits.some((commit) => commit.sha === sha);
        if (!parents.every(isKnown)) return refuse(422, 'Parent SHA does not exist');
        if (!hub.commits.some(({ sha }) => hub.treeOf(sha) === tree)) return refuse(422, 'Tree SHA does not exist');
        // As in Git, the same content is the same commit.
        const content = JSON.stringify([message, tree, parents, author]);
        const sha = createHash('sha1').update(content).digest('hex');
        const commit = { sha, message, author: author.name, createdAt: author.date, parents, tree };
        if (!isKnown(sha)) hub.commits.push(commit);
        const answer = gitCommitBody(hub, commit);
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
  ];
}
