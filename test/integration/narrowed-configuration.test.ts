import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CrashPoint } from '../sandbox/json-server.js';
import { StripeSandbox } from '../sandbox/stripe/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM } from '../sandbox/vercel/server.js';
import { sourcesAfter } from '../support/program.js';
import { startVercelRepository, type VercelRepository } from '../support/vercel-repository.js';

/** The configuration of a resource covers less than when its plan was approved: a change of it would be no difference any more. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const IN_THE_DEPLOYMENT = 'http POST /#/projects/#/rollback/#: sent';
const SHOP = 'https://shop.example.test/hook';
const OTHER = 'https://other.example.test/hook';

interface Status {
  readonly obligations: readonly { readonly kind: string; readonly reading: unknown }[];
}

let stripe: StripeSandbox;
let world: VercelRepository;
let project: Project;

beforeAll(async () => {
  stripe = await new StripeSandbox(new CrashPoint()).start();
  world = await startVercelRepository({ STRIPE_API_KEY: 'sk_test_sandbox', STRIPE_API_URL: stripe.url });
});
afterAll(async () => {
  await world.stop();
  await stripe.stop();
});

const WIDE = ', targets: [production, preview]';
const configure = (env = WIDE, pay = '', web = ''): void => {
  world.configure(project, {
    resources: [
      `{ id: env, provider: vercel-env, project: ${project.id}, team: ${TEAM}${env} }`,
      `{ id: pay, provider: stripe-webhooks${pay} }`,
    ],
  });
  if (web === '') return;
  const configured = readFileSync(world.repository.configFile, 'utf8');
  writeFileSync(world.repository.configFile, configured.replace('vercel-deployment,', `vercel-deployment, ${web},`));
};
/** What production holds. */
const live = (): unknown => [
  project.env.map(({ key, value }) => `${key} ${value}`),
  [...stripe.hooks.values()].map(({ url, enabled }) => `${String(url)} ${String(enabled)}`).sort(),
];

beforeEach(async () => {
  stripe.reset();
  project = world.addShop();
  for (const key of ['API_URL', 'THEME']) world.vercel.addEnv(project, key, 'before', { target: ['production'] });
  world.vercel.addEnv(project, 'BETA', 'before', { target: ['preview'] });
  stripe.add({ url: SHOP, events: ['charge.succeeded'] });
  stripe.add({ url: OTHER, events: ['invoice.paid'] });
  world.vercel.release(project);
  configure();
  await world.repository.ok('snapshot');
  world.vercel.release(project);
  for (const row of project.env) Object.assign(row, { value: 'after', updatedAt: world.vercel.now() });
  for (const hook of stripe.hooks.values()) hook.enabled = false;
});

const NARROWED: readonly [key: string, resource: string, env: string, pay: string][] = [
  ['targets', 'env', '', ''],
  ['ignore', 'env', `${WIDE}, ignore: [API_URL]`, ''],
  ['endpoints', 'pay', WIDE, ', endpoints: ["https://shop.example.test/"]'],
  ['event-destinations', 'pay', WIDE, ', event-destinations: false'],
];

test.each(NARROWED)('%s: the rollback is refused and changes nothing; as it was, it goes on', async (...narrowed) => {
  const [key, resource, env, pay] = narrowed;
  const { repository, vercel } = world;
  const digest = await repository.digestOf('plan');
  const [before, { writes }] = [live(), vercel];
  configure(env, pay);
  const refused = await repository.run(['rollback', '--digest', digest, '--json']);
  expect([refused.status, refused.json()]).toMatchObject([
    2,
    {
      error: {
        code: 'plan-mismatch',
        message: `.github/rewind.yml was changed after the plan was made: ${resource}. This run changed nothing.`,
        problems: [`${resource}: ${key}`],
      },
    },
  ]);
  expect([live(), vercel.writes]).toEqual([before, writes]);
  configure();
  await repository.ok('rollback', '--digest', digest);
  expect(live()).toEqual([
    ['API_URL before', 'THEME before', 'BETA before'],
    [`${OTHER} true`, `${SHOP} true`],
  ]);
});

test('a comment, another order and a default that is written out are no other configuration', async () => {
  const { repository } = world;
  const digest = await repository.digestOf('plan');
  configure(', ignore: [], targets: [preview, production]', ', event-destinations: true');
  writeFileSync(repository.configFile, `# Reviewed\n${readFileSync(repository.configFile, 'utf8')}`);
  // Another job has no plan file: it makes the plan again.
  rmSync(`${repository.root}/.rewind/plan.json`);
  await repository.ok('rollback', '--digest', digest);
  expect(live()).toMatchObject([['API_URL before', 'THEME before', 'BETA before'], expect.anything()]);
});

