import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import provider from '../../src/providers/vercel-deployment/index.js';
import type { State } from '../../src/providers/vercel-deployment/state.js';
import type { Answer, SandboxRequest } from '../sandbox/json-server.js';
import { refuse } from '../sandbox/vercel/server.js';
import { VercelRollback, type Outcome } from '../support/vercel-rollback.js';

/** What Vercel may answer, and what others may do meanwhile: each ends as it should, in bounded time, without a false success. */
const world = new VercelRollback();
const { vercel } = world;

beforeAll(world.start);
afterAll(world.stop);
beforeEach(() => world.reset());

interface Scenario {
  readonly name: string;
  /** Before the plan. */
  readonly arrange?: () => unknown;
  /** Between the plan and the rollback. */
  readonly meanwhile?: (() => void) | undefined;
  /** `done`, or the code of the error. */
  readonly code: string;
  readonly says?: RegExp;
  readonly writes?: readonly string[];
  /** At most so many seconds on the clock of the product; default: 25, which is the deadline and a little. */
  readonly within?: number;
  readonly more?: (outcome: Outcome) => void;
}

const answer = (status: number, code: string, headers: Record<string, string> = {}) =>
  ({ kind: 'answer', answer: { ...refuse(status, code, 'stub fault'), headers } }) as const;
type Body = Record<string, unknown>;
/** Changes the bodies of the answers to some requests. */
function reshape(on: (request: SandboxRequest) => boolean, change: (body: Body) => unknown): void {
  vercel.reshape = (request, given): Answer =>
    on(request) && given.status < 300 ? { ...given, body: change(given.body as Body) } : given;
}
const without = (body: Body, ...fields: string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([field]) => !fields.includes(field)));
const isDeployment = ({ method, path }: SandboxRequest): boolean =>
  method === 'GET' && path.startsWith('/v13/deployments/');
/** Once, directly after Vercel accepted the switch. */
function afterSwitch(act: () => void): void {
  let done = false;
  vercel.before = (request) => {
    if (done || !world.isPoll(request)) return;
    done = true;
    act();
  };
}
const ROLLBACK = ['POST rollback'];

