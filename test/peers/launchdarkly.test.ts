import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { LaunchDarklySandbox, type SandboxProject } from '../sandbox/launchdarkly/server.js';

/**
 * The official JavaScript client (`launchdarkly-api`, generated from LaunchDarkly's description) drives our sandbox: it
 * must understand every answer, and what it sends must be understood. Its models name the fields that the service
 * promises; `validateJSON`, where a model has it, checks that the required ones are there.
 */
interface Model {
  readonly validateJSON?: (data: unknown) => boolean;
  readonly constructFromObject: (data: unknown, target?: unknown) => unknown;
  readonly RequiredProperties?: readonly string[];
}
interface Answer {
  readonly status: number;
  readonly body: unknown;
}
type Callback = (error: Error | null, data: unknown, answer: Answer) => void;
interface FlagsApi {
  getFeatureFlags(project: string, options: object, callback: Callback): void;
  getFeatureFlag(project: string, key: string, options: object, callback: Callback): void;
  postFeatureFlag(project: string, body: object, options: object, callback: Callback): void;
}
interface EnvironmentsApi {
  getEnvironment(project: string, key: string, callback: Callback): void;
}
interface Client {
  defaultHeaders: Record<string, string>;
  authentications: { ApiKey: { apiKey?: string } };
}
interface Official {
  ApiClient: new (base: string) => Client;
  FeatureFlagsApi: new (client: Client) => FlagsApi;
  EnvironmentsApi: new (client: Client) => EnvironmentsApi;
  FeatureFlag: Model;
  FeatureFlags: Model;
  FeatureFlagConfig: Model;
  Environment: Model;
}

const official = createRequire(import.meta.url)('launchdarkly-api') as Official;

let sandbox: LaunchDarklySandbox;
let shop: SandboxProject;
let client: Client;
let flags: FlagsApi;

beforeAll(async () => {
  sandbox = await new LaunchDarklySandbox().start();
  sandbox.tokens.set('api-writer', 'writer');
  client = new official.ApiClient(sandbox.url);
  client.authentications.ApiKey.apiKey = 'api-writer';
  flags = new official.FeatureFlagsApi(client);
});
afterAll(() => sandbox.stop());

beforeEach(() => {
  shop = sandbox.addProject('shop', ['production', 'staging']);
  sandbox.addFlag(shop, { key: 'banner', tags: ['ui'] });
  const colors = sandbox.addFlag(shop, { key: 'colors', values: ['red', 'green', 'blue'] });
  const [red, green] = colors.variations.map(({ _id }) => _id);
  sandbox.patch(shop, 'colors', 'production', [
    { kind: 'turnFlagOn' },
    { kind: 'replaceTargets', targets: [{ variationId: red ?? '', values: ['u1'] }] },
    {
      kind: 'replaceRules',
      rules: [{ variationId: green ?? '', clauses: [{ attribute: 'country', op: 'in', values: ['SE'] }] }],
    },
  ]);
});

function call(start: (callback: Callback) => void): Promise<{ data: unknown; answer: Answer }> {
  return new Promise((resolve, reject) => {
    start((error, data, answer) => (error ? reject(error) : resolve({ data, answer })));
  });
}

/** The official model reads it and none of the fields that we rely on is lost on the way. */
function understood(model: Model, body: unknown, fields: readonly string[]): void {
  if (model.validateJSON) expect(model.validateJSON(body)).toBe(true);
  const read = model.constructFromObject(body) as Record<string, unknown>;
  for (const field of fields) expect(read[field]).toBeDefined();
}

const FLAG = ['key', 'name', 'kind', 'archived', 'temporary', 'tags', 'variations', 'environments', '_version'];
const CONFIG = ['on', 'version', 'targets', 'contextTargets', 'rules', 'fallthrough', 'offVariation', 'prerequisites'];

const flagBody = z.looseObject({ environments: z.record(z.string(), z.unknown()) });
const listBody = z.object({ items: z.array(flagBody), totalCount: z.number() });

test('the official client reads a flag of the sandbox in full', async () => {
  const { answer } = await call((done) => flags.getFeatureFlag('shop', 'colors', { env: 'production' }, done));
  const body = flagBody.parse(answer.body);
  understood(official.FeatureFlag, body, FLAG);
  expect(Object.keys(body.environments)).toEqual(['production']);
  understood(official.FeatureFlagConfig, body.environments.production, [
    ...CONFIG,
    'trackEvents',
    'trackEventsFallthrough',
  ]);
});

test('a list leaves rules and targets out unless it is asked not to: the trap is there', async () => {
  const list = async (options: object): Promise<z.infer<typeof listBody>> => {
    const { answer } = await call((done) => flags.getFeatureFlags('shop', options, done));
    understood(official.FeatureFlags, answer.body, ['items', '_links', 'totalCount']);
    return listBody.parse(answer.body);
  };
  const brief = await list({ env: 'production' });
  expect(brief.items[1]?.environments.production).not.toHaveProperty('rules');
  const full = await list({ env: 'production', summary: false, limit: 100 });
  expect(full.items[1]?.environments.production).toHaveProperty('rules');
  for (const item of full.items) understood(official.FeatureFlag, item, FLAG);
  const page = await list({ env: 'production', limit: 1, offset: 1 });
  expect([page.items.length, page.totalCount]).toEqual([1, 2]);
});

test('it creates a flag', async () => {
  const body = { key: 'fresh', name: 'Fresh', variations: [{ value: 1 }, { value: 2 }], tags: ['new'] };
  const { answer } = await call((done) => flags.postFeatureFlag('shop', body, {}, done));
  expect(answer.status).toBe(201);
  understood(official.FeatureFlag, answer.body, FLAG);
  await expect(call((done) => flags.postFeatureFlag('shop', body, {}, done))).rejects.toMatchObject({ status: 409 });
});

test('it reads the environment', async () => {
  const environments = new official.EnvironmentsApi(client);
  const { answer } = await call((done) => environments.getEnvironment('shop', 'production', done));
  understood(official.Environment, answer.body, ['key', 'name', 'approvalSettings']);
});

test('refusals are refusals to it too', async () => {
  await expect(call((done) => flags.getFeatureFlag('shop', 'nope', {}, done))).rejects.toMatchObject({ status: 404 });
  const stranger = new official.ApiClient(sandbox.url);
  stranger.authentications.ApiKey.apiKey = 'wrong';
  const theirs = new official.FeatureFlagsApi(stranger);
  await expect(call((done) => theirs.getFeatureFlags('shop', {}, done))).rejects.toMatchObject({ status: 401 });
});
