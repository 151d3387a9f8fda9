import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createGitHub, type GitHub } from '../../src/services/github/client.js';
import { testContext } from '../support/context.js';

let server: Server;
let responses: [status: number, body: unknown, headers?: Record<string, string>][];
let received: string[];
let github: GitHub;
/** Milliseconds; nothing waits. */
let slept: number[];

beforeEach(async () => {
  received = [];
  slept = [];
  server = createServer((request, response) => {
    received.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    const [status, body, more] = responses.shift() ?? [200, { id: 7 }];
    const headers = { 'content-type': 'application/json', ...(status !== 403 && { 'retry-after': '0' }), ...more };
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // As a GitHub Enterprise Server has it: the API is below a path.
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  const env = { GITHUB_API_URL: `${base}/`, GITHUB_TOKEN: 'ghs_secret_token', GITHUB_REPOSITORY: 'acme/shop' };
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    return Promise.resolve();
  };
  github = createGitHub(testContext({ env, clock: { ...testContext().clock, sleep } }));
});
afterEach(() => void server.close());

const schema = z.object({ id: z.number() });
const call = { what: 'read the environment', permission: 'actions: read' };
const read = (): Promise<unknown> =>
  github.request(call, schema, (rest, target) => rest.repos.getEnvironment({ ...target, environment_name: 'a/b' }));

test('Octokit builds the request, below the base URL of the environment, with the token', async () => {
  responses = [];
  expect(await read()).toEqual({ id: 7 });
  expect(received).toEqual(['GET /api/v3/repos/acme/shop/environments/a%2Fb token ghs_secret_token']);
});

test('our HTTP client sends it: retries, and errors with our code and the missing permission', async () => {
  responses = [
    [500, {}],
    [429, {}],
  ];
  expect(await read()).toEqual({ id: 7 });
  expect(received).toHaveLength(3);
  responses = [[403, { message: 'Resource not accessible by integration' }]];
  await expect(read()).rejects.toMatchObject({
    name: 'HttpFailure',
    code: 'api-forbidden',
    remedy: expect.stringContaining('"actions: read"'),
  });
});

test('a secondary rate limit without a header is no missing permission', async () => {
  const limited: [number, unknown] = [403, { message: 'You have exceeded a secondary rate limit. Please wait.' }];
  responses = [limited];
  expect(await read()).toEqual({ id: 7 });
  responses = Array.from({ length: 60 }, () => limited);
  await expect(read()).rejects.toMatchObject({ code: 'api-rate-limited' });
});

test('a limit is waited for within a budget; a used up hourly quota is told, with the time at which it ends', async () => {
  const secondary = { message: 'You have exceeded a secondary rate limit.' };
  responses = [[403, secondary, { 'retry-after': '60' }]];
  expect(await read()).toEqual({ id: 7 });
  expect(slept.some((ms) => ms >= 60_000)).toBe(true);
  const reset = String(Math.ceil((Date.now() + 40 * 60_000) / 1000));
  const quota = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
  responses = [[403, { message: 'API rate limit exceeded for installation ID 1.' }, quota]];
  received.length = 0;
  await expect(read()).rejects.toMatchObject({
    code: 'api-rate-limited',
    remedy: expect.stringMatching(/^Run again after \d\d:\d\d UTC\. The requests of all workflows/),
  });
  expect(received).toHaveLength(1);
});

test('a response of another shape is refused, whatever the types of Octokit promise', async () => {
  responses = [[200, { id: 'seven' }]];
  await expect(read()).rejects.toMatchObject({ code: 'api-unexpected-answer' });
});

test('a POST is not repeated unless that does no harm', async () => {
  const create = (repeatable: boolean): Promise<unknown> =>
    github.request({ ...call, repeatable }, schema, (rest, target) =>
      rest.issues.createComment({ ...target, issue_number: 1, body: 'text' }),
    );
  responses = [[500, {}]];
  await expect(create(false)).rejects.toMatchObject({ code: 'api-unavailable' });
  responses = [[500, {}]];
  expect(await create(true)).toEqual({ id: 7 });
  expect(received).toHaveLength(3);
});

test('find takes 404 for an answer, and nothing else', async () => {
  const find = (): Promise<unknown> => github.find(call, schema, (rest, target) => rest.repos.get(target));
  responses = [[404, { message: 'Not Found' }]];
  expect(await find()).toBeNull();
  responses = [[401, {}]];
  await expect(find()).rejects.toMatchObject({ code: 'api-unauthorized' });
});
