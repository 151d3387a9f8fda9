import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import type { Answer, Route, SandboxRequest } from '../json-server.js';
import { artifactOperations, artifactsOfRun, readBlob, uploadArtifact } from './artifacts.js';
import { fullRepository } from './bodies.js';
import { collaboratorOperations } from './collaborators.js';
import { commitOperations } from './commits.js';
import { contentOperations } from './contents.js';
import { deploymentOperations } from './deployments.js';
import { environmentOperations } from './environments.js';
import { gitOperations } from './git.js';
import { issueOperations } from './issues.js';
import { notFound, refuse, unfit, type GitHubOptions, type Operation } from './model.js';
import { commitStatusOperations } from './commit-statuses.js';
import { pullOperations } from './pulls.js';
import { runOperations } from './runs.js';
import { securityOperations } from './security.js';
import { GitHubState } from './state.js';
import { subIssueOperations } from './sub-issues.js';

const DOCS = 'https://docs.github.com/rest';

/**
 * A stateful loopback double of the part of GitHub's REST API that Rewind uses, for one repository. Held against GitHub's
 * own description by test/peers/github-openapi.test.ts. Beyond the API there are three addresses: `/_blob/…` is the
 * storage that downloads are redirected to, `/_upload` and `/_artifacts` serve the stand-ins of GitHub's artifact actions.
 */
export class GitHubSandbox extends GitHubState {
  constructor(options: GitHubOptions = {}) {
    super(options);
    for (const operation of this.operations()) this.serve(operation);
    // GraphQL: only who the token is.
    this.route('POST', '/graphql', () =>
      this.tellsLogin
        ? { status: 200, body: { data: { viewer: { login: this.login } } } }
        : { status: 200, body: { data: null, errors: [{ type: 'FORBIDDEN' }] } },
    );
    this.route('GET', '/_blob/:key', (request, { key = '' }) => readBlob(this, request, key));
    this.route('POST', '/_upload', (request) => uploadArtifact(this, request));
    this.route('GET', '/_artifacts', (request) => artifactsOfRun(this, request));
  }

  private operations(): Operation[] {
    return [
      {
        method: 'GET',
        path: '',
        needs: [],
        docs: 'repos/repos#get-a-repository',
        run: () => ({ status: 200, body: fullRepository(this.site, this.facts) }),
      },
      ...environmentOperations(this),
      ...artifactOperations(this),
      ...runOperations(this),
      ...deploymentOperations(this),
      ...issueOperations(this),
      ...subIssueOperations(this),
      ...collaboratorOperations(this),
      ...commitOperations(this),
      ...gitOperations(this),
      ...contentOperations(this),
      ...pullOperations(this),
      ...commitStatusOperations(this),
      ...securityOperations(this),
    ];
  }

  private serve({ method, path, needs, docs, run }: Operation): void {
    const route: Route = (request, params) => {
      const wanted = typeof needs === 'function' ? needs(params) : needs;
      return this.finish(this.refused(request, params, wanted) ?? attempt(run, request, params), docs, wanted);
    };
    this.route(method, `/repos/:owner/:repo${path}`, route);
    // Links to further pages name the repository by its number.
    this.route(method, `/repositories/:repositoryId${path}`, route);
  }

  private refused(
    request: SandboxRequest,
    params: Record<string, string>,
    wanted: readonly string[],
  ): Answer | undefined {
    const { owner, repo, repositoryId } = params;
    const named =
      repositoryId === undefined
        ? `${owner ?? ''}/${repo ?? ''}`.toLowerCase() === `${this.owner}/${this.name}`.toLowerCase()
        : repositoryId === String(this.repositoryId);
    if (!named) return notFound();
    const reads = request.method === 'GET';
    const anonymous = request.headers.authorization === undefined;
    const guarded = /\/(zip|alerts)$/.test(request.path);
    // What is public is public to every token too, downloads of artifacts and alerts of security excepted.
    if (this.visibility === 'public' && reads && !guarded) return undefined;
    if (anonymous) return this.visibility === 'public' ? refuse(401, 'Requires authentication') : notFound();
    return wanted.length === 0 || wanted.some((permission) => this.may(permission))
      ? undefined
      : refuse(403, 'Resource not accessible by integration');
  }

  private may(permission: string): boolean {
    return this.permissions.has(permission) || this.permissions.has(permission.replace(/:read$/, ':write'));
  }

  private finish(answer: Answer, docs: string, wanted: readonly string[]): Answer {
    const accepted = wanted.map((permission) => permission.replace(':', '=').replace('-', '_')).join('; ');
    const headers = {
      ...this.usualHeaders(),
      ...(wanted.length > 0 ? { 'x-accepted-github-permissions': accepted } : {}),
      ...answer.headers,
    };
    if (answer.status < 400) return { ...answer, headers };
    const body = {
      ...(answer.body as object),
      documentation_url: docs === '' ? DOCS : `${DOCS}/${docs}`,
      status: String(answer.status),
    };
    return { ...answer, headers, body };
  }

  private usualHeaders(): Record<string, string> {
    return {
      'content-type': 'application/json; charset=utf-8',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-request-id': randomUUID().slice(0, 18).toUpperCase(),
      'x-ratelimit-limit': String(this.rateLimit),
      'x-ratelimit-remaining': String(Math.max(0, this.rateLimit - this.rateUsed)),
      'x-ratelimit-used': String(this.rateUsed),
      'x-ratelimit-reset': String(Math.ceil((this.now() + 3_600_000) / 1000)),
      'x-ratelimit-resource': 'core',
    };
  }

  /** An error that comes before any operation. */
  private early(answer: Answer, page = ''): Answer {
    return this.finish(answer, page, []);
  }

  protected override gate(request: SandboxRequest): Answer | undefined {
    if (request.path.startsWith('/_')) return undefined;
    if ((request.headers['user-agent'] ?? '') === '') {
      return {
        status: 403,
        headers: { 'content-type': 'text/html' },
        body: 'Request forbidden by administrative rules.',
      };
    }
    const given = /^(?:bearer|token) (.*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (request.headers.authorization !== undefined && given !== this.token) {
      return this.early(refuse(401, 'Bad credentials'));
    }
    if (this.rateUsed >= this.rateLimit) return this.tooMany(this.now() + 3_600_000);
    this.rateUsed += 1;
    if (Buffer.isBuffer(request.body)) return this.early(refuse(400, 'Problems parsing JSON'));
    return undefined;
  }

  protected override notFound(): Answer {
    return this.early(notFound());
  }

  protected override tooMany(resetAt: number): Answer {
    const answer = this.early(
      refuse(403, `API rate limit exceeded for installation. Request ID ${randomUUID()}`),
      'using-the-rest-api/rate-limits-for-the-rest-api',
    );
    const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)) };
    return { ...answer, headers: { ...answer.headers, ...reset } };
  }

  /** For `inject`: what GitHub says to too many requests at once. */
  secondaryLimit(seconds: number): Answer {
    const answer = this.early(
      refuse(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
      'using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    );
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
  }
}

function attempt(run: Route, request: SandboxRequest, params: Record<string, string>): Answer {
  try {
    return run(request, params);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const [issue] = error.issues;
    const field = issue?.path.join('/') ?? '';
    const given = (request.body ?? {}) as Record<string, unknown>;
    return unfit(
      field !== '' && !(field in given) ? `"${field}" wasn't supplied.` : `For '${field}', ${issue?.message ?? ''}.`,
    );
  }
}
