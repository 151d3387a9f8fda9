import { createHash } from 'node:crypto';

/** Addresses that bodies are full of. */
export interface Site {
  /** Of the API: `http://127.0.0.1:1234` */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  /** New login of a person to the former one: the id stays. */
  readonly renamed?: ReadonlyMap<string, string>;
}

const HTML = 'https://github.com';

export const nodeId = (kind: string, id: number | string): string =>
  Buffer.from(`${kind}:${id}`).toString('base64').replace(/=+$/, '');

/** The same number for the same name, without a table of names. */
export const idOf = (name: string): number =>
  (createHash('sha256').update(name).digest().readUInt32BE() % 90_000_000) + 1_000_000;

export const apiOf = ({ api, owner, name }: Site): string => `${api}/repos/${owner}/${name}`;
export const htmlOf = ({ owner, name }: Site): string => `${HTML}/${owner}/${name}`;

export function userBody({ api, renamed }: Site, login: string, type = login.endsWith('[bot]') ? 'Bot' : 'User') {
  const id = login === 'github-actions[bot]' ? 41_898_282 : idOf(renamed?.get(login) ?? login);
  const path = encodeURIComponent(login);
  const url = `${api}/users/${path}`;
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: login.endsWith('[bot]') ? `${HTML}/apps/${login.slice(0, -5)}` : `${HTML}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

export function teamBody(site: Site, slug: string) {
  const id = idOf(`team/${slug}`);
  const url = `${site.api}/organizations/${idOf(site.owner)}/team/${id}`;
  return {
    name: slug,
    id,
    node_id: nodeId('Team', id),
    slug,
    description: '',
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    url,
    html_url: `${HTML}/orgs/${site.owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    permission: 'pull',
    type: 'organization',
    organization_id: idOf(site.owner),
    parent: null,
  };
}

/** What comes with runs and other things: the short form. */
export function shortRepository(site: Site, isPrivate: boolean, fork = false) {
  const { owner, name } = site;
  const id = idOf(`${owner}/${name}`);
  const url = apiOf(site);
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: `${owner}/${name}`,
    private: isPrivate,
    owner: userBody(site, owner, fork ? 'User' : 'Organization'),
    html_url: htmlOf(site),
    description: null,
    fork,
    url,
    forks_url: `${url}/forks`,
    keys_url: `${url}/keys{/key_id}`,
    collaborators_url: `${url}/collaborators{/collaborator}`,
    teams_url: `${url}/teams`,
    hooks_url: `${url}/hooks`,
    issue_events_url: `${url}/issues/events{/number}`,
    events_url: `${url}/events`,
    assignees_url: `${url}/assignees{/user}`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/git/blobs{/sha}`,
    git_tags_url: `${url}/git/tags{/sha}`,
    git_refs_url: `${url}/git/refs{/sha}`,
    trees_url: `${url}/git/trees{/sha}`,
    statuses_url: `${url}/statuses/{sha}`,
    languages_url: `${url}/languages`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    subscribers_url: `${url}/subscribers`,
    subscription_url: `${url}/subscription`,
    commits_url: `${url}/commits{/sha}`,
    git_commits_url: `${url}/git/commits{/sha}`,
    comments_url: `${url}/comments{/number}`,
    issue_comment_url: `${url}/issues/comments{/number}`,
    contents_url: `${url}/contents/{+path}`,
    compare_url: `${url}/compare/{base}...{head}`,
    merges_url: `${url}/merges`,
    archive_url: `${url}/{archive_format}{/ref}`,
    downloads_url: `${url}/downloads`,
    issues_url: `${url}/issues{/number}`,
    pulls_url: `${url}/pulls{/number}`,
    milestones_url: `${url}/milestones{/number}`,
    notifications_url: `${url}/notifications{?since,all,participating}`,
    labels_url: `${url}/labels{/name}`,
    releases_url: `${url}/releases{/id}`,
    deployments_url: `${url}/deployments`,
  };
}

export interface RepositoryFacts {
  readonly visibility: string;
  readonly defaultBranch: string;
  readonly openIssues: number;
  readonly hasIssues: boolean;
  readonly changedAt: string;
}

/** What comes with pull requests: everything but the settings. */
export function repositoryBody(site: Site, facts: RepositoryFacts, fork = false) {
  const path = `${site.owner}/${site.name}`;
  return {
    ...shortRepository(site, facts.visibility !== 'public', fork),
    created_at: '2025-01-02T03:04:05Z',
    updated_at: facts.changedAt,
    pushed_at: facts.changedAt,
    git_url: `git://github.com/${path}.git`,
    ssh_url: `git@github.com:${path}.git`,
    clone_url: `${HTML}/${path}.git`,
    svn_url: `${HTML}/${path}`,
    homepage: null,
    size: 108,
    stargazers_count: 0,
    watchers_count: 0,
    language: 'TypeScript',
    has_issues: facts.hasIssues,
    has_projects: true,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: facts.openIssues,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: facts.visibility,
    forks: 0,
    open_issues: facts.openIssues,
    watchers: 0,
    default_branch: facts.defaultBranch,
  };
}

/** The answer to "Get a repository". */
export function fullRepository(site: Site, facts: RepositoryFacts) {
  return {
    ...repositoryBody(site, facts),
    permissions: { admin: false, maintain: false, push: false, triage: false, pull: true },
    temp_clone_token: '',
    custom_properties: {},
    organization: userBody(site, site.owner, 'Organization'),
    network_count: 0,
    subscribers_count: 1,
  };
}

export const reactionsBody = (url: string) => ({
  url: `${url}/reactions`,
  total_count: 0,
  '+1': 0,
  '-1': 0,
  laugh: 0,
  hooray: 0,
  confused: 0,
  heart: 0,
  rocket: 0,
  eyes: 0,
});

export const labelBody = (site: Site, name: string) => ({
  id: idOf(`label/${name}`),
  node_id: nodeId('Label', name),
  url: `${apiOf(site)}/labels/${encodeURIComponent(name)}`,
  name,
  color: 'ededed',
  default: false,
  description: null,
});