const ONE_AFTER_ANOTHER: Scenario[] = [
  { name: 'ok', code: 'done', writes: ROLLBACK, within: 3, arrange: () => void (vercel.behavior.jobMs = 1_000) },
  {
    name: 'failed',
    code: 'deployment-switch-failed',
    says: /shop\.example\.com/,
    within: 5,
    arrange: () => Object.assign(vercel.behavior, { outcome: 'failed', stuckDomains: ['shop.example.com'] }),
  },
  {
    name: 'skipped',
    code: 'deployment-switch-failed',
    says: /skipped/,
    within: 5,
    arrange: () => Object.assign(vercel.behavior, { outcome: 'skipped' }),
  },
  {
    name: 'never',
    code: 'deadline-exceeded',
    arrange: () => void (vercel.behavior.jobMs = 3_600_000),
    more: ({ seconds }) => expect(seconds).toBeGreaterThanOrEqual(20),
  },
  {
    name: 'hobby402',
    code: 'vercel-plan-limit',
    says: /upgrade to pro/,
    within: 1,
    arrange: () => vercel.inject({ on: world.isSwitch, with: { ...hobby() } }),
  },
  {
    name: 'conflict409',
    code: 'api-conflict',
    writes: ROLLBACK,
    within: 5,
    arrange: () => vercel.inject({ on: world.isSwitch, with: answer(409, 'conflict') }),
    more: () => expect(world.shop.production).toBe(world.bad.id),
  },
  {
    name: 'race: the old job is still shown',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => {
      world.shop.lastAliasRequest = world.request(world.bad.id, { type: 'promote' });
      Object.assign(vercel.behavior, { jobMs: 1_000, stalePolls: 3 });
    },
  },
  {
    name: 'rl429: the first read',
    code: 'done',
    writes: ROLLBACK,
    within: 10,
    arrange: () => vercel.inject({ with: answer(429, 'rate_limited', { 'retry-after': '1' }) }),
  },
  {
    name: 'rl429: the first poll',
    code: 'done',
    writes: ROLLBACK,
    within: 10,
    arrange: () => vercel.inject({ on: world.isPoll, with: answer(429, 'rate_limited', { 'retry-after': '1' }) }),
  },
  {
    name: 'rolling: a release of the bad one at 10 %',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => {
      vercel.serve(world.shop, world.good);
      rolling();
      vercel.startRelease(world.shop, world.bad);
    },
    more: () => expect(world.shop.rollingRelease?.state).toBe('ABORTED'),
  },
  {
    name: 'rolling: a release of the saved one over the bad one',
    code: 'done',
    within: 10,
    arrange: () => {
      rolling();
      vercel.startRelease(world.shop, world.good);
    },
    more: () => expect(vercel.requests.length).toBeLessThan(40),
  },
  {
    name: 'rollingidle: configured, the last release was aborted',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => {
      rolling();
      vercel.startRelease(world.shop, world.bad);
      Object.assign(world.shop.rollingRelease ?? {}, { state: 'ABORTED' });
    },
  },
  {
    name: 'rollingidle: active without a stage, for ever',
    // Production has moved, and Vercel still shows a release.
    code: 'incomplete',
    arrange: () => {
      rolling();
      reshape(
        ({ path }) => path.endsWith('/rolling-release'),
        () => ({ rollingRelease: { ...releaseShown(), state: 'ACTIVE', activeStage: null } }),
      );
    },
    more: () => expect(vercel.requests.length).toBeLessThan(80),
  },
  {
    name: 'post500',
    code: 'done',
    writes: ['POST rollback', 'POST rollback'],
    within: 10,
    arrange: () => vercel.inject({ on: world.isSwitch, with: answer(500, 'internal') }),
  },
  {
    name: 'post429: no Retry-After, a reset in a minute, requests left',
    code: 'done',
    writes: ['POST rollback', 'POST rollback'],
    within: 20,
    arrange: () =>
      vercel.inject({
        on: world.isSwitch,
        with: answer(429, 'rate_limited', { ...resetIn(60), 'x-ratelimit-remaining': '499' }),
      }),
  },
  { name: 'projtoken', code: 'done', arrange: () => void (vercel.behavior.projectToken = true) },
  {
    name: 'nojob',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => Object.assign(vercel.behavior, { noJob: true, jobMs: 1_000 }),
  },
  ...['deleted', 'ERROR', 'retention', 'STAGED', 'preview'].map((how): Scenario => ({
    name: `n01, n19, n25: the target is ${how} after the plan`,
    code: 'preflight-failed',
    says: /cannot take production/,
    writes: [],
    within: 1,
    meanwhile: () => spoil(world.good.id, how),
  })),
  ...[410, 422].map((status): Scenario => ({
    name: `n01b, n01c: the request is refused with ${status}`,
    code: 'deployment-not-eligible',
    says: /stub fault/,
    writes: ROLLBACK,
    within: 5,
    arrange: () => vercel.inject({ on: world.isSwitch, with: answer(status, 'gone') }),
  })),
  {
    name: 'n02: one domain never moves',
    code: 'deployment-switch-failed',
    says: /www\.shop\.example\.com/,
    writes: ROLLBACK,
    arrange: () => Object.assign(vercel.behavior, { stuckDomains: ['www.shop.example.com'] }),
  },
  {
    name: 'n02b: the same, and a second rollback',
    code: 'done',
    writes: ['POST aliases'],
    arrange: async () => {
      Object.assign(vercel.behavior, { stuckDomains: ['www.shop.example.com'] });
      await world.rollBack();
      vercel.requests.length = 0;
    },
  },
  ...[3, 8].map((seconds): Scenario => ({
    name: `n02c, n02d: one domain moves ${seconds} s late`,
    code: 'done',
    writes: ROLLBACK,
    arrange: () => lag(seconds, { domains: ['www.shop.example.com'] }),
  })),
  { name: 'n03: the project shows the old one for 5 s', code: 'done', arrange: () => lag(5, { project: true }) },
  { name: 'n03b: the domains show the old one for 6 s', code: 'done', arrange: () => lag(6, { domains: [] }) },
  { name: 'n03c: both for 5 s', code: 'done', arrange: () => lag(5, { project: true, domains: [] }) },
  {
    name: 'n04b: lastRollbackTarget is an empty object',
    code: 'done',
    arrange: () => reshape(world.isProject, (body) => ({ ...body, lastRollbackTarget: {} })),
  },
  ...[20, 300].map((timeout): Scenario => ({
    name: `n05, n31: somebody else rolls back elsewhere after our request (timeout-seconds ${timeout})`,
    code: 'api-conflict',
    says: /dpl_other/,
    writes: ROLLBACK,
    within: 15,
    arrange: () => {
      world.timeoutSeconds = timeout;
      vercel.behavior.jobMs = 3_600_000;
      afterSwitch(() => void (world.shop.lastAliasRequest = world.request('dpl_other')));
    },
  })),
  {
    name: 'n05b: somebody promotes the bad one again after our success',
    code: 'api-conflict',
    arrange: () => {
      let polls = 0;
      vercel.before = (request) => {
        if (world.isPoll(request)) polls += 1;
        if (polls > 0 && world.isAlias(request)) vercel.serve(world.shop, world.bad);
      };
    },
  },
  {
    name: 'n06: the project is renamed after the plan',
    code: 'done',
    meanwhile: () => void (world.shop.name = 'store'),
  },
  {
    name: 'n06b: the project is renamed after the snapshot',
    code: 'done',
    arrange: () => void (world.shop.name = 'x'),
  },
  {
    name: 'n06c: the project was given to another team',
    code: 'api-not-found',
    writes: [],
    within: 1,
    arrange: () => vercel.inject({ times: 50, with: answer(404, 'not_found') }),
  },
  {
    name: 'n07: a token of another team',
    code: 'api-forbidden',
    says: /Grant the credential/,
    writes: [],
    within: 1,
    arrange: () => vercel.inject({ times: 50, with: answer(403, 'forbidden') }),
  },
  {
    name: 'n07b: the token is revoked after our request',
    code: 'api-unauthorized',
    says: /accepted the rollback/,
    within: 2,
    arrange: () => vercel.inject({ on: world.isPoll, times: 50, with: answer(401, 'unauthorized') }),
  },
  {
    name: 'n08c: a live project without `targets`',
    code: 'done',
    writes: ROLLBACK,
    within: 5,
    arrange: () => reshape(world.isProject, (body) => without(body, 'targets')),
  },
  {
    name: 'n09: readySubstate is absent',
    code: 'done',
    arrange: () => reshape(isDeployment, (body) => without(body, 'readySubstate')),
  },
  {
    name: 'n09b: optional fields are null',
    code: 'done',
    arrange: () =>
      reshape(
        (request) => world.isProject(request) || isDeployment(request),
        (body) => ({
          ...body,
          ...('lastAliasRequest' in body ? { autoAssignCustomDomains: null, link: null, rollingRelease: null } : {}),
          ...('readyState' in body ? { readySubstate: null, softDeletedByRetention: null, creator: null } : {}),
        }),
      ),
  },
  ...['fromDeploymentId', 'requestedAt'].map((field): Scenario => ({
    name: `n09c, n09d: a job without ${field}`,
    code: field === 'requestedAt' ? 'api-unexpected-answer' : 'done',
    arrange: () =>
      reshape(world.isProject, (body) => ({
        ...body,
        lastAliasRequest: body.lastAliasRequest && without(body.lastAliasRequest as Body, field),
      })),
  })),
  {
    name: 'n10: unknown fields everywhere',
    code: 'done',
    arrange: () =>
      reshape(
        () => true,
        (body) => ({ ...body, 'new field': { a: [1] }, $schema: 'x' }),
      ),
  },
  {
    name: 'n12: an HTML page with 502 in place of every third read',
    code: 'done',
    within: 30,
    arrange: () => {
      let reads = 0;
      const third = ({ method }: SandboxRequest): boolean => method === 'GET' && (reads += 1) % 3 === 0;
      vercel.inject({ on: third, times: 500, with: { kind: 'html' } });
    },
  },
  ...[true, false].map((executed): Scenario => ({
    name: `n12b, n12c: the request is answered with an HTML page, and was ${executed ? '' : 'not '}carried out`,
    code: 'done',
    writes: executed ? ROLLBACK : ['POST rollback', 'POST rollback'],
    within: 10,
    arrange: () => vercel.inject({ on: world.isSwitch, with: { kind: 'html', executed } }),
  })),
  {
    name: 'n12d: the connection dies, the request was carried out, and no job is shown for a while',
    code: 'done',
    arrange: () => {
      Object.assign(vercel.behavior, { jobMs: 4_000, stalePolls: 3 });
      vercel.inject({ on: world.isSwitch, with: { kind: 'reset', executed: true } });
    },
    more: () => expect(world.posts).toBeLessThanOrEqual(2),
  },
  {
    name: 'n12e: the request is answered with 200 and an HTML page',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => vercel.inject({ on: world.isSwitch, with: { kind: 'html', status: 200, executed: true } }),
  },
  {
    name: 'n13: reads of the project take 5 s, the request 10 s',
    code: 'done',
    writes: ROLLBACK,
    within: 90,
    arrange: () =>
      (vercel.before = (request) =>
        world.advance(world.isProject(request) ? 5_000 : world.isSwitch(request) ? 10_000 : 0)),
  },
  {
    name: 'n13b: the request is carried out and never answered',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => vercel.inject({ on: world.isSwitch, with: { kind: 'hang', executed: true } }),
  },
  {
    name: 'n13c: one poll takes the whole time, and the job is done then',
    code: 'done',
    writes: ROLLBACK,
    within: 30,
    arrange: () => {
      vercel.behavior.jobMs = 1_000;
      afterSwitch(() => world.advance(20_000));
    },
  },
  {
    name: 'n14: the request is redirected to another host',
    code: 'api-rejected',
    writes: ROLLBACK,
    within: 2,
    arrange: () =>
      vercel.inject({
        on: world.isSwitch,
        times: 9,
        with: { kind: 'answer', answer: { status: 308, headers: { location: 'http://127.0.0.1:9/elsewhere' } } },
      }),
  },
  ...[600_000, -600_000].flatMap((skew): Scenario[] => [
    {
      name: `n15, n15b: the clock is ${skew / 1000} s off`,
      code: 'done',
      arrange: () => {
        world.skewMs = skew;
        vercel.behavior.jobMs = 1_000;
      },
    },
    ...(['failed', 'skipped'] as const).flatMap((outcome): Scenario[] =>
      [true, false].map((older): Scenario => ({
        name: `n15c to n15e: the clock is ${skew / 1000} s off, the job ${outcome}, ${older ? 'an' : 'no'} older one is on record`,
        code: 'deployment-switch-failed',
        within: 6,
        arrange: () => {
          world.skewMs = skew;
          if (older) world.shop.lastAliasRequest = world.request(world.bad.id, { type: 'promote' });
          Object.assign(vercel.behavior, { outcome, jobMs: 1_000 });
        },
      })),
    ),
  ]),
  {
    name: "n16b: another's rollback runs when we ask",
    code: 'api-conflict',
    says: /dpl_other/,
    within: 5,
    arrange: () =>
      vercel.inject({
        on: (request) => {
          if (!world.isSwitch(request)) return false;
          world.shop.lastAliasRequest = world.request('dpl_other', { jobStatus: 'in-progress' });
          return true;
        },
        with: answer(409, 'conflict'),
      }),
  },
  {
    name: 'n17: a release whose base and canary are others',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => {
      rolling();
      vercel.startRelease(world.shop, vercel.addDeployment(world.shop));
    },
    more: () => expect(world.shop.rollingRelease?.state).toBe('ABORTED'),
  },
  {
    name: 'n18: done by hand after the plan',
    code: 'done',
    writes: [],
    meanwhile: () => vercel.serve(world.shop, world.good),
  },
  {
    name: 'n20: 429 with Retry-After 0, for one second',
    code: 'done',
    within: 10,
    arrange: () => limitedFor(1, { 'retry-after': '0' }),
  },
  {
    name: "n20b: 429 for 3 s, the runner's clock is 10 min ahead",
    code: 'done',
    within: 15,
    arrange: () => {
      world.skewMs = 600_000;
      limitedFor(3, resetIn(3));
    },
  },
  {
    name: "n20c: 429 for 1 s, the runner's clock is 10 min behind",
    code: 'done',
    within: 15,
    arrange: () => {
      world.skewMs = -600_000;
      limitedFor(1, resetIn(1));
    },
  },
  {
    name: 'n21: pointing a domain is answered with 500, carried out, and then refused as done',
    code: 'done',
    writes: ['POST aliases', 'POST aliases'],
    arrange: async () => {
      Object.assign(vercel.behavior, { stuckDomains: ['www.shop.example.com'] });
      await world.rollBack();
      vercel.requests.length = 0;
      const pointing = ({ method, path }: SandboxRequest): boolean => method === 'POST' && path.endsWith('/aliases');
      vercel.inject({ on: pointing, with: { ...answer(500, 'internal'), executed: true } });
      vercel.inject({ on: pointing, with: answer(409, 'alias_in_use') });
    },
  },
  {
    name: 'n22: the request is accepted, and ignored for ever',
    code: 'deadline-exceeded',
    writes: ROLLBACK,
    arrange: () =>
      vercel.inject({ on: world.isSwitch, times: 9, with: { kind: 'answer', answer: { status: 201, body: {} } } }),
  },
  {
    name: 'n26: one domain has no alias',
    code: 'done',
    arrange: () => void vercel.aliases.set('www.shop.example.com', { ...bare(), deploymentId: null }),
  },
  {
    name: 'n27: an old job to the same deployment is on record',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => {
      world.shop.lastAliasRequest = world.request(world.good.id);
      vercel.behavior.jobMs = 2_000;
    },
    more: ({ seconds }) => expect(seconds).toBeGreaterThanOrEqual(2),
  },
  {
    name: 'n28: the job failed for one domain, and production moved',
    code: 'deployment-switch-failed',
    says: /www\.shop\.example\.com/,
    arrange: () => {
      Object.assign(vercel.behavior, { outcome: 'failed', stuckDomains: ['www.shop.example.com'] });
      afterSwitch(() => void (world.shop.production = world.good.id));
    },
  },
  {
    name: 'n29: the request is refused with 403',
    code: 'api-forbidden',
    says: /deploy to production/,
    writes: ROLLBACK,
    within: 1,
    arrange: () => vercel.inject({ on: world.isSwitch, with: answer(403, 'forbidden') }),
  },
  {
    name: 'n30: every answer takes 20 s',
    code: 'done',
    writes: ROLLBACK,
    within: 450,
    arrange: () => {
      world.timeoutSeconds = 300;
      vercel.before = () => world.advance(20_000);
    },
  },
  {
    name: 'n36: a domain was taken out of the project',
    code: 'done',
    says: /www\.shop\.example\.com is no longer a production domain/,
    arrange: () => {
      world.shop.domains = world.shop.domains.filter(({ name }) => name === 'shop.example.com');
      vercel.aliases.delete('www.shop.example.com');
    },
  },
  ...(['verified', 'redirect'] as const).map((field): Scenario => ({
    name: `n36: the ${field} of a domain has changed`,
    code: 'done',
    says: /www\.shop\.example\.com is no longer a production domain/,
    arrange: () =>
      Object.assign(world.shop.domains[1] ?? {}, {
        [field]: field === 'verified' ? false : 'shop.example.com',
      }),
  })),
  ...['deleted', 'retention', 'ERROR', 'preview'].map((how): Scenario => ({
    name: `n37: away from a deployment that is ${how}`,
    code: 'done',
    writes: ROLLBACK,
    arrange: () => spoil(world.bad.id, how),
  })),
];

