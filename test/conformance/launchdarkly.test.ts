import fc from 'fast-check';
import provider from '../../src/providers/launchdarkly/index.js';
import { Refusal } from '../sandbox/launchdarkly/model.js';
import { LaunchDarklySandbox, type SandboxInstruction, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const TOKEN = 'api-4471c0ffee-launchdarkly';
const SECRET = 'sk-secret-in-a-variation-91b2';
const PERSON = 'jane.doe@customer.example';
const KEYS = ['banner', 'checkout', 'colors', 'limits'] as const;

/** Either instructions for one flag (variations by place), or a flag deleted or made. */
type Mutation =
  | { do: 'patch'; key: string; instructions: readonly Draft[] }
  | { do: 'delete'; key: string }
  | { do: 'create'; key: string; on: boolean };
type Draft = (ids: (key: string, place: number) => string) => SandboxInstruction;

const place = fc.nat(2);
const person = fc.constantFrom(PERSON, 'u1', 'u2', 'u3');
const served = fc.oneof(
  place.map((at) => (key: string, ids: (key: string, place: number) => string) => ({ variationId: ids(key, at) })),
  fc.constantFrom(0, 20_000, 50_000).map((share) => (key: string, ids: (key: string, place: number) => string) => ({
    rolloutWeights: { [ids(key, 0)]: share, [ids(key, 1)]: 100_000 - share },
    rolloutBucketBy: 'country',
  })),
);
const clauses = fc.array(
  fc.record({
    contextKind: fc.constantFrom('user', 'device'),
    attribute: fc.constantFrom('country', 'email', 'segmentMatch'),
    op: fc.constantFrom('in', 'endsWith', 'segmentMatch'),
    negate: fc.boolean(),
    values: fc.uniqueArray(fc.constantFrom('SE', 'NO', PERSON, 'beta'), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 2 },
);

function drafts(key: string): fc.Arbitrary<Draft> {
  return fc.oneof(
    fc.constantFrom('turnFlagOn' as const, 'turnFlagOff' as const).map((kind): Draft => () => ({ kind })),
    fc
      .uniqueArray(fc.tuple(person, fc.constantFrom('user', 'device'), place), {
        maxLength: 3,
        selector: ([who, kind]) => who + kind,
      })
      .map((list): Draft => (ids) => ({
        kind: 'replaceTargets',
        targets: list.map(([who, contextKind, at]) => ({ contextKind, variationId: ids(key, at), values: [who] })),
      })),
    fc.array(fc.tuple(served, clauses, fc.boolean()), { maxLength: 3 }).map((rules): Draft => (ids) => ({
      kind: 'replaceRules',
      rules: rules.map(([serve, each, trackEvents]) => ({ ...serve(key, ids), clauses: each, trackEvents })),
    })),
    served.map((serve): Draft => (ids) => ({ kind: 'updateFallthroughVariationOrRollout', ...serve(key, ids) })),
    place.map((at): Draft => (ids) => ({ kind: 'updateOffVariation', variationId: ids(key, at) })),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), place), { maxLength: 2, selector: ([other]) => other })
      .map((list): Draft => (ids) => ({
        kind: 'replacePrerequisites',
        prerequisites: list.map(([other, at]) => ({ key: other, variationId: ids(other, at) })),
      })),
    fc.boolean().map((trackEvents): Draft => () => ({ kind: 'updateTrackEvents', trackEvents })),
    fc.boolean().map((trackEvents): Draft => () => ({ kind: 'updateTrackEventsFallthrough', trackEvents })),
    fc
      .constantFrom('green', 'teal', SECRET)
      .map((value): Draft => () => ({ kind: 'addVariation', value, name: 'another' })),
    fc
      .tuple(
        place,
        fc.constantFrom({ value: 'violet' }, { name: 'renamed' }, { description: 'told' }, { value: SECRET }),
      )
      .map(([at, fields]): Draft => (ids) => ({ kind: 'updateVariation', variationId: ids(key, at), ...fields })),
    place.map((at): Draft => (ids) => ({ kind: 'removeVariation', variationId: ids(key, at) })),
    fc.constantFrom('archiveFlag' as const, 'restoreFlag' as const).map((kind): Draft => () => ({ kind })),
  );
}

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...KEYS, 'old')
      .chain((key) =>
        fc
          .array(drafts(key), { minLength: 1, maxLength: 2 })
          .map((instructions): Mutation => ({ do: 'patch', key, instructions })),
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...KEYS).map((key): Mutation => ({ do: 'delete', key })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('fresh', 'newer'), fc.boolean())
      .map(([key, on]): Mutation => ({ do: 'create', key, on })),
  },
);

