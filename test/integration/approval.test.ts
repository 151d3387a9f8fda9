import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeApproval } from '../../src/approval/approval-record.js';
import { waitingFindings } from '../../src/approval/waiting.js';
import {
  approvalOf,
  approvalsSoFar,
  assertEnvironment,
  assertExpedited,
  chooseApproval,
} from '../../src/approval/gate.js';
import { rewindConfig } from '../../src/config/schema.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { assemblePlan } from '../../src/engine/assemble-plan.js';
import { afterApprovals, parsePlan, type Plan, type PlannedChange } from '../../src/engine/plan.js';
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
  hub.issues.length = 0;
  hub.comments.length = 0;
  hub.renamed.clear();
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
  readonly approval?: 'digest' | 'comment';
  /** What was typed; and the issue that was named. */
  readonly typed?: string;
  readonly incident?: number;
  readonly repository?: string;
}

let remedy = '';

/** The error code, or who approved. */
async function ask({
  attempt = 1,
  triggeredBy = 'alice',
  begun = false,
  self,
  environment,
  approved = plan,
  approval,
  typed,
  incident,
  repository,
}: Given): Promise<string> {
  const config = rewindConfig.parse({
    version: 1,
    environment: environment ?? 'production',
    ...(self === undefined ? {} : { 'self-approval': self }),
    ...(approval === undefined ? {} : { approval }),
    store: { kind: 'directory', path: 'store' },
    seal: { recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'] },
    resources: [{ id: 'web', provider: 'vercel-deployment', project: 'prj_1' }],
  });
  const context = testContext({
    env: { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token },
  });
  const run = { runId: RUN, attempt, actor: 'alice', triggeredBy, url: 'https://github.com/acme/shop/actions/runs/77' };
  const session = {
    run,
    context,
    inputs: {
      approval: 'reviewed',
      typedDigest: typed ?? null,
      incident: incident === undefined ? null : { number: incident, repository: repository ?? null },
    },
  } as unknown as Parameters<typeof approvalOf>[0];
  const project = { config } as unknown as Parameters<typeof approvalOf>[1];
  try {
    const never = new Promise<never>(() => undefined);
    const record = await approvalOf(session, project, approved, begun, never);
    return approval === undefined ? record.approvedBy.join(', ') : describeApproval(record);
  } catch (error) {
    remedy = asRewindError(error).remedy;
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

test('who renamed the account after the start of the run is still who started it', async () => {
  hub.renamed.set('alicia', 'alice');
  hub.approve(RUN, 'alicia', 'production');
  expect(await ask({})).toBe('approval-self');
  hub.approve(RUN, 'Alice', 'production');
  expect(await ask({})).toBe('approval-self');
  const { number } = hub.addIssue({ title: 'Down' });
  hub.addComment(number, `rewind approve ${plan.digest}`, 'alicia');
  expect(await ask({ approval: 'comment', typed: plan.digest, incident: number })).toBe('approval-self');
  hub.approve(RUN, 'bob', 'production');
  expect(await ask({})).toBe('alicia, Alice, bob');
});

test('GitHub lists no review of a job that records no deployment: the remedy says how to let it record one', async () => {
  expect(await ask({})).toBe('approval-missing');
  expect(remedy).toContain('record-deployment: true');
  hub.approve(RUN, 'bob', 'production', { state: 'rejected' });
  expect(await ask({})).toBe('approval-missing');
  expect(remedy).not.toContain('record-deployment');
});

test('an environment without reviewers explains the missing review by itself', async () => {
  hub.environments.length = 0;
  hub.addEnvironment({ name: 'production' });
  expect(await ask({})).toBe('approval-missing');
  expect(remedy).toMatch(/^Name the environment in the job/);
});

const DIGITS = plan.digest.slice(0, 12);
const WRONG = 'f'.repeat(12);

describe('without reviewers: the digest', () => {
  test.each<[string, Given, string]>([
    ['nobody typed it', {}, 'approval-missing'],
    ['of another plan', { typed: WRONG }, 'plan-mismatch'],
    ['of this plan', { typed: DIGITS }, 'requested by alice; approved by alice, who typed the digest'],
    [
      'of this plan; somebody else ran it again, and typed nothing',
      { typed: plan.digest, triggeredBy: 'carol' },
      'requested by alice, re-run by carol; approved by alice, who typed the digest',
    ],
  ])('%s', async (_what, given, expected) => {
    expect(await ask({ approval: 'digest', ...given })).toBe(expected);
    if (expected === 'approval-missing') expect(remedy).toContain(`digest: ${DIGITS}`);
  });
});

describe('without reviewers: a comment in the incident issue', () => {
  const APPROVED = 'requested by alice; approved by bob in a comment';
  test.each<[string, string, string, string]>([
    ['by somebody else', `Looks right.\r\nrewind approve ${DIGITS}`, 'bob', APPROVED],
    ['with all digits, as code', `Rewind approve \`${plan.digest.toUpperCase()}\``, 'bob', APPROVED],
    ['of another plan', `rewind approve ${WRONG}`, 'bob', 'approval-missing'],
    ['with too few digits', `rewind approve ${DIGITS.slice(0, 11)}`, 'bob', 'approval-missing'],
    ['that quotes it', `> rewind approve ${DIGITS}`, 'bob', 'approval-missing'],
    ['that explains it', `Do not write rewind approve ${DIGITS} yet`, 'bob', 'approval-missing'],
    [
      'with the line in a fence',
      `To approve, write:\r\n\`\`\`\r\nrewind approve ${DIGITS}\r\n\`\`\`\r\nNot yet!`,
      'bob',
      'approval-missing',
    ],
    ['with the line in a fence without an end', `~~~text\nrewind approve ${DIGITS}`, 'bob', 'approval-missing'],
    ['with the line indented as code', `Not yet:\n\n    rewind approve ${DIGITS}`, 'bob', 'approval-missing'],
    ['that hides the line', `Looking.\n<!--\nrewind approve ${DIGITS}\n-->`, 'bob', 'approval-missing'],
    ['with the line after a fence', `\`\`\`\nerror\n\`\`\`\nrewind approve ${DIGITS}`, 'bob', APPROVED],
    ['by who started the rollback', `rewind approve ${DIGITS}`, 'alice', 'approval-self'],
    ['by a person who may only read', `rewind approve ${DIGITS}`, 'mallory', 'approval-missing'],
    ['by an app', `rewind approve ${DIGITS}`, 'helper[bot]', 'approval-missing'],
  ])('%s', async (_what, body, author, expected) => {
    hub.access.set('mallory', 'read');
    const { number } = hub.addIssue({ title: 'Down' });
    hub.addComment(number, body, author);
    expect(await ask({ approval: 'comment', typed: DIGITS, incident: number })).toBe(expected);
  });

  test('one that was edited does not count, nor one in an issue that is not named, nor one without the typed digest', async () => {
    const { number } = hub.addIssue({ title: 'Down' });
    const comment = hub.addComment(number, `rewind approve ${DIGITS}`, 'bob');
    expect(await ask({ approval: 'comment', incident: number })).toBe('approval-missing');
    expect(await ask({ approval: 'comment', typed: DIGITS })).toBe('approval-missing');
    expect(await ask({ approval: 'comment', typed: DIGITS, incident: number })).toBe(APPROVED);
    comment.updatedAt = '2030-01-01T00:00:00Z';
    expect(await ask({ approval: 'comment', typed: DIGITS, incident: number })).toBe('approval-missing');
  });

  test('an issue that does not exist, and one of another repository with the same number, are mistakes of the input', async () => {
    const { number } = hub.addIssue({ title: 'Down' });
    hub.addComment(number, `rewind approve ${DIGITS}`, 'bob');
    const given = { approval: 'comment', typed: DIGITS, incident: number } as const;
    expect(await ask({ ...given, incident: 999 })).toBe('input-invalid');
    expect(await ask({ ...given, repository: 'evil/shop' })).toBe('input-invalid');
    expect(await ask({ ...given, repository: 'Acme/shop' })).toBe(APPROVED);
  });

  test('who started it may approve it alone, if the configuration allows it', async () => {
    const { number } = hub.addIssue({ title: 'Down' });
    hub.addComment(number, `rewind approve ${DIGITS}`, 'alice');
    const given = { approval: 'comment', typed: DIGITS, incident: number, self: 'allow' } as const;
    expect(await ask(given)).toBe('requested by alice; approved by alice in a comment');
  });
});

test('a plan names the runs that wait for a reviewer and may hold the queue; what GitHub refuses stops nothing', async () => {
  const path = '.github/workflows/rollback-production.yml';
  hub.addRun({ id: RUN + 1, path, status: 'waiting', title: 'Roll back to latest: wrong button', actor: 'dora' });
  hub.addRun({ id: RUN + 2, status: 'waiting', calls: ['OWNER/rewind/.github/workflows/mitigate.yml@v1'] });
  hub.addRun({ id: RUN + 3, status: 'waiting', title: 'A deploy to staging' });
  hub.addRun({ id: RUN + 4, path, title: 'One that is over' });
  hub.addRun({ id: RUN + 5, path, status: 'waiting', title: 'This run' });
  const found = async (): Promise<string[]> => {
    const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token };
    const context = testContext({ env: { ...env, GITHUB_WORKFLOW_REF: `acme/shop/${path}@refs/heads/main` } });
    const findings = await waitingFindings({ context, run: { runId: RUN + 5 } as never });
    return findings.map(({ code, message }) => `${code} ${message}`);
  };
  const [first = '', second = '', ...more] = (await found()).sort();
  expect(more).toEqual([]);
  expect(first).toContain(`run-waits Run ${RUN + 1} ("Roll back to latest: wrong button", started by dora`);
  expect(first).toContain(`https://github.com/acme/shop/actions/runs/${RUN + 1}`);
  expect(second).toContain(`run-waits Run ${RUN + 2}`);
  const { permissions } = hub;
  hub.permissions = new Set();
  expect(await found()).toEqual([expect.stringContaining('api-forbidden')]);
  hub.permissions = permissions;
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
      assertExpedited(
        { context: { ...testContext(), clock }, run: null },
        { expedited: rule } as never,
        of,
        manifest,
        SIGNED,
      );
      return 'expedited';
    } catch (error) {
      return `${asRewindError(error).code}: ${asRewindError(error).problems.join('; ')}`;
    }
  };

  describe('a plan of a workflow may be expedited only if the environment of the lane protects its secrets', () => {
    type Lane = Parameters<GitHubSandbox['addEnvironment']>[0];
    const choose = async (of: Plan, expedited: typeof rule | null = rule, run: object | null = {}) => {
      const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: hub.url, GITHUB_TOKEN: hub.token };
      const clock = { ...testContext().clock, now: () => new Date('2026-11-23T03:05:00Z') };
      hub.requests.length = 0;
      const session = { run, context: { ...testContext({ env }), clock } } as unknown as Parameters<
        typeof chooseApproval
      >[0];
      return chooseApproval(session, { config: { expedited: expedited ?? undefined } } as never, of, manifest, SIGNED);
    };
    const reviewed = (why: string) => ({ approval: 'reviewed', closed: [expect.stringMatching(why)] });
    const EXPEDITED = { approval: 'expedited', closed: [] };

    test.each<[string, Lane | null, object]>([
      ['for the default branch', { name: 'fast', branches: ['main'] }, EXPEDITED],
      ['with a wait timer, which is a warning', { name: 'fast', branches: ['main'], waitMinutes: 5 }, EXPEDITED],
      ['for any branch', { name: 'fast' }, reviewed('^A workflow on any branch .*may use "fast".*without a review$')],
      ['that does not exist', null, reviewed('^The environment "fast" does not exist.*without protection$')],
    ])('one %s', async (_what, lane, decision) => {
      if (lane !== null) hub.addEnvironment(lane);
      expect(await choose(planOf(undefined))).toEqual(decision);
    });

    test('what needs a reviewer anyway, and a command line, do not ask GitHub', async () => {
      expect(await choose(planOf([{ what: 'fans', rows: 12 }]))).toEqual(reviewed('loses data'));
      expect(await choose(planOf(undefined), null)).toEqual(reviewed('no "expedited" section'));
      expect(await choose(planOf(undefined), rule, null)).toEqual(EXPEDITED);
      expect(hub.requests).toEqual([]);
    });
  });

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