function spoil(id: string, how: string): void {
  const changes: Readonly<Record<string, object>> = {
    deleted: { readyState: 'DELETED' },
    ERROR: { readyState: 'ERROR' },
    retention: { softDeletedByRetention: true },
    STAGED: { readySubstate: 'STAGED' },
    preview: { target: null },
  };
  Object.assign(vercel.deployments.get(id) ?? {}, changes[how]);
}
const hobby = () => answer(402, 'payment_required: upgrade to pro');
const bare = () => ({ projectId: world.shop.id, redirect: null });
function rolling(): void {
  const stages = [{ targetPercentage: 10, duration: 60 }, { targetPercentage: 100 }];
  world.shop.rollingReleaseConfig = { target: 'production', stages };
}
const shown = ({ id, url, createdAt }: { id: string; url: string; createdAt: number }) => ({ id, url, createdAt });
const releaseShown = () => ({
  currentDeployment: shown(world.bad),
  canaryDeployment: shown(world.good),
  advancementType: 'automatic',
  stages: [],
  startedAt: world.now,
});
const resetIn = (seconds: number) => ({ 'x-ratelimit-reset': String(Math.ceil(world.now / 1000) + seconds) });
/** From the first poll on, every request is refused for so long. */
function limitedFor(seconds: number, headers: Record<string, string>): void {
  let until: number | null = null;
  const limited = (request: SandboxRequest): boolean => {
    if (world.isPoll(request)) until ??= world.now + seconds * 1000;
    return until !== null && world.now < until;
  };
  vercel.inject({ on: limited, times: 500, with: answer(429, 'rate_limited', headers) });
}
/** Answers show the old deployment for a while after the job. @param domains none: all of them */
function lag(seconds: number, what: { readonly project?: boolean; readonly domains?: readonly string[] }): void {
  let until: number | null = null;
  vercel.reshape = (request, given) => {
    if (world.isSwitch(request)) until = world.now + seconds * 1000;
    if (until === null || world.now >= until || given.status >= 300) return given;
    const body = given.body as Body;
    if (what.project === true && world.isProject(request)) {
      return { ...given, body: { ...body, targets: { production: shown(world.bad) } } };
    }
    if (what.domains === undefined || !world.isAlias(request)) return given;
    const old = (row: Body): Body =>
      what.domains?.length === 0 || what.domains?.includes(String(row.alias)) === true
        ? { ...row, deploymentId: world.bad.id }
        : row;
    return { ...given, body: 'aliases' in body ? { ...body, aliases: (body.aliases as Body[]).map(old) } : old(body) };
  };
}

