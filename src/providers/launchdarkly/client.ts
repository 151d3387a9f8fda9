import { z } from 'zod';
import type { Access } from '../../runtime/access.js';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import type { Json } from '../../runtime/json.js';
import type { Config } from './config.js';
import type { Flag, Variation } from './model.js';
import { flagOf, variationsOf, wireFlag, wireFlags, type WireConfig, type WireFlag } from './wire.js';
import { type HttpResponse, type HttpClient, type HttpRequest } from '../../runtime/context.js';
import { plural } from '../../runtime/text.js';

const CREDENTIAL = 'LAUNCHDARKLY_ACCESS_TOKEN';
const PAGE = 100;
/** The newest API version. Without it the token's version applies, and old versions page differently. */
const API_VERSION = '20240415';
/** LaunchDarkly counts requests in windows of ten seconds (documentation, "Rate limiting"). */
const WINDOW_MS = 10_000;
const LIMITED_TRIES = 6;

export type Instruction = { kind: string } & { [field: string]: Json };

const environment = z.object({
  /** Another one for an environment of another account, and for one that was made again (OpenAPI: schema Environment). */
  _id: z.string(),
  key: z.string(),
  name: z.string(),
  critical: z.boolean().optional(),
  approvalSettings: z.object({ required: z.boolean().optional() }).optional(),
});
/** A flag, and the variations of it and of the flags that it depends on, by key. */
export interface Dependent {
  readonly flag: Flag;
  readonly variations: ReadonlyMap<string, readonly Variation[]>;
}

export type Environment = z.infer<typeof environment>;

/** Media types of LaunchDarkly: a proxy may send an error page with status 200. */
const changed = z.union([z.object({ key: z.string() }), z.object({ code: z.string() }), z.undefined()]);

/** End of an exhausted rate limit window, on the monotonic clock; shared by all clients of a run. */
const pauses = new WeakMap<HttpClient, number>();

const identity = z.object({ tokenId: z.string().optional() });
const tokenRole = z.object({
  role: z.string().optional(),
  customRoleIds: z.array(z.string()).nullish(),
  inlineRole: z.array(z.unknown()).nullish(),
});

/** The only place that talks to LaunchDarkly. */
export class LaunchDarklyClient {
  private readonly base: string;
  private readonly token: string;

  constructor(
    private readonly config: Config,
    private readonly ctx: Context,
  ) {
    this.token = ctx.env.token(CREDENTIAL, ctx.resource);
    this.base = ctx.env.url('LAUNCHDARKLY_API_URL', 'https://app.launchdarkly.com');
  }

  async environment(): Promise<Environment> {
    const { project, environment: key } = this.config;
    const what = `read environment ${key} of project ${project}`;
    const path = `/api/v2/projects/${encodeURIComponent(project)}/environments/${encodeURIComponent(key)}`;
    return (await this.send({ method: 'GET', what, path, permission: 'viewProject' }, environment)).data;
  }

  /** A token with a role of its own, or with custom roles, tells nothing. */
  async access(): Promise<Access> {
    const credential = 'LAUNCHDARKLY_ACCESS_TOKEN';
    const hidden = { credential, writes: null, why: 'LaunchDarkly does not show its role' };
    try {
      const caller = { method: 'GET', what: 'identify the token', path: '/api/v2/caller-identity' } as const;
      const { tokenId } = (await this.send(caller, identity)).data;
      if (tokenId === undefined) return hidden;
      const path = `/api/v2/tokens/${encodeURIComponent(tokenId)}`;
      const { role, customRoleIds, inlineRole } = (
        await this.send({ method: 'GET', what: 'read the token', path }, tokenRole)
      ).data;
      if (role === undefined || customRoleIds?.length || inlineRole?.length) return hidden;
      const writes = role === 'reader' ? false : ['writer', 'admin', 'owner'].includes(role) ? true : null;
      return { credential, writes, why: `it has the role ${role}` };
    } catch (error) {
      if (error instanceof HttpFailure && (error.status === 403 || error.status === 404)) return hidden;
      throw error;
    }
  }

