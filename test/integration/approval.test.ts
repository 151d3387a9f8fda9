import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { approvalOf, approvalsSoFar, assertEnvironment, assertExpedited } from '../../src/approval/gate.js';
import { rewindConfig } from '../../src/config/schema.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { afterApprovals, assemblePlan, parsePlan, type Plan, type PlannedChange } from '../../src/engine/plan.js';
import type { Change } from '../../src/engine/change.js';
import type { Trust } from '../../src/engine/trust.js';
import { asRewindError } from '../../src/runtime/errors.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { testContext } from '../support/context.js';

/** Whose approval counts. GitHub keeps the approvals of all attempts of a run together. */
const RUN = 77;
let hub: GitHubSandbox;

beforeAll(async () => {
  hub = new GitHubSandbox();
  await hub.start();
});
afterAll(() => hub.stop());
beforeEach(() => {
  hub.environments.length = 0;
  hub.runs.length = 0;
  hub.addEnvironment({ name: 'production', reviewers: ['bob'] });
  hub.addRun({ id: RUN, event: 'workflow_dispatch' });
});

const INPUT = {
  createdAt: new Date('2026-11-23T03:00:00Z'),
  program: '0.1.0',
  environment: 'production',
  snapshot: '20261123T030000Z-abcdef',
  snapshotDigest: 'a'.repeat(64),
  database: 'none',
  scope: null,
  resources: [],
} as const;
const plan = assemblePlan(INPUT);
const SIGNED: Trust = { kind: 'signed', keyId: '258939B09E000D78' };
const CHANGE: Change = {
  id: 'switch',
  stage: 'deployment',
  action: 'update',
  target: 'production of shop',
  before: 'dpl_bad',
  after: 'dpl_good',
  effect: 'live',
  undo: 'promote it again',
  warnings: [],
  params: {},
};

interface Given {
  readonly attempt?: number;
  readonly triggeredBy?: string;
  readonly begun?: boolean;
  readonly self?: 'allow';
  readonly environment?: string;
  readonly approved?: Plan;
}

