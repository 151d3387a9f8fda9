import { z } from 'zod';
import { invalid, notFound, type Operation } from './model.js';
import { issueBody } from './issues.js';
import { listAnswer } from './pages.js';
import type { GitHubState } from './state.js';

const given = z.looseObject({ sub_issue_id: z.number().int() });
/** GitHub's limit for each parent; closed ones count. */
const MOST = 100;

export function subIssueOperations(hub: GitHubState): Operation[] {
  const find = (number: string | undefined) => hub.issues.find((issue) => String(issue.number) === number);
  const refused = (message: string) =>
    invalid({ resource: 'SubIssue', field: 'sub_issue_id', code: 'custom', message });
  return [
    {
      method: 'GET',
      path: '/issues/:number/sub_issues',
      needs: ['issues:read'],
      docs: 'issues/sub-issues#list-sub-issues',
      run: (request, { number }) => {
        const parent = find(number);
        if (!parent) return notFound();
        const ids = hub.subIssues.get(parent.number) ?? [];
        const found = ids.flatMap((id) => hub.issues.find((issue) => issue.id === id) ?? []);
        return listAnswer(hub, request, found, (page) => page.map((issue) => issueBody(hub, issue)));
      },
    },
    {
      method: 'GET',
      path: '/issues/:number/parent',
      needs: ['issues:read'],
      docs: 'issues/sub-issues#get-parent-issue',
      run: (_, { number }) => {
        const id = find(number)?.id;
        const [parent] = [...hub.subIssues].find(([, ids]) => id !== undefined && ids.includes(id)) ?? [];
        const issue = find(String(parent));
        return issue === undefined ? notFound() : { status: 200, body: issueBody(hub, issue) };
      },
    },
    {
      method: 'POST',
      path: '/issues/:number/sub_issues',
      needs: ['issues:write'],
      docs: 'issues/sub-issues#add-sub-issue',
      run: ({ body }, { number }) => {
        const { sub_issue_id: id } = given.parse(body);
        const [parent, child] = [find(number), hub.issues.find((issue) => issue.id === id)];
        if (!parent || !child) return notFound();
        if ([...hub.subIssues.values()].some((ids) => ids.includes(id))) {
          return refused('Issue may not contain duplicate sub-issues and Sub issue may only have one parent');
        }
        const ids = hub.subIssues.get(parent.number) ?? [];
        if (ids.length >= MOST) return refused('Parent cannot have more than 100 sub-issues');
        hub.subIssues.set(parent.number, [...ids, id]);
        return { status: 201, body: issueBody(hub, parent) };
      },
    },
  ];
}
