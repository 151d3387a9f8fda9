import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import {
  CreateInvalidationCommand,
  GetInvalidationCommand,
  ListInvalidationsCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import provider from '../../src/providers/cloudfront/index.js';
import { child, parseXml, textAt, type XmlElement } from '../../src/services/aws/xml.js';
import { CloudFrontSandbox } from '../sandbox/aws/cloudfront.js';
import {
  associations,
  CloudFrontFixture,
  sampledMutations,
  startingConfig,
  STARTING_CODE,
} from '../sandbox/aws/cloudfront-fixture.js';
import type { LoggedRequest } from '../sandbox/json-server.js';
import { testContext } from '../support/context.js';
import { MemoryPayloads } from '../support/payloads.js';

/** The official machine-readable description of the API, as AWS ships it with its Python SDK (botocore). */
const member = z.looseObject({
  shape: z.string(),
  location: z.string().optional(),
  locationName: z.string().optional(),
});
const shape = z.looseObject({
  type: z.string(),
  required: z.array(z.string()).default([]),
  members: z.record(z.string(), member).default({}),
  member: member.optional(),
  enum: z.array(z.string()).optional(),
  payload: z.string().optional(),
  error: z.looseObject({ httpStatusCode: z.number() }).optional(),
});
const operation = z.looseObject({
  name: z.string(),
  http: z.looseObject({ method: z.string(), requestUri: z.string(), responseCode: z.number().default(200) }),
  input: member.optional(),
  output: member.optional(),
  errors: z.array(member).default([]),
});
const description = z.looseObject({ operations: z.record(z.string(), operation), shapes: z.record(z.string(), shape) });
type Shape = z.infer<typeof shape>;
type Operation = z.infer<typeof operation>;

const { text: officialText, api } = official();

function official() {
  const lib = fileURLToPath(new URL('../../.cache/peers/venv/lib/', import.meta.url));
  const [python = ''] = readdirSync(lib);
  const folder = `${lib}${python}/site-packages/botocore/data/cloudfront/2020-05-31/`;
  const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('service-2.json'));
  const bytes = readFileSync(folder + name);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return { text, api: description.parse(JSON.parse(text)) };
}

function shapeOf(name: string): Shape {
  const found = api.shapes[name];
  if (!found) throw new Error(`no shape ${name}`);
  return found;
}

/** Everything about a document that the description does not allow. */
function problems(at: XmlElement, name: string, path: string): string[] {
  const wanted = shapeOf(name);
  switch (wanted.type) {
    case 'structure': {
      const members = Object.entries(wanted.members).filter(([, each]) => each.location === undefined);
      const names = new Map(members.map(([key, each]) => [each.locationName ?? key, each.shape]));
      const unknown = at.children
        .filter((each) => !names.has(each.name))
        .map((each) => `${path}.${each.name} is unknown`);
      const missing = members
        .filter(([key, each]) => wanted.required.includes(key) && !child(at, each.locationName ?? key))
        .map(([key]) => `${path}.${key} is missing`);
      const twice = at.children.filter(
        (each, index) => at.children.findIndex((other) => other.name === each.name) !== index,
      );
      const inner = at.children.flatMap((each) => {
        const next = names.get(each.name);
        return next === undefined ? [] : problems(each, next, `${path}.${each.name}`);
      });
      return [...unknown, ...missing, ...twice.map((each) => `${path}.${each.name} is there twice`), ...inner];
    }
    case 'list': {
      const item = wanted.member;
      if (!item) return [`${path}: a list of nothing`];
      return at.children.flatMap((each) =>
        each.name === (item.locationName ?? 'member')
          ? problems(each, item.shape, `${path}.${each.name}`)
          : [`${path}.${each.name} is not an item`],
      );
    }
    case 'integer':
    case 'long':
      return /^-?\d+$/.test(at.text) ? [] : [`${path} is no number`];
    case 'float':
    case 'double':
      return Number.isFinite(Number(at.text)) ? [] : [`${path} is no number`];
    case 'boolean':
      return ['true', 'false'].includes(at.text) ? [] : [`${path} is no boolean`];
    case 'timestamp':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at.text) ? [] : [`${path} is no time`];
    default: {
      if (at.children.length > 0) return [`${path} is no text`];
      return wanted.enum && !wanted.enum.includes(at.text) ? [`${path}: "${at.text}" is not allowed`] : [];
    }
  }
}

function operationOf({ method, path }: LoggedRequest): Operation {
  const found = Object.values(api.operations).find(({ http }) => {
    const pattern = `^${http.requestUri.replace(/\{[^}]+\}/g, '[^/]+')}$`;
    return http.method === method && new RegExp(pattern).test(path);
  });
  if (!found) throw new Error(`${method} ${path} is no operation of CloudFront`);
  return found;
}

/** Refusals that every operation may give, and one that the description names in its text only. */
const ANYWHERE: Record<string, number> = {
  AccessDenied: 403,
  ExpiredToken: 403,
  MissingAuthenticationToken: 403,
  InvalidationBatchAlreadyExists: 409,
};