async function play({ arrange, meanwhile, code, says, writes, within = 25, more }: Scenario): Promise<void> {
  await arrange?.();
  const planned = meanwhile === undefined ? undefined : await world.plan();
  meanwhile?.();
  const outcome = await world.rollBack(planned);
  expect(outcome).toMatchObject({
    code,
    ...(says === undefined ? {} : { says: expect.stringMatching(says) }),
    ...(writes === undefined ? {} : { writes }),
  });
  expect(outcome.seconds).toBeLessThanOrEqual(within);
  if (code === 'done') expect(world.shop.production).toBe(world.saved.production?.id);
  more?.(outcome);
}

/** After a rollback, the way forward: the goal is the newer deployment. */
const FORWARDS: Scenario[] = [
  { name: 'ok', code: 'done', writes: ['POST promote'], within: 5 },
  {
    name: 'queued202: the promote is queued, and begins by itself',
    code: 'done',
    writes: ['POST promote'],
    arrange: () => {
      vercel.inject({ on: world.isSwitch, with: { kind: 'answer', answer: { status: 202 }, executed: true } });
    },
  },
  {
    name: 'rolling: the promote starts a release, which is completed',
    code: 'done',
    writes: ['POST promote', 'POST complete'],
    within: 10,
    arrange: rolling,
  },
  {
    name: 'rollingidle: a release that is active for ever',
    code: 'incomplete',
    arrange: () => {
      rolling();
      reshape(
        ({ path }) => path.endsWith('/rolling-release'),
        () => ({ rollingRelease: { ...releaseShown(), state: 'ACTIVE', activeStage: null } }),
      );
    },
    more: () => expect(vercel.requests.length).toBeLessThan(120),
  },
  {
    name: 'n32: the promote is queued, and never begins',
    code: 'deadline-exceeded',
    says: /queued/,
    arrange: () => {
      vercel.inject({ on: world.isSwitch, times: 9, with: { kind: 'answer', answer: { status: 202 } } });
    },
  },
];

