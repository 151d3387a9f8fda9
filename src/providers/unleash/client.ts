import { z } from 'zod';
import type { Context } from '../../runtime/context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Json } from '../../runtime/json.js';
import type { Config } from './config.js';
import {
  featureOf,
  wireFeature,
  wireSegments,
  type Feature,
  type Saved,
  type Segment,
  type Strategy,
  type WireFeature,
  type WireSegment,
} from './model.js';
import { failed, notRevived, withRemedy } from './refusals.js';
import type { HttpResponse, HttpRequest } from '../../runtime/context.js';

const CREDENTIAL = 'UNLEASH_API_TOKEN';

/** A valid body is empty, an object or a list; this rejects an error page with status 200. */
const done = z.union([z.object({}), z.array(z.object({})), z.undefined()]);
const overview = z.object({
  features: z.array(
    z.object({
      name: z.string(),
      tags: z.array(z.object({ type: z.string(), value: z.string() })).nullish(),
    }),
  ),
});
const projects = z.object({ projects: z.array(z.object({ id: z.string() })) });
const environments = z.object({
  environments: z.array(z.object({ name: z.string(), enabled: z.boolean() })),
});

type Request = Pick<HttpRequest, 'method' | 'what' | 'query' | 'json' | 'repeatable' | 'permission' | 'accept'> & {
  readonly path: string;
};

/** The only place that talks to Unleash (its admin API). */
export class UnleashClient {
  private readonly base: string;
  private readonly token: string;
  private readonly project: string;

  constructor(
    private readonly config: Config,
    private readonly ctx: Context,
  ) {
    this.token = ctx.env.token(CREDENTIAL, ctx.resource);
    const address = ctx.env.url('UNLEASH_URL', '');
    if (address === '') {
      throw new RewindError('credential-missing', 'The environment variable UNLEASH_URL is not set.', {
        resource: ctx.resource,
        remedy: 'Set UNLEASH_URL to the address of your Unleash server, for example https://unleash.example.com.',
      });
    }
    // Accepts the SDK address, which ends in /api; the admin API has another path.
    this.base = address.replace(/\/api$/, '');
    this.project = `/api/admin/projects/${encodeURIComponent(config.project)}`;
  }

  /** Whether the environment is enabled; undefined if it does not exist. */
  async environmentEnabled(): Promise<boolean | undefined> {
    const request = { method: 'GET', what: 'list environments', path: '/api/admin/environments' } as const;
    const { data } = await this.send(request, environments);
    return data.environments.find(({ name }) => name === this.config.environment)?.enabled;
  }

  /** Names and tags of the active flags of the project. */
  private async list(): Promise<{ name: string; tags: readonly string[] }[]> {
    const { data } = await this.send(
      {
        method: 'GET',
        what: `list flags of project ${this.config.project}`,
        path: `${this.project}/features`,
        permission: 'to read the project (role Viewer or more)',
      },
      overview,
    );
    return data.features.map(({ name, tags }) => ({
      name,
      tags: (tags ?? []).flatMap(({ type, value }) => [`${type}:${value}`, value]),
    }));
  }