function problemsOfAnswer(request: LoggedRequest): string[] {
  const { name, http, output, errors } = operationOf(request);
  const { answer } = request;
  if (!answer) return [`${name}: no answer`];
  const body = typeof answer.body === 'string' ? answer.body : '';
  if (answer.status >= 300) {
    const root = parseXml(body);
    const code = textAt(root, 'Error', 'Code') ?? '';
    const known = errors.some(({ shape: each }) => each === code)
      ? shapeOf(code).error?.httpStatusCode
      : ANYWHERE[code];
    const shaped = root.name === 'ErrorResponse' && textAt(root, 'RequestId') !== undefined;
    return known === answer.status && shaped
      ? []
      : [`${name}: ${answer.status} ${code} is no refusal of this operation`];
  }
  const found =
    answer.status === http.responseCode ? [] : [`${name}: answers ${answer.status}, not ${http.responseCode}`];
  if (!output) return found;
  const result = shapeOf(output.shape);
  for (const [key, each] of Object.entries(result.members)) {
    const header = each.location === 'header' ? (each.locationName ?? key).toLowerCase() : undefined;
    if (header !== undefined && answer.headers?.[header] === undefined) found.push(`${name}: no header ${header}`);
  }
  const payload = result.members[result.payload ?? ''];
  if (payload && shapeOf(payload.shape).type === 'structure')
    found.push(...rooted(body, payload.shape, payload.locationName, name));
  return found;
}

/** What was sent: by the official SDK, and by Rewind (which writes saved documents back as they were). */
function problemsOfRequest(request: LoggedRequest): string[] {
  const { name, input } = operationOf(request);
  const body = request.bytes.toString('utf8');
  if (!input || body === '') return [];
  const wanted = shapeOf(input.shape);
  const payload = wanted.members[wanted.payload ?? ''];
  if (payload) return rooted(body, payload.shape, payload.locationName, `${name} request`);
  return rooted(body, input.shape, input.locationName, `${name} request`);
}

function rooted(body: string, name: string, locationName: string | undefined, path: string): string[] {
  const root = parseXml(body);
  const expected = locationName ?? name;
  return root.name === expected ? problems(root, name, path) : [`${path}: <${root.name}>, not <${expected}>`];
}

const NAMES = ['redirect', 'headers'];
let sandbox: CloudFrontSandbox;
let scene: CloudFrontFixture;
let id: string;

beforeAll(async () => {
  sandbox = await new CloudFrontSandbox().start();
  scene = new CloudFrontFixture(sandbox.url);
  for (const name of NAMES) await scene.createFunction(name, STARTING_CODE, 'v1');
  id = await scene.createDistribution(startingConfig('media', [['viewer-request', 'redirect']]));
});
afterAll(async () => {
  scene.close();
  await sandbox.stop();
});

const code = async (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );

