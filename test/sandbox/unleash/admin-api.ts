import { z } from 'zod';
import type { Answer } from '../json-server.js';
import {
  bad,
  featureBody,
  fixWeights,
  newId,
  notFound,
  Refusal,
  segmentBody,
  strategyBody,
  STRATEGY_TYPES,
  variantBody,
  type Feature,
  type FeatureEnvironment,
  type Segment,
  type Strategy,
} from './model.js';

/** The flags of one server, and what its admin API does with them (open-source edition, as read in version 8.2). */
export class UnleashModel {
  readonly projects = new Map<string, { environments: string[] }>();
  readonly environments = ['development', 'production'];
  readonly features = new Map<string, Feature>();
  readonly segments = new Map<number, Segment>();
  /** Project and environment that need change requests (Enterprise), e.g. `default/production`. */
  readonly guarded = new Set<string>();
  private nextSegment = 1;

  constructor() {
    this.reset();
  }

  reset(): void {
    this.projects.clear();
    this.projects.set('default', { environments: [...this.environments] });
    this.features.clear();
    this.segments.clear();
    this.guarded.clear();
  }

  handle(method: string, path: readonly string[], query: URLSearchParams, body: unknown): Answer {
    const [area, ...rest] = path;
    if (area === 'environments' && method === 'GET') {
      const list = this.environments.map((name, sortOrder) => environmentView(name, sortOrder));
      return { status: 200, body: { version: 1, environments: list } };
    }
    if (area === 'segments') return this.segmentCall(method, rest[0], body);
    if (area === 'archive' && method === 'DELETE') {
      if (this.features.get(rest[0] ?? '')?.archived) this.features.delete(rest[0] ?? '');
      return { status: 200 };
    }
    if (area === 'projects' && rest.length === 0) {
      return { status: 200, body: { version: 1, projects: [...this.projects.keys()].map((id) => ({ id, name: id })) } };
    }
    if (area === 'projects') return this.projectCall(method, rest, query, body);
    if (area === 'features' && rest[1] === 'tags' && method === 'POST') {
      const tag = parse(z.object({ type: z.string(), value: z.string() }), body);
      this.features.get(rest[0] ?? '')?.tags.push(tag);
      return { status: 201, body: tag };
    }
    throw notFound(`The path you were looking for (/api/admin/${path.join('/')}) is not available.`);
  }

  private projectCall(method: string, path: readonly string[], query: URLSearchParams, body: unknown): Answer {
    const [project = '', area, name, ...rest] = path;
    if (area === 'revive' || area === 'archive' || area === 'delete') return this.batch(project, area, body);
    if (area !== 'features') throw notFound('no such path');
    if (name === undefined) return method === 'POST' ? this.create(project, body) : this.list(project);
    const feature = this.features.get(name);
    if (feature?.project !== project) {
      throw notFound(
        `There's no feature named "${name}" in project "${project}"${feature ? `, but there's a feature with that name in project "${feature.project}"` : '.'}`,
      );
    }
    if (rest.length === 0) return this.featureCall(method, feature, query, body);
    const [word, environment = '', ...action] = rest;
    const here = word === 'environments' ? feature.environments.get(environment) : undefined;
    if (!here) throw notFound(`Could not find environment ${environment} for feature: ${name}`);
    if (method !== 'GET' && this.guarded.has(`${project}/${environment}`)) {
      throw new Refusal(
        403,
        'PermissionError',
        `Change requests are enabled in project "${project}" for environment "${environment}"`,
      );
    }
    return this.environmentCall(method, feature, here, environment, action, body);
  }

  private featureCall(method: string, feature: Feature, query: URLSearchParams, body: unknown): Answer {
    if (method === 'DELETE') {
      feature.archived = true;
      return { status: 202 };
    }
    if (method === 'GET') {
      if (feature.archived) throw notFound(`Could not find feature flag with name ${feature.name}`);
      return { status: 200, body: featureView(feature, query.get('variantEnvironments') === 'true') };
    }
    const { type, description, stale, impressionData } = parse(featureBody, { ...asRecord(body), name: feature.name });
    Object.assign(feature, { type, stale, impressionData, description: description ?? null });
    return { status: 200, body: featureView(feature, false) };
  }