  /**
   * Reads flags one by one, because the batch export of older open-source servers (6.10) reports every flag as on.
   * @throws RewindError snapshot-incomplete if a flag lacks the configured environment
   */
  async features(): Promise<Saved> {
    const [listed, segments] = await Promise.all([this.list(), this.segments()]);
    if (listed.length === 0) await this.requireProject();
    const features = await Promise.all(
      listed.map(async ({ name, tags }) => {
        const wire = await this.read(name);
        return wire ? [this.parseOrThrow(wire, segments, tags)] : [];
      }),
    );
    return {
      features: features.flat().sort((a, b) => (a.name < b.name ? -1 : 1)),
      segments: segments
        .map(({ name, description, project, constraints }) => ({
          name,
          description: description ?? null,
          project: project ?? null,
          constraints,
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  }

  /** One live flag; undefined if it does not exist or is archived. */
  async feature(name: string): Promise<Feature | undefined> {
    const [wire, segments] = await Promise.all([this.read(name), this.segments()]);
    return wire && this.parseOrThrow(wire, segments, []);
  }

  async segments(): Promise<WireSegment[]> {
    const request = { method: 'GET', what: 'list segments', path: '/api/admin/segments' } as const;
    return (await this.send(request, wireSegments)).data.segments;
  }

  async saveSegment(segment: Segment, id: number | undefined): Promise<void> {
    const json = { ...segment } as unknown as Json;
    await this.send(
      id === undefined
        ? {
            method: 'POST',
            what: `create segment ${segment.name}`,
            path: '/api/admin/segments',
            permission: 'CREATE_SEGMENT',
            // Names are unique: Unleash rejects a duplicate (409).
            repeatable: true,
            accept: [409],
            json,
          }
        : {
            method: 'PUT',
            what: `change segment ${segment.name}`,
            path: `/api/admin/segments/${id}`,
            permission: 'UPDATE_SEGMENT',
            json,
          },
      z.union([done, failed]),
    );
  }

  /** Creates a flag or restores it from the archive, off in every environment. */
  async recreate(feature: Feature): Promise<void> {
    const { name, type, description, impressionData } = feature;
    const { status } = await this.send(
      {
        method: 'POST',
        what: `create flag ${name}`,
        path: `${this.project}/features`,
        permission: 'CREATE_FEATURE',
        repeatable: true,
        accept: [409],
        json: { name, type, impressionData, ...(description === null ? {} : { description }) },
      },
      z.union([done, failed]),
    );
    if (status !== 409) return;
    await this.send(
      {
        method: 'POST',
        what: `restore flag ${name} from the archive`,
        path: `${this.project}/revive`,
        permission: 'UPDATE_FEATURE',
        repeatable: true,
        json: { features: [name] },
      },
      done,
    ).catch((error: unknown) => {
      throw notRevived(error, name, this.config, this.ctx);
    });
  }

  async saveMetadata({ name, type, description, stale, impressionData }: Feature): Promise<void> {
    await this.send(
      {
        method: 'PUT',
        what: `change flag ${name}`,
        path: `${this.project}/features/${encodeURIComponent(name)}`,
        permission: 'UPDATE_FEATURE',
        json: { name, type, description: description ?? '', stale, impressionData },
      },
      done,
    );
  }

  async turn(name: string, on: boolean): Promise<void> {
    await this.send(
      {
        method: 'POST',
        what: `turn flag ${name} ${on ? 'on' : 'off'}`,
        path: `${this.here(name)}/${on ? 'on' : 'off'}`,
        permission: `UPDATE_FEATURE_ENVIRONMENT in ${this.config.environment}`,
        repeatable: true,
      },
      done,
    );
  }

  async saveVariants(name: string, variants: Feature['variants']): Promise<void> {
    await this.send(
      {
        method: 'PUT',
        what: `change variants of flag ${name}`,
        path: `${this.here(name)}/variants`,
        permission: `UPDATE_FEATURE_ENVIRONMENT_VARIANTS in ${this.config.environment}`,
        json: variants as unknown as Json,
      },
      done,
    );
  }

  /** @param id of the strategy to overwrite; undefined creates one (not repeatable: a repeat would create two) */
  async saveStrategy(flag: string, strategy: Strategy, place: number, id: string | undefined): Promise<void> {
    const numbers = new Map((await this.segments()).map((each) => [each.name, each.id]));
    const segments = strategy.segments.map((name) => {
      const number = numbers.get(name);
      if (number !== undefined) return number;
      throw new RewindError('api-not-found', `Segment ${name}, which flag ${flag} uses, does not exist.`, {
        resource: this.ctx.resource,
        remedy: 'Plan again: the new plan creates the segment before the strategies that use it.',
      });
    });
    const { name, title, disabled, parameters, constraints, variants } = strategy;
    const json = { name, title: title ?? '', disabled, sortOrder: place, parameters, constraints, variants, segments };
    await this.send(
      {
        method: id === undefined ? 'POST' : 'PUT',
        what: `${id === undefined ? 'add' : 'change'} strategy ${name} of flag ${flag}`,
        path: `${this.here(flag)}/strategies${id === undefined ? '' : `/${encodeURIComponent(id)}`}`,
        permission: `${id === undefined ? 'CREATE' : 'UPDATE'}_FEATURE_STRATEGY in ${this.config.environment}`,
        json: json as unknown as Json,
      },
      done,
    );
  }

  async removeStrategy(flag: string, id: string): Promise<void> {
    await this.send(
      {
        method: 'DELETE',
        what: `remove a strategy of flag ${flag}`,
        path: `${this.here(flag)}/strategies/${encodeURIComponent(id)}`,
        permission: `DELETE_FEATURE_STRATEGY in ${this.config.environment}`,
        accept: [404],
      },
      z.union([done, failed]),
    );
  }

  async reorder(flag: string, ids: readonly string[]): Promise<void> {
    await this.send(
      {
        method: 'POST',
        what: `order the strategies of flag ${flag}`,
        path: `${this.here(flag)}/strategies/set-sort-order`,
        permission: `UPDATE_FEATURE_STRATEGY in ${this.config.environment}`,
        repeatable: true,
        json: ids.map((id, sortOrder) => ({ id, sortOrder })),
      },
      done,
    );
  }

  private async read(name: string): Promise<WireFeature | undefined> {
    const { status, data } = await this.send(
      {
        method: 'GET',
        what: `read flag ${name}`,
        path: `${this.project}/features/${encodeURIComponent(name)}`,
        query: { variantEnvironments: true },
        permission: 'to read the project (role Viewer or more)',
        accept: [404],
      },
      z.union([wireFeature, failed]),
    );
    return status === 404 || !('environments' in data) ? undefined : data;
  }

  /** Unleash returns an empty list for a missing project, which would make an empty snapshot. */
  private async requireProject(): Promise<void> {
    const { project } = this.config;
    const { data } = await this.send({ method: 'GET', what: 'list projects', path: '/api/admin/projects' }, projects);
    if (data.projects.some(({ id }) => id === project)) return;
    throw new RewindError('api-not-found', `Unleash has no project ${project}, or the token cannot see it.`, {
      resource: this.ctx.resource,
      remedy:
        'Check "project" in the configuration (its id, not its name), and grant the token read access to the project.',
    });
  }

  private parseOrThrow(wire: WireFeature, segments: readonly WireSegment[], tags: readonly string[]): Feature {
    try {
      return featureOf(wire, this.config.environment, segments, tags);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RewindError('snapshot-incomplete', `Unleash: ${error.message}.`, {
        resource: this.ctx.resource,
        remedy: `Check that environment ${this.config.environment} exists and is enabled for project ${this.config.project}, and run again.`,
      });
    }
  }

  private here(flag: string): string {
    return `${this.project}/features/${encodeURIComponent(flag)}/environments/${encodeURIComponent(this.config.environment)}`;
  }

  private send<T>({ path, ...request }: Request, schema: z.ZodType<T>): Promise<HttpResponse<T>> {
    return this.ctx.http
      .request(
        {
          ...request,
          service: 'Unleash',
          credential: CREDENTIAL,
          resource: this.ctx.resource,
          url: this.base + path,
          headers: { authorization: this.token },
        },
        schema,
      )
      .catch((error: unknown) => {
        throw withRemedy(error, path, this.config, this.ctx);
      });
  }
}
