import fc from 'fast-check';
import { z } from 'zod';

/** Values that live in the service and must never be seen. */
export const SECRET = 'sk-secret-in-a-payload-77aa';
export const PERSON = 'jane.doe@customer.example';

const FLAGS = ['banner', 'checkout', 'colors', 'limits'] as const;

interface StrategyDraft {
  readonly name: string;
  readonly title?: string;
  readonly disabled?: boolean;
  readonly parameters?: Record<string, string>;
  readonly constraints?: readonly object[];
  readonly variants?: readonly object[];
  readonly segment?: boolean;
}

/** What a person or a deploy may do, by plain HTTP: the same for the sandbox and for the real server. */
export type Mutation =
  | { do: 'turn'; flag: string; on: boolean }
  | { do: 'add'; flag: string; strategy: StrategyDraft }
  | { do: 'edit'; flag: string; place: number; strategy: StrategyDraft }
  | { do: 'remove'; flag: string; place: number }
  | { do: 'reverse'; flag: string }
  | { do: 'metadata'; flag: string; fields: object }
  | { do: 'archive' | 'delete'; flag: string }
  | { do: 'create'; flag: string; on: boolean }
  | { do: 'segment'; values: string[] };

const constraint = fc.record({
  contextName: fc.constantFrom('userId', 'appName'),
  operator: fc.constantFrom('IN', 'NOT_IN', 'STR_CONTAINS'),
  values: fc.uniqueArray(fc.constantFrom(PERSON, 'u1', 'u2', 'web'), { minLength: 1, maxLength: 3 }),
  inverted: fc.boolean(),
});
const variants = fc
  .uniqueArray(fc.constantFrom('red', 'green', 'blue'), { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.constantFrom(SECRET, 'plain').map((value) =>
      names.map((name) => ({
        name,
        weight: 1000,
        weightType: 'variable',
        stickiness: 'default',
        payload: { type: 'string', value },
      })),
    ),
  );
const strategy: fc.Arbitrary<StrategyDraft> = fc.record(
  {
    name: fc.constantFrom('flexibleRollout', 'flexibleRollout', 'default'),
    title: fc.constantFrom('', 'for the team'),
    disabled: fc.boolean(),
    parameters: fc.constantFrom({ rollout: '25', stickiness: 'default' }, { rollout: '100', stickiness: 'random' }),
    constraints: fc.array(constraint, { maxLength: 2 }),
    variants,
    segment: fc.boolean(),
  },
  { requiredKeys: ['name', 'parameters'] },
);
const flag = fc.constantFrom(...FLAGS);

export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('turn' as const), flag, on: fc.boolean() }),
  fc.record({ do: fc.constant('add' as const), flag, strategy }),
  fc.record({ do: fc.constant('edit' as const), flag, place: fc.nat(1), strategy }),
  fc.record({ do: fc.constant('remove' as const), flag, place: fc.nat(1) }),
  fc.record({ do: fc.constant('reverse' as const), flag }),
  fc.record({
    do: fc.constant('metadata' as const),
    flag,
    fields: fc.record(
      {
        type: fc.constantFrom('release', 'operational', 'kill-switch'),
        description: fc.constantFrom('', 'told'),
        stale: fc.boolean(),
        impressionData: fc.boolean(),
      },
      { requiredKeys: ['type'] },
    ),
  }),
  fc.record({ do: fc.constantFrom('archive' as const, 'delete' as const), flag }),
  fc.record({ do: fc.constant('create' as const), flag: fc.constantFrom('fresh', 'newer'), on: fc.boolean() }),
  fc.record({
    do: fc.constant('segment' as const),
    values: fc.uniqueArray(fc.constantFrom(PERSON, 'u1', 'u9'), { minLength: 1, maxLength: 2 }),
  }),
);

/** So many lists of mutations, always the same ones. */
export function sampled(count: number): Mutation[][] {
  return fc.sample(fc.array(mutations, { minLength: 3, maxLength: 6 }), { numRuns: count, seed: 11 });
}

const overview = z.object({ features: z.array(z.object({ name: z.string() })) });
const segments = z.object({ segments: z.array(z.object({ id: z.number(), name: z.string() })) });
const strategies = z.array(z.object({ id: z.string() }));
const inFull = z.object({ environments: z.array(z.looseObject({ name: z.string() })) });

