import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  bad,
  newConfig,
  newId,
  Refusal,
  type FlagConfig,
  type Json,
  type SandboxFlag,
  type SandboxProject,
} from './model.js';
import { patchFlag, type SandboxInstruction } from './semantic-patch.js';

export type { SandboxInstruction } from './semantic-patch.js';
export type { Json, SandboxFlag, SandboxProject } from './model.js';

export interface Fault {
  /** Part of "METHOD /path" that it waits for; any request when left out. */
  readonly on?: string;
  readonly kind:
    | 'limited'
    | 'limited-retry-after'
    | 'limited-plain'
    | 'error-500'
    | 'error-500-executed'
    | 'reset'
    | 'hang'
    | 'truncated'
    | 'html'
    | 'conflict';
  times: number;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const WINDOW_MS = 10_000;

/**
 * A stateful loopback double of the part of LaunchDarkly's API that manages flags. Known differences: JSON patch is
 * refused, ids are in order, rate limits count nothing unless `limit` is set.
 */
export class LaunchDarklySandbox {
  readonly log: LoggedRequest[] = [];
  readonly faults: Fault[] = [];
  readonly projects = new Map<string, SandboxProject>();
  /** Token → role. */
  readonly tokens = new Map<string, 'writer' | 'reader' | 'nobody'>();
  latencyMs = 0;
  /** Requests allowed in each window of ten seconds (of the sandbox's own clock); undefined = no limit. */
  limit: number | undefined;
  /** The clock that windows are counted by; a test may put a fast one. */
  now: () => number = () => Date.now();
  /** Called before a request is carried out: the place for "somebody else was quicker". */
  before: ((line: string) => void) | undefined;
  writes = 0;
  private crashIn = 0;
  private down = false;
  private windowEnds = 0;
  private left = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LaunchDarklySandbox> {
    const server = createServer();
    const sandbox = new LaunchDarklySandbox(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void sandbox.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return sandbox;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  addProject(key: string, environments: readonly string[]): SandboxProject {
    const project: SandboxProject = {
      key,
      environments: new Map(environments.map((each) => [each, { approvals: false }])),
      flags: new Map(),
    };
    this.projects.set(key, project);
    return project;
  }

  /** A new flag, off everywhere, as POST makes it. */
  addFlag(
    project: SandboxProject,
    flag: {
      key: string;
      values?: readonly Json[];
      variations?: readonly { value: Json; name?: string; description?: string }[];
      tags?: readonly string[];
      name?: string;
      description?: string;
      temporary?: boolean;
    },
  ): SandboxFlag {
    if (project.flags.has(flag.key)) throw new Refusal(409, 'conflict', 'a flag with this key already exists');
    const given = flag.variations ?? (flag.values ?? [true, false]).map((value) => ({ value }));
    const boolean = given.every(({ value }) => typeof value === 'boolean');
    const made: SandboxFlag = {
      key: flag.key,
      name: flag.name ?? flag.key,
      description: flag.description ?? '',
      kind: boolean ? 'boolean' : 'multivariate',
      version: 1,
      archived: false,
      temporary: flag.temporary ?? true,
      tags: [...(flag.tags ?? [])],
      variations: given.map((each) => ({ _id: newId('variation'), ...each })),
      environments: new Map([...project.environments.keys()].map((each) => [each, newConfig()])),
    };
    for (const config of made.environments.values()) config.offVariation = made.variations.length - 1;
    project.flags.set(made.key, made);
    return made;
  }

  /** As a person in the dashboard would. @throws Refusal when the service would refuse it */
  patch(project: SandboxProject, key: string, environmentKey: string, instructions: SandboxInstruction[]): void {
    const flag = project.flags.get(key);
    if (!flag) throw new Refusal(404, 'not_found', 'Unknown feature flag key');
    patchFlag(project, flag, { environmentKey, instructions });
  }

  /** The n-th write from now is carried out, and then nothing is answered any more; 0 ends that. */
  crashAfterWrite(n: number): void {
    this.crashIn = n;
    this.down = false;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    if (this.down) return void request.socket.destroy();
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const line = `${method} ${url.pathname}${url.search}`;
    const record = (status: number): void => {
      this.log.push({ method, path: url.pathname + url.search, status, body, headers: request.headers });
    };
    const fault = this.takeFault(line);
    if (fault && this.playFault(fault, request, response)) {
      record(0);
      return;
    }
    if (!this.admit()) {
      record(429);
      this.send(response, { status: 429, body: LIMITED });
      return;
    }
    this.before?.(line);
    const answer = this.answer(request, url, body);
    const wrote = method !== 'GET' && answer.status < 300;
    if (wrote) this.writes += 1;
    record(answer.status);
    if (wrote && this.crashIn > 0) {
      this.crashIn -= 1;
      if (this.crashIn === 0) {
        this.down = true;
        return void request.socket.destroy();
      }
    }
    if (fault?.kind === 'error-500-executed') {
      this.send(response, { status: 500, body: BROKEN });
      return;
    }
    this.send(response, answer);
  }

  private admit(): boolean {
    if (this.limit === undefined) return true;
    if (this.now() >= this.windowEnds) {
      this.windowEnds = this.now() + WINDOW_MS;
      this.left = this.limit;
    }
    if (this.left === 0) return false;
    this.left -= 1;
    return true;
  }

  private takeFault(line: string): Fault | undefined {
    const index = this.faults.findIndex(({ on }) => on === undefined || line.includes(on));
    const fault = this.faults[index];
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.faults.splice(index, 1);
    return fault;
  }

  /** True when the fault was the whole answer. */
  private playFault({ kind }: Fault, request: IncomingMessage, response: ServerResponse): boolean {
    switch (kind) {
      case 'limited':
        // What it really sends: no Retry-After, and the reset in milliseconds.
        this.send(response, { status: 429, body: LIMITED }, { 'x-ratelimit-reset': String(this.now() + 200) });
        return true;
      case 'limited-retry-after':
        this.send(response, { status: 429, body: LIMITED }, { 'retry-after': '0.05' });
        return true;
      case 'limited-plain':
        this.send(response, { status: 429, body: LIMITED });
        return true;
      case 'error-500':
        this.send(response, { status: 500, body: BROKEN });
        return true;
      case 'conflict':
        this.send(response, {
          status: 409,
          body: { code: 'optimistic_locking_error', message: 'Conflict. Optimistic lock error. Try again.' },
        });
        return true;
      case 'reset':
        request.socket.resetAndDestroy();
        return true;
      case 'hang':
        return true;
      case 'truncated':
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
        response.write('{"items": [{"key": "fl');
        setTimeout(() => request.socket.destroy(), 5);
        return true;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<!doctype html><title>Just a moment</title>');
        return true;
      case 'error-500-executed':
        return false;
    }
  }

  private answer(request: IncomingMessage, url: URL, body: string): Answer {
    try {
      return this.route(request, url, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: { code: error.code, message: error.message } };
    }
  }

  private route(request: IncomingMessage, url: URL, body: string): Answer {
    const role = this.tokens.get(request.headers.authorization ?? '');
    if (role === undefined) throw new Refusal(401, 'unauthorized', 'Invalid access token');
    const method = request.method ?? 'GET';
    if (role === 'nobody' || (role === 'reader' && method !== 'GET')) {
      throw new Refusal(403, 'forbidden', 'Access to the requested resource was denied');
    }
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const [api, version, area, projectKey = '', third, fourth] = path;
    const project = this.projects.get(projectKey);
    if (api !== 'api' || version !== 'v2') throw new Refusal(404, 'not_found', 'Unknown path');
    if (!project) throw new Refusal(404, 'not_found', `Unknown project key ${projectKey}`);
    if (area === 'projects' && third === 'environments' && fourth !== undefined) return environmentOf(project, fourth);
    if (area !== 'flags') throw new Refusal(404, 'not_found', 'Unknown path');
    if (third === undefined) {
      return method === 'POST' ? this.create(project, parse(body)) : listFlags(project, url.searchParams);
    }
    const flag = project.flags.get(third);
    if (!flag) throw new Refusal(404, 'not_found', `Unknown feature flag key ${third}`);
    if (method === 'GET') return { status: 200, body: view(project, flag, url.searchParams.getAll('env'), false) };
    const type = request.headers['content-type'] ?? '';
    if (!type.includes('domain-model=launchdarkly.semanticpatch')) {
      throw bad('request body must be a JSON patch (an array); this sandbox knows semantic patches only');
    }
    patchFlag(project, flag, parse(body));
    const patched = project.flags.get(third);
    return patched ? { status: 200, body: view(project, patched, [], false) } : { status: 204, body: undefined };
  }

  private create(project: SandboxProject, json: unknown): Answer {
    const given = json as Parameters<LaunchDarklySandbox['addFlag']>[1];
    if (typeof given.key !== 'string' || typeof given.name !== 'string') throw bad('key and name are required');
    return { status: 201, body: view(project, this.addFlag(project, given), [], false) };
  }

  private send(response: ServerResponse, { status, body }: Answer, extra: Record<string, string> = {}): void {
    const limits: Record<string, string> =
      this.limit === undefined
        ? {}
        : {
            'x-ratelimit-global-remaining': String(this.left),
            'x-ratelimit-reset': String(this.windowEnds),
          };
    response.writeHead(status, { 'content-type': 'application/json', ...limits, ...extra });
    response.end(body === undefined ? '' : JSON.stringify(body));
  }
}

const LIMITED = { code: 'rate_limited', message: "You've exceeded the API rate limit. Try again later." };
const BROKEN = { code: 'internal_service_error', message: 'Something went wrong' };

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw bad('the request body is not JSON');
  }
}

function environmentOf(project: SandboxProject, key: string): Answer {
  const environment = project.environments.get(key);
  if (!environment) throw new Refusal(404, 'not_found', `Unknown environment key ${key}`);
  return {
    status: 200,
    body: {
      _id: `env-${key}`,
      key,
      name: key,
      color: '417505',
      apiKey: 'sdk-redacted',
      mobileKey: 'mob-redacted',
      defaultTtl: 0,
      secureMode: false,
      defaultTrackEvents: false,
      requireComments: false,
      confirmChanges: false,
      tags: [],
      critical: false,
      _links: {},
      approvalSettings: {
        required: environment.approvals,
        bypassApprovalsForPendingChanges: false,
        minNumApprovals: 1,
        canReviewOwnRequest: false,
        canApplyDeclinedChanges: true,
        serviceKind: 'launchdarkly',
        serviceConfig: {},
        requiredApprovalTags: [],
      },
    },
  };
}

/** Version 20240415 of the API: 20 at a time unless told otherwise, 100 at most, environments only when asked for. */
function listFlags(project: SandboxProject, query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? 20);
  const offset = Number(query.get('offset') ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw bad('limit must be between 1 and 100');
  const archived = (query.get('filter') ?? '').split(',').includes('state:archived');
  const tag = query.get('tag');
  const flags = [...project.flags.values()]
    .filter((flag) => flag.archived === archived && (tag === null || flag.tags.includes(tag)))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const summary = query.get('summary') !== '0' && query.get('summary') !== 'false';
  const environments = query.getAll('env');
  return {
    status: 200,
    body: {
      _links: { self: { href: `/api/v2/flags/${project.key}`, type: 'application/json' } },
      totalCount: flags.length,
      items: flags
        .slice(offset, offset + limit)
        .map((flag) => view(project, flag, environments.length > 0 ? environments : ['\0none'], summary)),
    },
  };
}

function view(project: SandboxProject, flag: SandboxFlag, only: readonly string[], summary: boolean): unknown {
  const { environments, version, ...rest } = flag;
  const shown = [...environments].filter(([key]) => only.length === 0 || only.includes(key));
  return {
    ...rest,
    _version: version,
    creationDate: 1_767_225_600_000,
    includeInSnippet: false,
    clientSideAvailability: { usingMobileKey: false, usingEnvironmentId: false },
    customProperties: {},
    experiments: { baselineIdx: 0, items: [] },
    _links: { self: { href: `/api/v2/flags/${project.key}/${flag.key}`, type: 'application/json' } },
    environments: Object.fromEntries(
      shown.map(([key, config]) => [key, configView(project, flag, key, config, summary)]),
    ),
  };
}

function configView(
  project: SandboxProject,
  flag: SandboxFlag,
  environment: string,
  config: FlagConfig,
  summary: boolean,
): unknown {
  const { targets, contextTargets, rules, prerequisites, ...brief } = config;
  return {
    ...brief,
    ...(summary ? {} : { targets, contextTargets, rules, prerequisites }),
    _site: { href: `/${project.key}/${environment}/features/${flag.key}`, type: 'text/html' },
    _environmentName: environment,
    ...(summary ? { _summary: { variations: {}, prerequisites: prerequisites.length } } : {}),
  };
}
