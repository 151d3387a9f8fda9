import { JsonServer, isWrite, type Answer, type SandboxRequest } from '../json-server.js';
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

/**
 * A stateful loopback double of the part of LaunchDarkly's API that manages flags. Known differences: JSON patch is
 * refused, ids are in order, rate limits count nothing unless `limit` is set.
 */
export class LaunchDarklySandbox extends JsonServer {
  readonly projects = new Map<string, SandboxProject>();
  /** Token → role. */
  readonly tokens = new Map<string, 'writer' | 'reader' | 'nobody'>();

  addProject(key: string, environments: readonly string[]): SandboxProject {
    const project: SandboxProject = {
      key,
      environments: new Map(environments.map((each) => [each, { id: `env-${key}-${each}`, approvals: false }])),
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

  override failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    return { status, headers, body: { code: CODES[status] ?? 'internal_service_error', message: 'injected' } };
  }

  protected override tooMany(): Answer {
    return this.failure(429);
  }

  protected override extraHeaders(): Record<string, string> {
    if (this.limit === undefined) return {};
    return {
      'x-ratelimit-global-remaining': String(this.window.left),
      'x-ratelimit-reset': String(this.window.ends),
    };
  }

  protected override handle(request: SandboxRequest): Answer {
    try {
      return this.operation(request);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: { code: error.code, message: error.message } };
    }
  }

  private operation(request: SandboxRequest): Answer {
    const role = this.tokens.get(request.headers.authorization ?? '');
    if (role === undefined) throw new Refusal(401, 'unauthorized', 'Invalid access token');
    if (role === 'nobody' || (role === 'reader' && isWrite(request))) {
      throw new Refusal(403, 'forbidden', 'Access to the requested resource was denied');
    }
    const [api, version, area, projectKey = '', third, fourth] = request.path.split('/').slice(1);
    if (area === 'caller-identity') return { status: 200, body: { authKind: 'token', tokenId: `token-${role}` } };
    if (area === 'tokens') return { status: 200, body: { _id: `token-${role}`, role, serviceToken: true } };
    const project = this.projects.get(projectKey);
    if (api !== 'api' || version !== 'v2') throw new Refusal(404, 'not_found', 'Unknown path');
    if (!project) throw new Refusal(404, 'not_found', `Unknown project key ${projectKey}`);
    if (area === 'projects' && third === 'environments' && fourth !== undefined) return environmentOf(project, fourth);
    if (area !== 'flags') throw new Refusal(404, 'not_found', 'Unknown path');
    if (third === undefined) {
      return isWrite(request) ? this.create(project, jsonOf(request)) : listFlags(project, request.query);
    }
    const flag = project.flags.get(third);
    if (!flag) throw new Refusal(404, 'not_found', `Unknown feature flag key ${third}`);
    if (!isWrite(request)) return { status: 200, body: view(project, flag, request.query.getAll('env'), false) };
    const type = request.headers['content-type'] ?? '';
    if (!type.includes('domain-model=launchdarkly.semanticpatch')) {
      throw bad('request body must be a JSON patch (an array); this sandbox knows semantic patches only');
    }
    patchFlag(project, flag, jsonOf(request));
    const patched = project.flags.get(third);
    return patched ? { status: 200, body: view(project, patched, [], false) } : { status: 204 };
  }

  private create(project: SandboxProject, json: unknown): Answer {
    const given = json as Parameters<LaunchDarklySandbox['addFlag']>[1];
    if (typeof given.key !== 'string' || typeof given.name !== 'string') throw bad('key and name are required');
    return { status: 201, body: view(project, this.addFlag(project, given), [], false) };
  }
}

const CODES: Readonly<Record<number, string>> = { 409: 'optimistic_locking_error', 429: 'rate_limited' };

function jsonOf({ body }: SandboxRequest): unknown {
  if (body === undefined || Buffer.isBuffer(body)) throw bad('the request body is not JSON');
  return body;
}

function environmentOf(project: SandboxProject, key: string): Answer {
  const environment = project.environments.get(key);
  if (!environment) throw new Refusal(404, 'not_found', `Unknown environment key ${key}`);
  return {
    status: 200,
    body: {
      _id: environment.id,
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