/** What this repository adds to the scenarios of the review. */
const MORE: Scenario[] = [
  ...(['reset', 'cut', 'truncated', 'html'] as const).flatMap((kind) =>
    (['isProject', 'isAlias', 'isPoll'] as const).map((phase): Scenario => ({
      name: `${kind} in place of an answer (${phase})`,
      code: 'done',
      writes: ROLLBACK,
      within: 10,
      arrange: () =>
        vercel.inject({ on: world[phase], times: 2, with: kind === 'html' ? { kind, status: 200 } : { kind } }),
    })),
  ),
  ...['project', 'deployment', 'domains', 'alias', 'rolling release'].map((what): Scenario => ({
    name: `a 200 with an error in its body, for the ${what}`,
    code: 'api-unexpected-answer',
    writes: [],
    within: 1,
    arrange: () => reshape(isRead(what), () => refuse(200, 'internal_error', 'try later').body),
  })),
  {
    name: 'an empty answer to a poll',
    code: 'api-unexpected-answer',
    says: /accepted the rollback/,
    writes: ROLLBACK,
    arrange: () => vercel.inject({ on: world.isPoll, times: 20, with: { kind: 'answer', answer: { status: 200 } } }),
  },
  {
    name: 'the request is answered with a text that is not JSON',
    code: 'done',
    writes: ROLLBACK,
    arrange: () =>
      vercel.inject({
        on: world.isSwitch,
        with: { kind: 'answer', answer: { status: 200, body: 'OK' }, executed: true },
      }),
  },
  {
    name: 'the request is limited for longer than its time: it is not sent again',
    code: 'api-rate-limited',
    writes: ROLLBACK,
    within: 5,
    arrange: () => vercel.inject({ on: world.isSwitch, times: 9, with: answer(429, 'x', { 'retry-after': '600' }) }),
    more: () => expect(world.shop.production).toBe(world.bad.id),
  },
  {
    name: 'the request is limited for ever: none is sent after the deadline',
    code: 'api-rate-limited',
    within: 20,
    arrange: () => vercel.inject({ on: world.isSwitch, times: 99, with: answer(429, 'x', resetIn(60)) }),
    more: () => {
      expect(world.posts).toBeGreaterThan(2);
      expect(world.shop.production).toBe(world.bad.id);
    },
  },
  {
    name: 'reads use up the whole time: nothing is requested',
    code: 'deadline-exceeded',
    says: /could not be requested within 20 s\. Production is unchanged/,
    writes: [],
    within: 400,
    arrange: () => (vercel.before = () => world.advance(25_000)),
  },
  {
    name: 'a poll is answered with 503 and a pause longer than the deadline',
    code: 'api-unavailable',
    says: /accepted the rollback/,
    within: 5,
    arrange: () => vercel.inject({ on: world.isPoll, times: 9, with: answer(503, 'x', { 'retry-after': '600' }) }),
  },
  {
    name: 'the project is deleted after the plan',
    code: 'api-not-found',
    writes: [],
    within: 1,
    meanwhile: () => void vercel.projects.delete(world.shop.id),
  },
  {
    name: 'the token is of a team that does not own the project',
    code: 'api-not-found',
    writes: [],
    within: 1,
    arrange: () => vercel.inject({ times: 20, with: { kind: 'answer', answer: refuse(404, 'not_found', 'Project') } }),
  },
  {
    name: 'a hostile name of the project',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => (world.shop.name = '::error::x\n$(id)`id`\u202E<script>'),
  },
  {
    name: 'a domain was moved to another project',
    code: 'done',
    says: /www\.shop\.example\.com is no longer a production domain/,
    writes: ROLLBACK,
    arrange: () => {
      const other = vercel.addProject('other');
      const theirs = vercel.release(other);
      world.shop.domains = world.shop.domains.slice(0, 1);
      vercel.addDomain(other, 'www.shop.example.com');
      vercel.serve(other, theirs);
    },
    more: () => expect(vercel.aliases.get('www.shop.example.com')?.projectId).not.toBe(world.shop.id),
  },
  {
    name: 'a list of domains whose pages repeat',
    code: 'api-unexpected-answer',
    says: /does not end/,
    writes: [],
    within: 1,
    arrange: () =>
      reshape(
        ({ path }) => path.endsWith('/domains'),
        (body) => ({ ...body, pagination: { count: 2, next: 1, prev: null } }),
      ),
    more: () => expect(vercel.requests.length).toBeLessThan(12),
  },
  {
    name: 'a list of aliases whose pages repeat',
    code: 'done',
    arrange: () =>
      reshape(
        ({ path }) => path === '/v4/aliases',
        (body) => ({ ...body, pagination: { count: 2, next: 1, prev: null } }),
      ),
    more: () => expect(vercel.requests.length).toBeLessThan(40),
  },
  {
    name: 'both deployments are of the future',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => {
      for (const one of vercel.deployments.values()) one.createdAt += 86_400_000;
    },
  },
  {
    name: 'an unknown status of the job, for ever',
    code: 'deadline-exceeded',
    writes: ROLLBACK,
    arrange: () => {
      vercel.behavior.jobMs = 3_600_000;
      jobStatus('paused');
    },
  },
  {
    name: 'an unknown status of the job, and production moves',
    code: 'done',
    writes: ROLLBACK,
    arrange: () => jobStatus('finalizing'),
  },
  {
    name: 'the time of the job is a text',
    code: 'api-unexpected-answer',
    says: /accepted the rollback/,
    arrange: () =>
      reshape(world.isPoll, (body) => ({
        ...body,
        lastAliasRequest: { ...(body.lastAliasRequest as Body), requestedAt: 'yesterday' },
      })),
  },
  {
    name: 'the deployment in production is named, and without its address',
    code: 'api-unexpected-answer',
    writes: [],
    arrange: () => reshape(world.isProject, (body) => ({ ...body, targets: { production: { id: world.bad.id } } })),
  },
  {
    name: 'the target was given to another project',
    code: 'preflight-failed',
    says: /belongs to project prj_other/,
    writes: [],
    meanwhile: () => void (world.good.projectId = 'prj_other'),
  },
  {
    name: 'the domains are limited for 3 s while they are confirmed',
    code: 'done',
    writes: ROLLBACK,
    within: 15,
    arrange: () =>
      vercel.inject({
        on: (request) => world.posts > 0 && world.isAlias(request),
        times: 3,
        with: answer(429, 'x', { 'retry-after': '1' }),
      }),
  },
];

