import { types } from 'node:util';
import type { getOctokit } from '@actions/github';
import { z } from 'zod';
import type { Context, HttpRequest, HttpResponse } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure, serviceMessage } from '../../runtime/http-failure.js';
import { loadActionsGitHub } from './workflow-run.js';

const PAGE = 100;
/** Short, because a job cannot outlast an outage of GitHub: it fails early instead of waiting. */
const DEADLINE_MS = 30_000;
/** All waits of one client for GitHub's limits together. The hourly quota can be further away than that. */
const PATIENCE_MS = 180_000;
/** GitHub asks for a minute at least, where it does not say how long. */
const UNSAID_MS = 60_000;
/** A service that asks for no wait at all must not be asked without end. */
const LEAST_WAIT_MS = 1_000;

const viewer = z.looseObject({
  data: z.looseObject({ viewer: z.looseObject({ login: z.string() }) }).nullish(),
});

type Octokit = ReturnType<typeof getOctokit>;
/** Octokit's typed REST methods. */
export type Rest = Octokit['rest'];

/** The repository of this run and the transport: part of the parameters of every REST method. */
export type Target = {
  readonly owner: string;
  readonly repo: string;
  readonly headers: Record<string, string>;
  readonly request: { readonly fetch: unknown };
};

/** Calls one REST method: `(rest, target) => rest.repos.get(target)`. */
export type Send<More = unknown> = (rest: Rest, target: Target & More) => Promise<unknown>;

/** Describes one request for errors and retries. */
export interface GitHubCall {
  /** For messages: "read environment production". */
  readonly what: string;
  /** The permission that is missing after a 403, in workflow syntax: `actions: read`. */
  readonly permission: string;
  /** True for a POST or PATCH that can be repeated. */
  readonly repeatable?: boolean | undefined;
}

/** The REST API of the one repository that this run belongs to. */
export interface GitHub {
  /** `owner/name` */
  readonly repository: string;
  /**
   * Sends one request and parses the response with the schema.
   * @throws HttpFailure
   */
  request<T>(call: GitHubCall, schema: z.ZodType<T>, send: Send): Promise<T>;
  /** Like `request`, but null if GitHub responds with 404. */
  find<T>(call: GitHubCall, schema: z.ZodType<T>, send: Send): Promise<T | null>;
  /**
   * Reads all pages of a list: in parallel if the first response contains the total, else sequentially.
   * @param itemsOf the items of one page, and their total if the response contains it
   */
  all<P, T>(
    call: GitHubCall,
    schema: z.ZodType<P>,
    itemsOf: (page: P) => { readonly items: readonly T[]; readonly total?: number },
    send: Send<{ readonly per_page: number; readonly page: number }>,
  ): Promise<T[]>;
  /**
   * The login of the token, e.g. `my-app[bot]`; null if GitHub does not tell. Only GraphQL tells it to the token of an app.
   */
  login(): Promise<string | null>;
  /** URL and headers for a download that is streamed, not parsed. */
  download(path: string): { readonly url: string; readonly headers: Readonly<Record<string, string>> };
}

/**
 * Octokit builds the requests (typed routes, parameters, authentication). Our HTTP client sends them: deadlines,
 * retries, limits and errors are the same for every service. See docs/adr/0012-octokit-over-our-http-client.md.
 *
 * GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY come from the environment, as Actions sets them.
 * @param given a token in place of GITHUB_TOKEN
 * @param patienceMs how long all waits for GitHub's limits may take together; 0 for what nobody must wait for
 * @throws RewindError credential-missing
 */