  private environmentCall(
    method: string,
    feature: Feature,
    here: FeatureEnvironment,
    environment: string,
    [what, id]: readonly string[],
    body: unknown,
  ): Answer {
    if (what === undefined) {
      const strategies = here.strategies.map((each) => ({ ...each, featureName: feature.name }));
      return { status: 200, body: { name: feature.name, environment, enabled: here.enabled, strategies } };
    }
    if (what === 'on' || what === 'off') {
      if (feature.archived)
        throw new Refusal(400, 'ArchivedFeatureError', 'Cannot perform this operation on archived features');
      // A flag turned on with no active strategy is given one that lets everybody through.
      if (what === 'on' && here.strategies.every(({ disabled }) => disabled)) {
        this.addStrategy(feature, here, {
          name: 'flexibleRollout',
          parameters: { rollout: '100', stickiness: 'default' },
        });
      }
      here.enabled = what === 'on';
      return { status: 200 };
    }
    if (what === 'variants') {
      if (method === 'GET') return { status: 200, body: { version: 1, variants: here.variants } };
      if (![...feature.environments.values()].some(({ variants }) => variants.length > 0)) {
        throw new Refusal(
          403,
          'InvalidOperationError',
          `Environment variants deprecated for feature: ${feature.name}. Use strategy variants instead.`,
        );
      }
      here.variants = fixWeights(parse(z.array(variantBody), body));
      return { status: 200, body: { version: 1, variants: here.variants } };
    }
    if (what !== 'strategies') throw notFound('no such path');
    if (id === 'set-sort-order') {
      for (const each of parse(z.array(z.object({ id: z.string(), sortOrder: z.number() })), body)) {
        const strategy = here.strategies.find((one) => one.id === each.id);
        if (strategy) strategy.sortOrder = each.sortOrder;
      }
      return { status: 200 };
    }
    if (id === undefined) {
      if (method === 'GET') return { status: 200, body: sorted(here.strategies) };
      return { status: 200, body: this.addStrategy(feature, here, body) };
    }
    const strategy = here.strategies.find((each) => each.id === id);
    if (method === 'DELETE') {
      here.strategies = here.strategies.filter((each) => each !== strategy);
      turnOffWithoutStrategies(here);
      return { status: 200 };
    }
    if (!strategy) throw notFound(`Could not find strategy with id ${id}`);
    const {
      segments,
      name,
      title,
      disabled,
      parameters,
      constraints = [],
      variants = [],
    } = this.strategyOf(feature, body);
    // Constraints and variants that are not sent are removed; title and segments stay; the place never changes here.
    Object.assign(strategy, { name, parameters, constraints, variants });
    if (typeof title === 'string') strategy.title = title;
    if (typeof disabled === 'boolean') strategy.disabled = disabled;
    if (segments) strategy.segments = segments;
    turnOffWithoutStrategies(here);
    return { status: 200, body: strategy };
  }

  private addStrategy(feature: Feature, here: FeatureEnvironment, body: unknown): Strategy {
    if (here.strategies.length >= 30) throw new Refusal(400, 'ExceedsLimitError', 'Failed to create strategy.');
    const given = this.strategyOf(feature, body);
    const last = Math.max(-1, ...here.strategies.map(({ sortOrder }) => sortOrder));
    const strategy: Strategy = {
      id: newId(),
      name: given.name,
      title: given.title ?? null,
      disabled: given.disabled ?? false,
      sortOrder: given.sortOrder ?? last + 1,
      constraints: given.constraints ?? [],
      variants: given.variants ?? [],
      parameters: given.parameters,
      segments: given.segments ?? [],
    };
    here.strategies.push(strategy);
    return strategy;
  }

  private strategyOf(feature: Feature, body: unknown) {
    const given = parse(strategyBody, body);
    if (!STRATEGY_TYPES.includes(given.name)) throw bad(`Could not find strategy type with name ${given.name}`);
    for (const id of given.segments ?? []) if (!this.segments.has(id)) throw bad(`unknown segment ${id}`);
    const { parameters = {}, variants } = given;
    const rollout = {
      ...parameters,
      rollout: parameters.rollout ?? '100',
      stickiness: parameters.stickiness || 'default',
      groupId: parameters.groupId || feature.name,
    };
    return {
      ...given,
      parameters: given.name === 'flexibleRollout' ? rollout : parameters,
      variants: variants && fixWeights(variants),
    };
  }

  private create(project: string, body: unknown): Answer {
    const home = this.projects.get(project);
    if (!home) throw notFound(`Active project with id ${project} does not exist`);
    const given = parse(featureBody, body);
    const known = this.features.get(given.name);
    if (known) {
      throw new Refusal(
        409,
        'NameExistsError',
        known.archived ? 'An archived flag with that name already exists' : 'A flag with that name already exists',
      );
    }
    const feature: Feature = {
      name: given.name,
      project,
      type: given.type,
      description: given.description ?? null,
      stale: false,
      impressionData: given.impressionData,
      archived: false,
      tags: given.tags ?? [],
      environments: new Map(home.environments.map((each) => [each, { enabled: false, strategies: [], variants: [] }])),
    };
    this.features.set(feature.name, feature);
    return { status: 201, body: featureView(feature, false) };
  }