describe('our emulator against the official description of CloudFront', () => {
  test('the check finds faults: an unknown member, a missing one, a wrong value', () => {
    const wrong =
      '<Distribution><Id>E1</Id><Stat>x</Stat><InProgressInvalidationBatches>few</InProgressInvalidationBatches></Distribution>';
    const found = problems(parseXml(wrong), 'Distribution', 'D');
    expect(found).toEqual(
      expect.arrayContaining([
        'D.Stat is unknown',
        'D.Status is missing',
        'D.InProgressInvalidationBatches is no number',
      ]),
    );
  });

  test('distributions, functions and invalidations, through 80 random changes and the restores of them', async () => {
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIATEST',
      AWS_SECRET_ACCESS_KEY: 'secret-of-aws',
      AWS_ENDPOINT_URL_CLOUDFRONT: sandbox.url,
    };
    const ctx = testContext({ env: { ...env, REWIND_FINGERPRINT_KEY: 'fingerprint-key-for-tests-0123456789' } });
    const config = {
      id: 'subject',
      provider: 'cloudfront' as const,
      distribution: id,
      invalidate: ['/*'],
      wait: 60,
      'poll-seconds': 0.01,
    };
    const payloads = new MemoryPayloads();
    const saved = await provider.capture(config, ctx, payloads);
    const from = sandbox.requests.length;
    for (const mutation of sampledMutations(NAMES, 80)) {
      await scene.mutate(id, mutation);
      const live = await provider.capture(config, ctx, new MemoryPayloads('compare'));
      for (const change of provider.plan(saved, live)) await provider.apply(config, change, ctx, payloads);
    }
    const seen = sandbox.requests.slice(from);
    expect([...new Set(seen.flatMap(problemsOfAnswer))]).toEqual([]);
    expect([...new Set(seen.flatMap(problemsOfRequest))]).toEqual([]);
    // Some descriptions carry the version of the API in the name.
    const used = new Set(seen.map((request) => operationOf(request).name.replace(/2020_05_31$/, '')));
    for (const name of [
      'GetDistribution',
      'UpdateDistribution',
      'CreateFunction',
      'UpdateFunction',
      'PublishFunction',
      'DescribeFunction',
      'GetFunction',
      'CreateInvalidation',
      'ListInvalidations',
      'GetInvalidation',
      'GetDistributionConfig',
      'DeleteFunction',
    ]) {
      expect([...used]).toContain(name);
    }
  });

  test('each refusal is one that the description names for its operation, with its status', async () => {
    const from = sandbox.requests.length;
    const { config, etag } = await scene.config(id);
    const update = (change: object, IfMatch: string | undefined = etag) =>
      code(
        scene.client.send(
          new UpdateDistributionCommand({ Id: id, IfMatch, DistributionConfig: { ...config, ...change } }),
        ),
      );
    const invalidate = (CallerReference: string, Items: string[], Quantity = Items.length) =>
      code(
        scene.client.send(
          new CreateInvalidationCommand({
            DistributionId: id,
            InvalidationBatch: { CallerReference, Paths: { Quantity, Items } },
          }),
        ),
      );
    const other = await scene.createDistribution(startingConfig('other', []));

    expect(await update({}, 'E0STALE')).toBe('PreconditionFailed');
    expect(await update({}, '')).toBe('InvalidIfMatchVersion');
    expect(await update({ Aliases: { Quantity: 2, Items: ['a.example.com'] } })).toBe('InconsistentQuantities');
    expect(await update({ Aliases: { Quantity: 1, Items: ['other.example.com'] } })).toBe('CNAMEAlreadyExists');
    expect(await update({ CallerReference: 'another' })).toBe('IllegalUpdate');
    expect(await update({ HttpVersion: undefined })).toBe('InvalidArgument');
    expect(await update({ ContinuousDeploymentPolicyId: 'none-such' })).toBe('NoSuchContinuousDeploymentPolicy');
    const behavior = { TargetOriginId: 'app', ViewerProtocolPolicy: 'https-only' };
    expect(await update({ DefaultCacheBehavior: { ...behavior, TargetOriginId: 'nowhere' } })).toBe('NoSuchOrigin');
    const unpublished = { ...behavior, FunctionAssociations: associations([['viewer-request', 'unpublished']]) };
    expect(await update({ DefaultCacheBehavior: unpublished })).toBe('InvalidFunctionAssociation');
    expect(await code(scene.config('E0000NONE'))).toBe('NoSuchDistribution');
    expect(await code(scene.createDistribution(startingConfig('media', [])))).toBe('DistributionAlreadyExists');
    expect(await code(scene.createFunction('redirect', STARTING_CODE))).toBe('FunctionAlreadyExists');
    expect(await code(scene.createFunction('large', 'x'.repeat(10_241)))).toBe('FunctionSizeLimitExceeded');
    expect(await code(scene.updateFunction('none-such', 'x', '', true))).toBe('NoSuchFunctionExists');
    expect(await invalidate('one', ['/a'])).toBe('done');
    expect(await invalidate('one', ['/b'])).toBe('InvalidationBatchAlreadyExists');
    expect(await invalidate('two', ['/a'], 2)).toBe('InconsistentQuantities');
    expect(await invalidate('three', ['a'])).toBe('InvalidArgument');
    expect(
      await invalidate(
        'four',
        Array.from({ length: 3001 }, (_, at) => `/${at}`),
      ),
    ).toBe('BatchTooLarge');
    sandbox.invalidateMs = 60_000;
    for (let at = 0; at < 15; at += 1) await invalidate(`wild-${at}`, ['/*']);
    expect(await invalidate('wild-16', ['/*'])).toBe('TooManyInvalidationsInProgress');
    sandbox.denied.add('GetDistributionConfig');
    expect(await code(scene.config(other))).toBe('AccessDenied');
    sandbox.denied.clear();

    expect([...new Set(sandbox.requests.slice(from).flatMap(problemsOfAnswer))]).toEqual([]);
    expect(officialText).toContain('InvalidationBatchAlreadyExists');
  });

  test('the same caller reference and paths: one invalidation, told again; lists go by pages, newest first', async () => {
    sandbox.invalidateMs = 0;
    const { client } = scene;
    const batch = { CallerReference: 'again', Paths: { Quantity: 1, Items: ['/a'] } };
    const first = await client.send(new CreateInvalidationCommand({ DistributionId: id, InvalidationBatch: batch }));
    const second = await client.send(new CreateInvalidationCommand({ DistributionId: id, InvalidationBatch: batch }));
    expect(second.Invalidation?.Id).toBe(first.Invalidation?.Id);
    const read = await client.send(new GetInvalidationCommand({ DistributionId: id, Id: first.Invalidation?.Id }));
    expect(read.Invalidation?.InvalidationBatch?.Paths?.Items).toEqual(['/a']);
    const page = await client.send(new ListInvalidationsCommand({ DistributionId: id, MaxItems: 1 }));
    expect(page.InvalidationList).toMatchObject({
      IsTruncated: true,
      Quantity: 1,
      Items: [{ Id: first.Invalidation?.Id }],
    });
    const next = await client.send(
      new ListInvalidationsCommand({ DistributionId: id, MaxItems: 1, Marker: page.InvalidationList?.NextMarker }),
    );
    expect(next.InvalidationList?.Items?.[0]?.Id).not.toBe(first.Invalidation?.Id);
  });
});