const isRead =
  (what: string) =>
  ({ method, path }: SandboxRequest): boolean =>
    method === 'GET' &&
    {
      project: path === `/v9/projects/${world.shop.id}`,
      deployment: path.startsWith('/v13/'),
      domains: path.endsWith('/domains'),
      alias: path.startsWith('/v4/aliases'),
      'rolling release': path.endsWith('/rolling-release'),
    }[what] === true;
/** Shown of each request but those before ours. */
const jobStatus = (status: string): void =>
  reshape(world.isPoll, (body) => ({
    ...body,
    ...(body.lastAliasRequest ? { lastAliasRequest: { ...(body.lastAliasRequest as Body), jobStatus: status } } : {}),
  }));

describe('backwards', () => {
  test.each(ONE_AFTER_ANOTHER)('$name', play);
  test.each(MORE)('$name', play);

  test('n11: 250 domains', async () => {
    const names = Array.from({ length: 250 }, (_, at) => `d${at}.example.com`);
    await world.reset(() => {
      for (const name of names) vercel.addDomain(world.shop, name);
    });
    expect(await world.rollBack()).toMatchObject({ code: 'done', writes: ROLLBACK });
    expect(vercel.requests.length).toBeLessThan(45);
  });

  test('n16: two rollbacks of one plan at once', async () => {
    vercel.behavior.jobMs = 1_000;
    const plan = await world.plan();
    const both = await Promise.all([world.rollBack(plan), world.rollBack(plan)]);
    expect(both.map(({ code }) => code)).toEqual(['done', 'done']);
    expect(vercel.requests.filter((one) => world.isSwitch(one) && one.status === 201)).toHaveLength(1);
  });

  test('n23, n24: killed after the request, then again, and once more', async () => {
    vercel.behavior.jobMs = 2_000;
    vercel.crashAfterWrite(1);
    expect((await world.rollBack()).code).not.toBe('done');
    vercel.crashAfterWrite(0);
    vercel.requests.length = 0;
    for (let run = 0; run < 2; run += 1) expect(await world.rollBack()).toMatchObject({ code: 'done', writes: [] });
    expect(world.shop.production).toBe(world.good.id);
  });
});