/** A little account: four flags, one segment, in project "default". */
export class UnleashFixture {
  constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  async reset(): Promise<void> {
    await this.empty();
    const segment = await this.call('POST', 'segments', {
      name: 'beta',
      constraints: [{ contextName: 'userId', operator: 'IN', values: [PERSON, 'u2'] }],
    });
    const { id } = z.object({ id: z.number() }).parse(segment);
    for (const name of FLAGS) await this.call('POST', 'projects/default/features', { name, type: 'release' });
    await this.call('POST', this.at('banner', 'strategies'), {
      name: 'flexibleRollout',
      parameters: { rollout: '50', stickiness: 'default' },
      constraints: [{ contextName: 'userId', operator: 'IN', values: [PERSON] }],
    });
    await this.call('POST', this.at('banner', 'strategies'), { name: 'default', title: 'everybody' });
    await this.call('POST', this.at('banner', 'on'));
    await this.call('POST', this.at('checkout', 'strategies'), { name: 'default', disabled: true });
    await this.call('POST', this.at('colors', 'strategies'), {
      name: 'flexibleRollout',
      parameters: { rollout: '100', stickiness: 'default' },
      segments: [id],
      variants: [
        {
          name: 'red',
          weight: 500,
          weightType: 'variable',
          stickiness: 'default',
          payload: { type: 'string', value: SECRET },
        },
        { name: 'blue', weight: 500, weightType: 'variable', stickiness: 'default' },
      ],
    });
    await this.call('POST', this.at('colors', 'on'));
    // Another environment, which nothing may touch.
    await this.call('POST', 'projects/default/features/banner/environments/development/on');
  }

  /** Some are refused, as they would be for a person. */
  async mutate(mutation: Mutation): Promise<void> {
    const { do: what } = mutation;
    if (what === 'segment') {
      const { id } = await this.segment();
      await this.send('PUT', `segments/${id}`, {
        name: 'beta',
        constraints: [{ contextName: 'userId', operator: 'IN', values: mutation.values }],
      });
      return;
    }
    const { flag: name } = mutation;
    const ids = async (): Promise<string[]> => {
      const answer = await this.send('GET', this.at(name, 'strategies'));
      return answer.ok ? strategies.parse(await answer.json()).map(({ id }) => id) : [];
    };
    switch (what) {
      case 'turn':
        await this.send('POST', this.at(name, mutation.on ? 'on' : 'off'));
        return;
      case 'add':
        await this.send('POST', this.at(name, 'strategies'), await this.body(mutation.strategy));
        return;
      case 'edit':
      case 'remove': {
        const id = (await ids())[mutation.place];
        if (id === undefined) return;
        const path = this.at(name, `strategies/${id}`);
        if (what === 'remove') await this.send('DELETE', path);
        else await this.send('PUT', path, await this.body(mutation.strategy));
        return;
      }
      case 'reverse': {
        const order = (await ids()).reverse().map((id, sortOrder) => ({ id, sortOrder }));
        await this.send('POST', this.at(name, 'strategies/set-sort-order'), order);
        return;
      }
      case 'metadata':
        await this.send('PUT', `projects/default/features/${name}`, { name, ...mutation.fields });
        return;
      case 'archive':
      case 'delete':
        await this.send('POST', 'projects/default/archive', { features: [name] });
        if (what === 'delete') await this.send('POST', 'projects/default/delete', { features: [name] });
        return;
      case 'create':
        await this.send('POST', 'projects/default/features', { name, type: 'release' });
        if (mutation.on) await this.send('POST', this.at(name, 'on'));
    }
  }

  /** The flag "banner" in the other environment; gone when the flag was deleted, so only its switch while it is there. */
  async outside(): Promise<unknown> {
    const { features } = overview.parse(await this.call('GET', 'projects/default/features'));
    return features
      .filter(({ name }) => !['fresh', 'newer'].includes(name))
      .map(({ name }) => name)
      .sort();
  }

  /** Everything of a flag in the other environment, for a test that deletes nothing. */
  async elsewhere(name: string): Promise<unknown> {
    const feature = inFull.parse(await this.call('GET', `projects/default/features/${name}`));
    return feature.environments.find((each) => each.name === 'development');
  }

  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.send(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.url}/api/admin/${path}`, {
      method,
      headers: { authorization: this.token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  private at(flag: string, rest: string): string {
    return `projects/default/features/${flag}/environments/production/${rest}`;
  }

  private async segment(): Promise<{ id: number }> {
    const all = segments.parse(await this.call('GET', 'segments')).segments;
    const found = all.find(({ name }) => name === 'beta');
    if (!found) throw new Error('the scene has lost its segment');
    return found;
  }

  private async body({ segment, ...rest }: StrategyDraft): Promise<object> {
    return segment === undefined ? rest : { ...rest, segments: segment ? [(await this.segment()).id] : [] };
  }

  private async empty(): Promise<void> {
    const { features } = overview.parse(await this.call('GET', 'projects/default/features'));
    const names = features.map(({ name }) => name);
    if (names.length > 0) await this.call('POST', 'projects/default/archive', { features: names });
    // Archived flags are in no list; the ones that this scene may have made are known.
    for (const name of new Set([...names, ...FLAGS, 'fresh', 'newer'])) await this.send('DELETE', `archive/${name}`);
    for (const { id } of segments.parse(await this.call('GET', 'segments')).segments) {
      await this.call('DELETE', `segments/${id}`);
    }
  }
}