/** Looks up ids by place; a place that is not there is the first. */
function idsIn(project: SandboxProject): (key: string, at: number) => string {
  return (key, at) => {
    const variations = project.flags.get(key)?.variations ?? [];
    return (variations[at] ?? variations[0])?._id ?? 'gone';
  };
}

conformance({
  name: 'launchdarkly against our emulator',
  provider,
  // The plan itself creates what is absent, and a switch has only two values.
  writesOver: ({ before, params: { kind } }) => before === null || kind === 'turn-on' || kind === 'turn-off',
  async start() {
    const sandbox = await new LaunchDarklySandbox().start();
    sandbox.tokens.set(TOKEN, 'writer');
    let shop = sandbox.addProject('shop', ['production', 'staging']);
    const ctx = testContext({
      env: { LAUNCHDARKLY_ACCESS_TOKEN: TOKEN, LAUNCHDARKLY_API_URL: sandbox.url },
      http: { backoffMs: 1 },
    });
    const person = (key: string, ...instructions: readonly Draft[]): void =>
      sandbox.patch(
        shop,
        key,
        'production',
        instructions.map((draft) => draft(idsIn(shop))),
      );
    return {
      config: {
        id: 'subject',
        provider: 'launchdarkly' as const,
        project: 'shop',
        environment: 'production',
        'gate-timeout-seconds': 30,
      },
      ctx,
      async reset() {
        sandbox.crashAfterWrite(0);
        shop = sandbox.addProject('shop', ['production', 'staging']);
        const other = sandbox.addProject('other', ['production']);
        sandbox.addFlag(other, { key: 'banner' });
        sandbox.addFlag(shop, { key: 'banner', tags: ['ui'] });
        sandbox.addFlag(shop, { key: 'checkout', tags: ['pay'] });
        sandbox.addFlag(shop, { key: 'colors', values: ['red', SECRET, 'blue'] });
        sandbox.addFlag(shop, { key: 'limits', values: [{ max: 3 }, { max: 5 }, 7] });
        sandbox.addFlag(shop, { key: 'old' });
        person(
          'checkout',
          () => ({ kind: 'turnFlagOn' }),
          (ids) => ({
            kind: 'replacePrerequisites',
            prerequisites: [{ key: 'banner', variationId: ids('banner', 0) }],
          }),
        );
        person(
          'colors',
          () => ({ kind: 'turnFlagOn' }),
          (ids) => ({ kind: 'replaceTargets', targets: [{ variationId: ids('colors', 1), values: [PERSON, 'u1'] }] }),
          (ids) => ({
            kind: 'replaceRules',
            rules: [
              {
                variationId: ids('colors', 2),
                clauses: [{ attribute: 'email', op: 'in', values: [PERSON] }],
                description: 'customers',
              },
            ],
          }),
        );
        person('old', () => ({ kind: 'archiveFlag' }));
      },
      mutations,
      // Some are refused (a circle, a variation in use), as they would be for a person.
      mutate: async (mutation) => {
        try {
          if (mutation.do === 'patch') person(mutation.key, ...mutation.instructions);
          else if (mutation.do === 'delete') person(mutation.key, () => ({ kind: 'deleteFlag' }));
          else {
            sandbox.addFlag(shop, { key: mutation.key });
            if (mutation.on) person(mutation.key, () => ({ kind: 'turnFlagOn' }));
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      },
      // Of the other environment of the same project: switches and rules, of flags that were not deleted.
      outside: async () => [
        sandbox.projects.get('other'),
        [...shop.flags.values()]
          .filter(({ key }) => key === 'old')
          .map(({ environments }) => ({ ...environments.get('staging'), archived: null })),
        [...shop.flags.values()]
          .filter(({ key }) => key !== 'fresh' && key !== 'newer')
          .map(({ key, environments }) => [key, environments.get('staging')?.on, environments.get('staging')?.rules])
          .sort(),
      ],
      writes: () => sandbox.writes,
      secrets: [TOKEN, SECRET, PERSON],
      crashAfterWrite: (n) => sandbox.crashAfterWrite(n),
      close: () => sandbox.stop(),
    };
  },
});