export function createGitHub(ctx: Context, given?: string, patienceMs = PATIENCE_MS): GitHub {
  const repository = ctx.env.text('GITHUB_REPOSITORY') ?? '';
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new RewindError('credential-missing', 'GITHUB_REPOSITORY does not name the repository.', {
      remedy: 'GitHub Actions sets it. Elsewhere, set GITHUB_REPOSITORY=owner/name.',
    });
  }
  const token = given ?? ctx.env.token('GITHUB_TOKEN');
  const baseUrl = ctx.env.url('GITHUB_API_URL', 'https://api.github.com');
  const headers = { 'x-github-api-version': '2022-11-28' };
  let octokit: Promise<Octokit> | undefined;

  const once = async <T>(call: GitHubCall, schema: z.ZodType<T>, send: Send): Promise<T> => {
    const { rest } = await (octokit ??= loadOctokit(ctx, token, baseUrl));
    const responses: HttpResponse<T>[] = [];
    const fetch = async (url: string, init: OctokitInit): Promise<Response> => {
      const response = await ctx.http.request(requestOf(call, url, init), schema);
      responses.push(response);
      return Response.json(response.data ?? null);
    };
    try {
      await send(rest, { owner, repo, headers, request: { fetch } });
    } catch (error) {
      throw unwrapped(error);
    }
    const [response] = responses;
    if (response === undefined) throw new RewindError('internal', `Octokit sent no request to ${call.what}.`);
    return response.data;
  };

  let patience = patienceMs;
  let pause: Promise<void> | undefined;
  /** Requests that meet the limit at the same time wait together. @throws HttpFailure */
  const waitForLimit = (error: HttpFailure): Promise<void> => {
    if (pause !== undefined) return pause;
    const wait = Math.max(error.retryAfterMs ?? UNSAID_MS, LEAST_WAIT_MS) * (1 + ctx.random() / 10);
    if (wait > patience) throw overLimit(ctx, error);
    patience -= wait;
    ctx.log.info(`GitHub limits the requests of this repository: waiting ${Math.ceil(wait / 1000)} s.`);
    pause = ctx.clock.sleep(wait, ctx.signal).finally(() => (pause = undefined));
    return pause;
  };
  const request = async <T>(call: GitHubCall, schema: z.ZodType<T>, send: Send): Promise<T> => {
    for (;;) {
      try {
        return await once(call, schema, send);
      } catch (error) {
        if (!(error instanceof HttpFailure) || error.code !== 'api-rate-limited') throw error;
        await waitForLimit(error);
      }
    }
  };

  let login: Promise<string | null> | undefined;
  const readLogin = async (): Promise<string | null> => {
    const { data } = await ctx.http.request(
      {
        ...{ service: 'GitHub', what: 'read the login of the token', method: 'POST', repeatable: true },
        // GitHub Enterprise Server: /api/v3 and /api/graphql.
        url: ctx.env.url('GITHUB_GRAPHQL_URL', `${baseUrl.replace(/\/v3$/, '')}/graphql`),
        headers: { authorization: `Bearer ${token}` },
        json: { query: '{ viewer { login } }' },
        deadlineMs: DEADLINE_MS,
      },
      viewer,
    );
    return data.data?.viewer.login ?? null;
  };

  return {
    repository,
    request,
    login: () => (login ??= readLogin().catch(() => null)),
    find: async (call, schema, send) => {
      try {
        return await request(call, schema, send);
      } catch (error) {
        if (error instanceof HttpFailure && error.status === 404) return null;
        throw error;
      }
    },
    all: async (call, schema, itemsOf, send) => {
      const read = async (page: number) =>
        itemsOf(await request(call, schema, (rest, target) => send(rest, { ...target, per_page: PAGE, page })));
      const first = await read(1);
      const items = [...first.items];
      if (first.total !== undefined) {
        const count = Math.ceil(first.total / PAGE);
        const others = await Promise.all(Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2)));
        return [...items, ...others.flatMap((page) => page.items)];
      }
      for (let page = 2, last = first; last.items.length === PAGE; page += 1) {
        last = await read(page);
        items.push(...last.items);
      }
      return items;
    },
    download: (path) => ({
      url: `${baseUrl}/repos/${repository}${path}`,
      headers: { ...headers, authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    }),
  };
}

/** Every workflow of a repository takes from the same hourly quota, 1,000 requests with GITHUB_TOKEN. */
function overLimit(ctx: Context, { message, status, body, retryAfterMs }: HttpFailure): HttpFailure {
  const until = retryAfterMs === undefined ? undefined : new Date(ctx.clock.now().getTime() + retryAfterMs);
  const when = until === undefined ? 'in some minutes' : `after ${until.toISOString().slice(11, 16)} UTC`;
  const remedy = `Run again ${when}. The requests of all workflows of the repository count for this limit: see which of them send many, or give Rewind the token of a GitHub App (github-token), which has its own.`;
  return new HttpFailure('api-rate-limited', message, { remedy, retryAfterMs }, status, body);
}

/** The options that Octokit passes to fetch. */
interface OctokitInit {
  readonly method: HttpRequest['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

function requestOf({ what, permission, repeatable }: GitHubCall, url: string, init: OctokitInit): HttpRequest {
  const { method, headers, body } = init;
  return {
    service: 'GitHub',
    what,
    method,
    url,
    headers,
    body,
    repeatable,
    deadlineMs: DEADLINE_MS,
    // A secondary limit may come with status 403 and without a header; it says nothing about permissions.
    isThrottled: (refused) => /secondary rate limit/i.test(serviceMessage(refused)),
    permission: `"${permission}" of the job (permissions: in the workflow, of the caller too)`,
  };
}

/** Loads Octokit with the first request, so that other commands start faster. */
async function loadOctokit(ctx: Context, token: string, baseUrl: string): Promise<Octokit> {
  const { getOctokit } = await loadActionsGitHub();
  // Suppresses Octokit's notes (deprecated routes): the operator cannot act on them.
  const debug = (message: string): void => ctx.log.debug(`Octokit: ${message}`);
  return getOctokit(token, { baseUrl, userAgent: 'rewind', log: { debug, info: debug, warn: debug, error: debug } });
}

/** Octokit wraps an error of fetch in its own. Our error, with code and remedy, is the cause. */
function unwrapped(error: unknown): unknown {
  return types.isNativeError(error) && error.cause instanceof RewindError ? error.cause : error;
}