describe('forwards', () => {
  test.each(FORWARDS)('$name', async (scenario) => {
    const goal = await world.capture();
    await world.rollBack();
    world.saved = goal;
    vercel.requests.length = 0;
    await play(scenario);
  });
});

describe('what a snapshot holds', () => {
  const noTargets = (): void => reshape(world.isProject, (body) => without(body, 'targets'));
  const codes = async (): Promise<unknown> =>
    (await provider.check(world.config, world.ctx)).map(({ level, code }) => `${level} ${code}`);
  const unreturnable = (state: State): unknown => provider.capabilities?.unreturnable?.(state) ?? null;

  test('n08: a project without `targets` holds what its domains serve', async () => {
    noTargets();
    const state = await world.capture();
    expect(state).toMatchObject({ production: { id: world.bad.id, commit: world.bad.meta.githubCommitSha } });
    expect([unreturnable(state), await codes()]).toEqual([null, []]);
  });

  test.each<[string, () => void]>([
    [
      'its domains serve two deployments',
      () => void vercel.aliases.set('www.shop.example.com', { ...bare(), deploymentId: world.good.id }),
    ],
    ['no domain serves any, but a deployment was in production', () => vercel.aliases.clear()],
    ['its domains serve one of another project', () => void (world.bad.projectId = 'prj_other')],
  ])('n08: …and if %s: no snapshot, and a rollback goes on', async (_, arrange) => {
    noTargets();
    arrange();
    const state = await world.capture();
    expect(state).toMatchObject({ production: null, productionUnknown: true });
    expect(unreturnable(state)).toMatchObject({ message: expect.stringContaining('does not say') });
    expect(await codes()).toEqual(['error production-unknown']);
    expect(provider.capabilities?.blindSpots?.(world.saved, state)).toHaveLength(1);
    expect((await world.plan())[0]).toMatchObject({ id: 'switch', before: null });
  });

  test('n08d: never deployed, and a first deployment serves later: told, and left to a person', async () => {
    const fresh = vercel.addProject('fresh', ['fresh.example.com']);
    world.shop = fresh;
    world.saved = await world.capture();
    expect([world.saved.production, unreturnable(world.saved), await codes()]).toEqual([
      null,
      null,
      ['warning no-production-deployment'],
    ]);
    vercel.release(fresh);
    expect(await world.plan()).toMatchObject([{ id: 'switch', manual: expect.stringContaining('no deployment') }]);
  });

  test.each(['deleted', 'retention', 'ERROR', 'preview', 'STAGED'])(
    'n19c: a target that is %s is found by check',
    async (how) => {
      const { production } = world.saved;
      spoil(production?.id ?? '', how);
      expect(await provider.capabilities?.stillThere?.(world.config, world.saved, world.ctx)).toMatchObject([
        { level: 'error', code: 'deployment-not-eligible', message: expect.stringContaining('cannot take production') },
      ]);
    },
  );
});