  private list(project: string): Answer {
    if (!this.projects.has(project)) return { status: 200, body: { version: 2, features: [] } };
    const features = [...this.features.values()]
      .filter((each) => each.project === project && !each.archived)
      .map((feature) => ({
        name: feature.name,
        type: feature.type,
        description: feature.description,
        stale: feature.stale,
        favorite: false,
        impressionData: feature.impressionData,
        createdAt: '2026-01-01T00:00:00.000Z',
        lastSeenAt: null,
        ...(feature.tags.length > 0 ? { tags: feature.tags } : {}),
        environments: [...feature.environments].map(([name, each], sortOrder) => ({
          ...environmentHead(name, sortOrder),
          enabled: each.enabled,
          variantCount: each.variants.length,
          lastSeenAt: null,
          hasStrategies: each.strategies.length > 0,
          hasEnabledStrategies: each.strategies.some(({ disabled }) => !disabled),
        })),
      }));
    return { status: 200, body: { version: 2, features } };
  }

  private batch(project: string, action: string, body: unknown): Answer {
    const { features } = parse(z.object({ features: z.array(z.string()) }), body);
    for (const name of features) {
      const feature = this.features.get(name);
      if (feature !== undefined && feature.project !== project) {
        const why = `The features exist, but the provided project ids ("${feature.project}") does not match the project provided in request URL ("${project}").`;
        throw new Refusal(403, 'InvalidOperationError', `The operation could not be completed. ${why}`);
      }
      if (feature === undefined) throw bad(`${name} does not exist in project ${project}`);
      if (action === 'archive') feature.archived = true;
      else if (!feature.archived) continue;
      else if (action === 'delete') this.features.delete(name);
      else {
        feature.archived = false;
        for (const each of feature.environments.values()) each.enabled = false;
      }
    }
    return { status: action === 'archive' ? 202 : 200 };
  }

  private segmentCall(method: string, id: string | undefined, body: unknown): Answer {
    if (id === undefined && method === 'GET') {
      return { status: 200, body: { segments: [...this.segments.values()].map((each) => this.segmentView(each)) } };
    }
    const known = id === undefined ? undefined : this.segments.get(Number(id));
    if (id !== undefined && !known) throw notFound(`Could not find segment with id ${id}`);
    if (method === 'DELETE' && known) {
      if (this.usersOf(known.id) > 0) throw new Refusal(409, 'ConflictError', 'The segment is in use');
      this.segments.delete(known.id);
      return { status: 204 };
    }
    const given = parse(segmentBody, body);
    if ([...this.segments.values()].some((each) => each.name === given.name && each !== known)) {
      throw new Refusal(409, 'NameExistsError', 'Segment name already exists');
    }
    if (known) {
      Object.assign(known, { description: null, project: null }, given);
      return { status: 204 };
    }
    const segment: Segment = { id: this.nextSegment, ...given };
    this.nextSegment += 1;
    this.segments.set(segment.id, segment);
    return { status: 201, body: this.segmentView(segment) };
  }

  private segmentView(segment: Segment): unknown {
    return {
      id: segment.id,
      name: segment.name,
      ...(segment.description ? { description: segment.description } : {}),
      project: segment.project ?? null,
      constraints: segment.constraints,
      usedInFeatures: this.usersOf(segment.id),
      createdAt: '2026-01-01T00:00:00.000Z',
    };
  }

  private usersOf(segment: number): number {
    return [...this.features.values()].filter(({ environments }) =>
      [...environments.values()].some(({ strategies }) => strategies.some((each) => each.segments.includes(segment))),
    ).length;
  }
}

function turnOffWithoutStrategies(here: FeatureEnvironment): void {
  if (here.strategies.every(({ disabled }) => disabled)) here.enabled = false;
}

function sorted(strategies: readonly Strategy[]): Strategy[] {
  return [...strategies].sort((a, b) => a.sortOrder - b.sortOrder);
}

function environmentHead(name: string, sortOrder: number): { name: string; type: string; sortOrder: number } {
  return { name, type: name, sortOrder };
}

function environmentView(name: string, sortOrder: number): unknown {
  return { ...environmentHead(name, sortOrder), enabled: true, protected: false };
}

function featureView(flag: Feature, withVariants: boolean): unknown {
  const { name, project, type, description, stale, impressionData, archived, environments } = flag;
  return {
    ...{ name, project, type, description, stale, impressionData, archived },
    favorite: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    dependencies: [],
    children: [],
    links: [],
    collaborators: { users: [] },
    environments: [...environments].map(([id, each], sortOrder) => ({
      ...environmentHead(id, sortOrder),
      lastSeenAt: null,
      enabled: each.enabled,
      yes: 0,
      no: 0,
      strategies: sorted(each.strategies),
      ...(withVariants ? { variants: each.variants } : {}),
    })),
  };
}

function asRecord(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw bad(`Request validation failed: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