test('what was approved is written down in the plan without a value of the configuration', async () => {
  await world.repository.ok('plan');
  const { configured } = JSON.parse(readFileSync(`${world.repository.root}/.rewind/plan.json`, 'utf8')) as {
    configured: Record<string, Record<string, string>>;
  };
  expect(Object.keys(configured)).toEqual(['web', 'env', 'pay']);
  expect(Object.values(configured.env ?? {})).toEqual(
    Object.values(configured.env ?? {}).map(() => expect.stringMatching(/^[0-9a-f]{32}$/)),
  );
});

describe('a rollback that was killed', () => {
  let digest: string;
  beforeEach(async () => {
    const { repository } = world;
    digest = await repository.digestOf('plan');
    const killed = await repository.run(['rollback', '--digest', digest], {
      command: sourcesAfter(WRITES),
      env: {
        FUZZ_ROOT: repository.root,
        FUZZ_KILL: JSON.stringify({ point: IN_THE_DEPLOYMENT, nth: 1, children: false }),
      },
    });
    expect(killed.signal).toBe('SIGKILL');
  });

  test('goes on where only a time limit was raised', async () => {
    configure(WIDE, '', 'timeout-seconds: 600, gate-timeout-seconds: 30');
    await world.repository.ok('rollback', '--digest', digest);
    expect(live()).toMatchObject([['API_URL before', 'THEME before', 'BETA before'], expect.anything()]);
  });

  test('is refused where the rest is not covered any more, and stays unfinished', async () => {
    const { repository } = world;
    const before = live();
    // Each change that is left is covered no more.
    configure(', ignore: [API_URL, THEME]', ', endpoints: ["https://nothing.example.test/"]');
    const refused = await repository.run(['rollback', '--digest', digest]);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('[plan-mismatch]')]);
    expect(live()).toEqual(before);
    const { obligations } = (await repository.ok('recover', '--status', '--json')).json<Status>();
    expect(obligations.find(({ kind }) => kind === 'unfinished-rollback')?.reading).toEqual({
      state: 'unknown',
      why: 'the configuration of env was changed since its plan',
    });
  });
});

test('of a resource whose changes are done, the configuration may be changed: the same rollback finishes the others', async () => {
  const { repository } = world;
  const digest = await repository.digestOf('plan');
  stripe.inject({
    on: ({ method }) => method === 'POST',
    times: 99,
    with: { kind: 'answer', answer: stripe.failure(403) },
  });
  expect((await repository.run(['rollback', '--digest', digest])).status).toBe(1);
  stripe.clearFaults();
  // What is done is neither forgotten nor denied.
  world.configure(project, { resources: ['{ id: pay, provider: stripe-webhooks }'] });
  const removed = await repository.run(['rollback', '--digest', digest]);
  expect([removed.status, removed.stderr]).toEqual([
    2,
    expect.stringContaining('with another provider. This run changed nothing.'),
  ]);
  configure(`${WIDE}, ignore: [API_URL]`);
  const readings = async (): Promise<unknown> =>
    (await repository.ok('recover', '--status', '--json'))
      .json<Status>()
      .obligations.flatMap(({ kind, reading }) => (kind === 'unfinished-rollback' ? [reading] : []));
  expect(await readings()).toMatchObject([{ state: 'holds' }]);
  const disabled = [...stripe.hooks.values()];
  for (const hook of disabled) hook.enabled = true;
  expect(await readings()).toMatchObject([{ state: 'met' }]);
  for (const hook of disabled) hook.enabled = false;
  await repository.ok('rollback', '--digest', digest);
  expect(live()).toMatchObject([expect.anything(), [`${OTHER} true`, `${SHOP} true`]]);
});

test('an undo says what the configuration no longer covers', async () => {
  const { repository } = world;
  await repository.ok('rollback', '--digest', await repository.digestOf('plan'));
  const quiet = await repository.ok('undo', '--json');
  expect(quiet.stdout).not.toContain('was changed since the rollback');
  configure(WIDE, ', endpoints: ["https://shop.example.test/"]');
  const { stdout } = await repository.ok('undo');
  expect(stdout).toContain('The configuration of "pay" was changed since the rollback (endpoints).');
  await repository.ok('rollback', '--digest', await repository.digestOf('undo'));
});