  /**
   * Every flag of the project, archived ones too, with the targeting in the configured environment.
   * @throws RewindError snapshot-incomplete if the list keeps changing
   */
  async flags(): Promise<Flag[]> {
    const wires = new Map<string, WireFlag>();
    for (const archived of [false, true]) for (const flag of await this.list(archived)) wires.set(flag.key, flag);
    const full = await Promise.all([...wires.values()].map((wire) => this.inFull(wire)));
    const byKey = new Map(full.map((wire) => [wire.key, wire]));
    return full.map((wire) => this.parseOrThrow(wire, byKey)).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** One live flag; undefined if it does not exist. */
  async flag(key: string): Promise<Flag | undefined> {
    return (await this.dependent(key))?.flag;
  }

  /** One live flag, and the variations of the flags that it depends on; undefined if it does not exist. */
  async dependent(key: string): Promise<Dependent | undefined> {
    const wire = await this.read(key);
    if (!wire) return undefined;
    const keys = (this.targetingIn(wire)?.prerequisites ?? []).map((each) => each.key);
    const others = await Promise.all(keys.map((other) => this.read(other)));
    const known = new Map([wire, ...others].flatMap((each) => (each ? [[each.key, each]] : [])));
    const flag = this.parseOrThrow(wire, known);
    return { flag, variations: new Map([...known].map(([name, each]) => [name, variationsOf(each)])) };
  }

  /** Reads the variations only, without the flags that it depends on. */
  async variations(key: string): Promise<{ id: string; value: Json }[] | undefined> {
    return (await this.read(key))?.variations.map(({ _id, value }) => ({ id: _id, value }));
  }

  /** Atomic. @throws HttpFailure 409 after a concurrent change */
  async patch(key: string, instructions: readonly Instruction[]): Promise<void> {
    await this.send(
      {
        method: 'PATCH',
        what: `change flag ${key}`,
        path: this.flagPath(key),
        // Every instruction except addVariation sets a value, so it can be repeated.
        repeatable: instructions.every(({ kind }) => kind !== 'addVariation'),
        permission:
          'updateOn, updateTargets, updateRules, updateFallthrough, updateOffVariation and the others of docs/providers/launchdarkly.md',
        headers: { 'content-type': 'application/json; domain-model=launchdarkly.semanticpatch' },
        json: {
          environmentKey: this.config.environment,
          comment: `Rewind: resource ${this.ctx.resource}, snapshot ${this.ctx.snapshotId}`,
          instructions: [...instructions],
        },
      },
      changed,
    ).catch((error: unknown) => {
      const removes = instructions.some(({ kind }) => kind === 'removeVariation');
      throw this.withRemedy(error, key, removes);
    });
  }

  /** Creates a flag, off in every environment. Does not change an existing flag (409). */
  async create(flag: Flag): Promise<void> {
    const { name, key, description, temporary, tags, clientSide, variations } = flag;
    await this.send(
      {
        method: 'POST',
        what: `create flag ${key}`,
        path: `/api/v2/flags/${encodeURIComponent(this.config.project)}`,
        permission: 'createFlag',
        accept: [409],
        repeatable: true,
        json: {
          name,
          key,
          ...(description === null ? {} : { description }),
          temporary,
          tags,
          ...(clientSide === null ? {} : { clientSideAvailability: clientSide }),
          variations: variations.map((each) => ({
            value: each.value,
            ...(each.name === null ? {} : { name: each.name }),
            ...(each.description === null ? {} : { description: each.description }),
          })),
        },
      },
      changed,
    );
  }

  private async read(key: string): Promise<WireFlag | undefined> {
    const { status, data } = await this.send(
      {
        method: 'GET',
        what: `read flag ${key}`,
        path: this.flagPath(key),
        query: { env: this.config.environment },
        permission: 'viewProject',
        accept: [404],
      },
      z.union([wireFlag, z.object({ code: z.string() }), z.undefined()]),
    );
    return status === 404 || data === undefined || !('key' in data) ? undefined : data;
  }

  private async list(archived: boolean): Promise<WireFlag[]> {
    for (let attempt = 1; ; attempt += 1) {
      const found = new Map<string, WireFlag>();
      let total = 0;
      for (let offset = 0; ; offset += PAGE) {
        const { data } = await this.send(
          {
            method: 'GET',
            what: `list ${archived ? 'archived ' : ''}flags of project ${this.config.project}`,
            path: `/api/v2/flags/${encodeURIComponent(this.config.project)}`,
            // Without summary=0 the list silently omits rules and targets.
            query: {
              env: this.config.environment,
              summary: 0,
              limit: PAGE,
              offset,
              sort: 'key',
              ...(archived ? { filter: 'state:archived' } : {}),
            },
            permission: 'viewProject',
          },
          wireFlags,
        );
        const before = found.size;
        for (const flag of data.items) found.set(flag.key, flag);
        if (data.items.length >= PAGE && found.size === before) {
          throw new RewindError('api-unexpected-answer', 'LaunchDarkly sent a list of flags that does not end.', {
            resource: this.ctx.resource,
          });
        }
        total = Math.max(total, data.totalCount ?? 0);
        if (data.items.length < PAGE) break;
      }
      // If a flag is deleted between two pages, the offset skips another flag.
      if (found.size >= total) return [...found.values()];
      if (attempt === 3) {
        throw new RewindError(
          'snapshot-incomplete',
          `LaunchDarkly lists ${plural(total, 'flag')}, but only ${found.size} could be read; the list changes while it is read.`,
          { resource: this.ctx.resource, remedy: 'Run again while no other client creates or deletes flags.' },
        );
      }
    }
  }

  /** Reads incomplete flags one by one: a list may omit parts (old API versions, summaries). */
  private async inFull(wire: WireFlag): Promise<WireFlag> {
    const targeting = this.targetingIn(wire);
    if (targeting?.rules && targeting.targets && targeting.prerequisites) return wire;
    return (await this.read(wire.key)) ?? wire;
  }

  private targetingIn(wire: WireFlag): WireConfig | undefined {
    return wire.environments?.[this.config.environment];
  }

  private parseOrThrow(wire: WireFlag, flags: ReadonlyMap<string, WireFlag>): Flag {
    const targeting = this.targetingIn(wire);
    if (!targeting) {
      throw new RewindError(
        'api-not-found',
        `LaunchDarkly shows no environment ${this.config.environment} for flag ${wire.key} of project ${this.config.project}.`,
        {
          resource: this.ctx.resource,
          remedy: 'Check "environment" in the configuration (its key, not its name), and that the token may see it.',
        },
      );
    }
    try {
      return flagOf(wire, targeting, (key, index) => flags.get(key)?.variations[index]?._id);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RewindError('api-unexpected-answer', `LaunchDarkly's response is inconsistent: ${error.message}`, {
        resource: this.ctx.resource,
      });
    }
  }

  private flagPath(key: string): string {
    return `/api/v2/flags/${encodeURIComponent(this.config.project)}/${encodeURIComponent(key)}`;
  }

  /** Adds a remedy if an operator must remove the cause. */
  private withRemedy(error: unknown, key: string, removes: boolean): unknown {
    if (!(error instanceof HttpFailure)) return error;
    const why =
      error.status === 405
        ? `Environment ${this.config.environment} requires an approval in LaunchDarkly for changes of flags: request and apply it there, or give the token's role the action bypassRequiredApproval.`
        : error.status === 400 && removes
          ? `Find what still uses the variation (another environment, or a flag that has ${key} as a prerequisite), take it out there, and run again.`
          : error.status === 400
            ? `If flag ${key} has a scheduled change or an open approval request, remove it in LaunchDarkly and run again.`
            : undefined;
    if (why === undefined) return error;
    const details = { resource: this.ctx.resource, remedy: why, cause: error };
    return new HttpFailure(error.code, error.message, details, error.status, error.body);
  }

  private async send<T>(
    request: Pick<
      HttpRequest,
      'method' | 'what' | 'query' | 'json' | 'headers' | 'repeatable' | 'permission' | 'accept'
    > & {
      readonly path: string;
    },
    schema: z.ZodType<T>,
  ): Promise<HttpResponse<T>> {
    const { path, ...rest } = request;
    for (let attempt = 1; ; attempt += 1) {
      await this.pause();
      try {
        const response = await this.ctx.http.request(
          {
            ...rest,
            service: 'LaunchDarkly',
            credential: CREDENTIAL,
            resource: this.ctx.resource,
            url: this.base + path,
            headers: { authorization: this.token, 'ld-api-version': API_VERSION, ...request.headers },
          },
          schema,
        );
        this.notice(response.headers);
        return response;
      } catch (error) {
        // Its X-Ratelimit-Reset is in milliseconds, not seconds, and it often sends no Retry-After.
        if (!(error instanceof HttpFailure) || error.status !== 429 || attempt === LIMITED_TRIES) throw error;
        const rest = WINDOW_MS / 2 ** (LIMITED_TRIES - 1 - attempt);
        await this.ctx.clock.sleep(rest * (0.5 + this.ctx.random() / 2), this.ctx.signal);
      }
    }
  }

  /** Waits for the next window if the last response exhausted this one. */
  private async pause(): Promise<void> {
    const wait = (pauses.get(this.ctx.http) ?? 0) - this.ctx.clock.monotonic();
    if (wait > 0) await this.ctx.clock.sleep(wait, this.ctx.signal);
  }

  private notice(headers: Headers): void {
    const left = ['x-ratelimit-global-remaining', 'x-ratelimit-route-remaining']
      .map((name) => headers.get(name))
      .filter((value) => value !== null)
      .map(Number);
    const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
    if (!left.some((count) => count <= 0) || !Number.isFinite(reset)) return;
    const wait = Math.min(WINDOW_MS, Math.max(0, reset - this.ctx.clock.now().getTime()));
    pauses.set(this.ctx.http, this.ctx.clock.monotonic() + wait);
  }
}
