import type { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Json } from '../../runtime/json.js';
import type { HttpResponse, HttpRequest } from '../../runtime/context.js';

const PAGE = 100;
/** GitHub's own jobs cannot run while it is down for long: better an error soon than a silent wait. */
const DEADLINE_MS = 30_000;

/** One request to GitHub's REST API, below `/repos/{owner}/{repo}`. */
export interface GitHubRequest {
  /** For messages: "read environment production". */
  readonly what: string;
  /** Below the repository, beginning with a slash; '' is the repository itself. */
  readonly path: string;
  readonly method?: HttpRequest['method'];
  readonly query?: HttpRequest['query'];
  readonly json?: Json;
  /** Permission of the token that a 403 means is missing, as a workflow writes it: `actions: read`. */
  readonly permission: string;
  readonly accept?: readonly number[];
  /** True for a POST that may be sent twice without harm. */
  readonly repeatable?: boolean;
}

/** The REST API of the one repository that this run belongs to. */
export interface GitHub {
  /** `owner/name` */
  readonly repository: string;
  /** @throws HttpFailure */
  request<T>(request: GitHubRequest, schema: z.ZodType<T>): Promise<HttpResponse<T>>;
  /**
   * Every page of a list: the first tells how many there are, where the answer says so; else one after the other.
   * @param itemsOf the items of one page, and their total number where the answer holds it
   */
  all<P, T>(
    request: GitHubRequest,
    schema: z.ZodType<P>,
    itemsOf: (page: P) => { readonly items: readonly T[]; readonly total?: number },
  ): Promise<T[]>;
  /** Address and headers for a download that is streamed rather than parsed. */
  download(path: string): { readonly url: string; readonly headers: Readonly<Record<string, string>> };
}

/**
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY say who asks whom about what, as Actions sets them.
 * @throws RewindError credential-missing
 */
export function createGitHub(ctx: Context): GitHub {
  const repository = ctx.credentials.address('GITHUB_REPOSITORY', '');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
      remedy: 'GitHub Actions sets it; elsewhere set GITHUB_REPOSITORY=owner/name.',
    });
  }
  const token = ctx.credentials.require('GITHUB_TOKEN');
  const base = `${ctx.credentials.address('GITHUB_API_URL', 'https://api.github.com')}/repos/${repository}`;
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  };
  const request: GitHub['request'] = ({ path, what, method, query, json, permission, accept, repeatable }, schema) =>
    ctx.http.request(
      {
        service: 'GitHub',
        what,
        method: method ?? 'GET',
        url: `${base}${path}`,
        headers,
        deadlineMs: DEADLINE_MS,
        permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
        ...(query === undefined ? {} : { query }),
        ...(json === undefined ? {} : { json }),
        ...(accept === undefined ? {} : { accept }),
        ...(repeatable === undefined ? {} : { repeatable }),
      },
      schema,
    );
  return {
    repository,
    request,
    all: async (asked, schema, itemsOf) => {
      const page = async (number: number) =>
        itemsOf((await request({ ...asked, query: { ...asked.query, per_page: PAGE, page: number } }, schema)).data);
      const first = await page(1);
      const items = [...first.items];
      if (first.total !== undefined) {
        const count = Math.ceil(first.total / PAGE);
        const rest = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => page(index + 2)));
        return [...items, ...rest.flatMap((entry) => entry.items)];
      }
      for (let number = 2, last = first; last.items.length === PAGE; number += 1) {
        last = await page(number);
        items.push(...last.items);
      }
      return items;
    },
    download: (path) => ({ url: `${base}${path}`, headers }),
  };
}
