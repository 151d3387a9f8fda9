import { z } from 'zod';
import type { Answer } from '../json-server.js';
import { apiOf, htmlOf, labelBody, nodeId, reactionsBody, userBody } from './bodies.js';
import {
  invalid,
  notFound,
  refuse,
  tooLong,
  type CommentRecord,
  type IssueRecord,
  type Operation,
  type PullRecord,
} from './model.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

/** GitHub refuses longer bodies of issues and comments. */
const MOST = 65_536;

export const isPull = (issue: IssueRecord): issue is PullRecord => 'mergeSha' in issue;
/** To all that we stand for here, a person or the program of the token is a member or has nothing to do with us. */
export const association = (login: string): string => (login.endsWith('[bot]') ? 'CONTRIBUTOR' : 'MEMBER');

export function issueBody(hub: GitHubState, issue: IssueRecord) {
  const url = `${apiOf(hub.site)}/issues/${issue.number}`;
  const pull = isPull(issue);
  const html = `${htmlOf(hub.site)}/${pull ? 'pull' : 'issues'}/${issue.number}`;
  const assignees = issue.assignees.map((login) => userBody(hub.site, login));
  return {
    url,
    repository_url: apiOf(hub.site),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: html,
    id: issue.id,
    node_id: nodeId(pull ? 'PullRequest' : 'Issue', issue.id),
    number: issue.number,
    title: issue.title,
    user: userBody(hub.site, issue.author),
    labels: issue.labels.map((name) => labelBody(hub.site, name)),
    state: issue.state,
    state_reason: issue.state === 'closed' && !pull ? 'completed' : null,
    locked: false,
    active_lock_reason: null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: hub.comments.filter((comment) => comment.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.createdAt,
    closed_at: issue.state === 'closed' ? issue.createdAt : null,
    closed_by: null,
    author_association: association(issue.author),
    body: issue.body,
    reactions: reactionsBody(url),
    performed_via_github_app: null,
    ...(pull
      ? {
          draft: issue.draft,
          pull_request: {
            url: `${apiOf(hub.site)}/pulls/${issue.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: issue.mergedAt,
          },
        }
      : {}),
  };
}

function commentBody(hub: GitHubState, comment: CommentRecord) {
  const url = `${apiOf(hub.site)}/issues/comments/${comment.id}`;
  const kind = hub.pulls.some(({ number }) => number === comment.issue) ? 'pull' : 'issues';
  return {
    url,
    html_url: `${htmlOf(hub.site)}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${apiOf(hub.site)}/issues/${comment.issue}`,
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    user: userBody(hub.site, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: association(comment.author),
    reactions: reactionsBody(url),
    performed_via_github_app: null,
  };
}

const text = z.looseObject({ body: z.string() });
const newIssue = z.looseObject({
  title: z.union([z.string(), z.number().transform(String)]),
  body: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])).default([]),
  assignees: z.array(z.string()).default([]),
});

const changedIssue = z.looseObject({ state: z.enum(['open', 'closed']).optional(), body: z.string().optional() });

function wrongText(body: string): Answer | undefined {
  if (body.trim() === '') return invalid({ resource: 'IssueComment', field: 'body', code: 'missing_field' });
  return body.length > MOST ? tooLong('IssueComment', 'body', MOST) : undefined;
}

export function issueOperations(hub: GitHubState): Operation[] {
  const find = (number: string | undefined): IssueRecord | undefined =>
    [...hub.issues, ...hub.pulls].find((issue) => String(issue.number) === number);
  const ofPull = (number: string | undefined): boolean => hub.pulls.some((pull) => String(pull.number) === number);
  /** A pull request is an issue: either permission lets a token talk in it, but only one of them in an issue. */
  const either = (access: 'read' | 'write', number: string | undefined): readonly string[] =>
    ofPull(number) ? [`issues:${access}`, `pull-requests:${access}`] : [`issues:${access}`];
  const without = (issue: IssueRecord | undefined): Answer | undefined => {
    if (!issue) return notFound();
    return !isPull(issue) && !hub.hasIssues ? refuse(410, 'Issues has been disabled in this repository.') : undefined;
  };
  return [
    {
      method: 'GET',
      path: '/issues/comments',
      // Either permission; without that for issues, GitHub shows those of pull requests only.
      needs: ['pull-requests:read'],
      docs: 'issues/comments#list-issue-comments-for-a-repository',
      run: (request) => {
        const since = request.query.get('since') ?? '';
        const found = hub.comments.filter(
          ({ updatedAt }) => since === '' || Date.parse(updatedAt) >= Date.parse(since),
        );
        return listAnswer(hub, request, found, (page) => page.map((comment) => commentBody(hub, comment)));
      },
    },
    {
      method: 'GET',
      path: '/issues/:number',
      needs: ({ number }) => either('read', number),
      docs: 'issues/issues#get-an-issue',
      run: (_, { number }) => {
        const issue = find(number);
        return without(issue) ?? { status: 200, body: issue && issueBody(hub, issue) };
      },
    },
    {
      method: 'GET',
      path: '/issues',
      needs: ['issues:read'],
      docs: 'issues/issues#list-repository-issues',
      run: (request) => {
        const [state, since] = [request.query.get('state') ?? 'open', request.query.get('since') ?? ''];
        const labels = (request.query.get('labels') ?? '').split(',').filter((name) => name !== '');
        const found = [...hub.issues, ...hub.pulls]
          .filter((issue) => state === 'all' || issue.state === state)
          .filter((issue) => labels.every((name) => issue.labels.includes(name)))
          .filter(
            ({ createdAt }) => since === '' || Date.parse(createdAt) >= Math.floor(Date.parse(since) / 1000) * 1000,
          )
          .reverse();
        return listAnswer(hub, request, found, (page) => page.map((issue) => issueBody(hub, issue)));
      },
    },
    {
      method: 'PATCH',
      path: '/issues/:number',
      needs: ({ number }) => either('write', number),
      docs: 'issues/issues#update-an-issue',
      run: ({ body: given }, { number }) => {
        const issue = find(number);
        const refused = without(issue);
        if (refused !== undefined || issue === undefined) return refused ?? notFound();
        const { state, body } = changedIssue.parse(given);
        if ((body ?? '').length > MOST) return tooLong('Issue', 'body', MOST);
        issue.state = state ?? issue.state;
        issue.body = body ?? issue.body;
        return { status: 200, body: issueBody(hub, issue) };
      },
    },
    {
      method: 'POST',
      path: '/issues',
      needs: ['issues:write'],
      docs: 'issues/issues#create-an-issue',
      run: ({ body: given }) => {
        if (!hub.hasIssues) return refuse(410, 'Issues has been disabled in this repository.');
        const { title, body, labels, assignees } = newIssue.parse(given);
        if (title.trim() === '') return invalid({ resource: 'Issue', field: 'title', code: 'missing_field' });
        if (title.length > 256) return tooLong('Issue', 'title', 256);
        if ((body ?? '').length > MOST) return tooLong('Issue', 'body', MOST);
        const issue = hub.addIssue({ title, body: body ?? null, labels, assignees, author: hub.login });
        const answer = issueBody(hub, issue);
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
    {
      method: 'GET',
      path: '/issues/:number/comments',
      needs: ({ number }) => either('read', number),
      docs: 'issues/comments#list-issue-comments',
      run: (request, { number }) => {
        const refused = without(find(number));
        if (refused) return refused;
        const since = request.query.get('since') ?? '';
        const found = hub.comments.filter(
          ({ issue, updatedAt }) => String(issue) === number && (since === '' || updatedAt >= since),
        );
        return listAnswer(hub, request, found, (page) => page.map((comment) => commentBody(hub, comment)));
      },
    },
    {
      method: 'POST',
      path: '/issues/:number/comments',
      needs: ({ number }) => either('write', number),
      docs: 'issues/comments#create-an-issue-comment',
      run: ({ body: given }, { number }) => {
        const refused = without(find(number));
        if (refused) return refused;
        const { body } = text.parse(given);
        const wrong = wrongText(body);
        if (wrong) return wrong;
        const answer = commentBody(hub, hub.addComment(Number(number), body));
        return { status: 201, headers: { location: answer.url }, body: answer };
      },
    },
    {
      method: 'PATCH',
      path: '/issues/comments/:id',
      needs: ({ id }) => either('write', String(hub.comments.find((comment) => String(comment.id) === id)?.issue)),
      docs: 'issues/comments#update-an-issue-comment',
      run: ({ body: given }, { id }) => {
        const comment = hub.comments.find((entry) => String(entry.id) === id);
        if (!comment) return notFound();
        const { body } = text.parse(given);
        const wrong = wrongText(body);
        if (wrong) return wrong;
        comment.body = body;
        comment.updatedAt = hub.timestamp();
        return { status: 200, body: commentBody(hub, comment) };
      },
    },
  ];
}