/** The error code, or who approved. */
async function ask({
  attempt = 1,
  triggeredBy = 'alice',
  begun = false,
  self,
  environment,
  approved = plan,
}: Given): Promise<string> {
  const config = rewindConfig.parse({
    version: 1,
    environment: environment ?? 'production',
    ...(self === undefined ? {} : { 'self-approval': self }),
    store: { kind: 'directory', path: 'store' },
    seal: { recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'] },
    resources: [{ id: 'web', provider: 'vercel-deployment', project: 'prj_1' }],
  });
  const context = testContext({
    env: { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token },
  });
  const run = { runId: RUN, attempt, actor: 'alice', triggeredBy, url: 'https://github.com/acme/shop/actions/runs/77' };
  const session = { run, context, inputs: { approval: 'reviewed' } } as unknown as Parameters<typeof approvalOf>[0];
  const project = { config } as unknown as Parameters<typeof approvalOf>[1];
  try {
    const never = new Promise<never>(() => undefined);
    return (await approvalOf(session, project, approved, begun, never)).approvedBy.join(', ');
  } catch (error) {
    return asRewindError(error).code;
  }
}

const soFar = (): Promise<number> => {
  const context = testContext({
    env: { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token },
  });
  const config = { environment: 'production', approval: 'required' };
  return approvalsSoFar({ run: { runId: RUN }, context } as never, { config } as never);
};

test('nobody approved, or somebody refused', async () => {
  expect(await ask({})).toBe('approval-missing');
  hub.approve(RUN, 'bob', 'production', { state: 'rejected' });
  expect(await ask({})).toBe('approval-missing');
});

test("an administrator's bypass leaves no approval, and does not count as one", async () => {
  hub.environments.length = 0;
  hub.addEnvironment({ name: 'production', reviewers: ['bob'], adminsBypass: true });
  expect(await ask({ triggeredBy: 'admin-eve' })).toBe('approval-missing');
  // GitHub may also note a bypass as a review in no environment, or of nobody.
  hub.inject({
    on: /\/approvals$/,
    times: 2,
    with: {
      kind: 'answer',
      answer: {
        status: 200,
        body: [
          { state: 'approved', comment: 'bypassed', environments: [], user: { login: 'admin-eve' } },
          { state: 'approved', comment: 'bypassed', environments: [{ name: 'production' }], user: null },
          { state: 'bypassed', comment: '', environments: [{ name: 'production' }], user: { login: 'admin-eve' } },
        ],
      },
    },
  });
  expect(await ask({ triggeredBy: 'admin-eve' })).toBe('approval-missing');
});

test('an approval of another environment does not count', async () => {
  hub.addEnvironment({ name: 'staging', reviewers: ['bob'] });
  hub.approve(RUN, 'bob', 'staging');
  expect(await ask({})).toBe('approval-missing');
});

test('names of environments are compared as GitHub does', async () => {
  hub.approve(RUN, 'bob', 'production');
  expect(await ask({ environment: 'Production' })).toBe('bob');
  const session = { inputs: { environment: 'PRODUCTION', config: 'rewind.yml' } } as never;
  expect(() => assertEnvironment(session, { config: { environment: 'production' } } as never)).not.toThrow();
});

describe('who started it may not approve it alone', () => {
  test.each<[string, Given, string]>([
    ['alice approves her own run', {}, 'approval-self'],
    ['carol runs it again, alice approves', { attempt: 1, triggeredBy: 'carol' }, 'approval-self'],
    ['the configuration allows it', { self: 'allow' }, 'alice'],
  ])('%s', async (_what, given, expected) => {
    hub.approve(RUN, 'alice', 'production');
    expect(await ask(given)).toBe(expected);
  });

  test('with another reviewer beside her it holds', async () => {
    hub.approve(RUN, 'alice', 'production');
    hub.approve(RUN, 'bob', 'production');
    expect(await ask({})).toBe('alice, bob');
  });
});

describe('another job of the run names the environment too, and only that one was approved', () => {
  test('the approval from before the plan is not one of the plan', async () => {
    hub.approve(RUN, 'bob', 'production');
    const before = await soFar();
    expect(before).toBe(1);
    const approved = afterApprovals(plan, before);
    // The reviewer approves the digest, so the number cannot be taken out of the plan file.
    expect(approved.digest).not.toBe(plan.digest);
    expect(() => parsePlan({ ...approved, approvalsBefore: 0 })).toThrow('its content does not match its digest');
    expect(await ask({ approved })).toBe('approval-stale');
    hub.approve(RUN, 'carol', 'production');
    expect(await ask({ approved })).toBe('bob, carol');
  });

  test('without one before the plan, the digest is that of the plan alone', async () => {
    hub.addEnvironment({ name: 'staging', reviewers: ['bob'] });
    hub.approve(RUN, 'bob', 'staging');
    expect(afterApprovals(plan, await soFar())).toBe(plan);
  });
});

describe('the expedited lane', () => {
  const rule = { environment: 'fast', minutes: 30 };
  const manifest = { createdAt: '2026-11-23T03:00:00.000Z', reason: 'pre-deploy' } as Manifest;
  const planOf = (dataAtRisk: PlannedChange['dataAtRisk']) =>
    assemblePlan({
      ...INPUT,
      resources: [
        {
          id: 'web',
          provider: 'vercel-deployment',
          changes: [{ ...CHANGE, ...(dataAtRisk && { dataAtRisk }) }],
        },
      ],
    });
  const decide = (of: Plan): string => {
    const clock = { ...testContext().clock, now: () => new Date('2026-11-23T03:05:00Z') };
    try {
      assertExpedited({ ...testContext(), clock }, { expedited: rule } as never, of, manifest, SIGNED);
      return 'expedited';
    } catch (error) {
      return `${asRewindError(error).code}: ${asRewindError(error).problems.join('; ')}`;
    }
  };

  test('rows at risk that were taken out of the plan file are in the plan that is made from live state', async () => {
    const live = planOf([{ what: 'fans', rows: 12 }]);
    const file = planOf(undefined);
    // The digest does not cover the number of rows, which grows during a review.
    expect(file.digest).toBe(live.digest);
    expect(decide(file)).toBe('expedited');
    expect(decide(live)).toBe('expedited-closed: production of shop loses data');
  });
});

describe('a later attempt', () => {
  test.each<[string, () => void, Given, string]>([
    [
      'whose approval an administrator skipped',
      () => undefined,
      { attempt: 2, triggeredBy: 'admin-eve' },
      'approval-stale',
    ],
    ['that goes on with the plan which the first one began', () => undefined, { attempt: 2, begun: true }, 'bob'],
    ['that was approved again', () => hub.approve(RUN, 'bob', 'production'), { attempt: 2 }, 'bob'],
    ['the third, with two approvals', () => hub.approve(RUN, 'bob', 'production'), { attempt: 3 }, 'approval-stale'],
    [
      'whose approval names the digest',
      () => hub.approve(RUN, 'carol', 'production', { comment: `yes: ${plan.digest.slice(0, 12)}` }),
      { attempt: 5 },
      'bob, carol',
    ],
    [
      'whose approval names another digest',
      () => hub.approve(RUN, 'carol', 'production', { comment: `yes: ${'0'.repeat(12)}` }),
      { attempt: 5 },
      'approval-stale',
    ],
  ])('%s', async (_what, more, given, expected) => {
    hub.approve(RUN, 'bob', 'production');
    more();
    expect(await ask(given)).toBe(expected);
  });
});
