import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { World } from '../sandbox/demo/world.js';

/** The committed program, on the Node 24 that GitHub runs actions with. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE_24 = join(ROOT, 'node_modules/node/bin/node');
const DIST = join(ROOT, 'dist/index.js');

let world: World;
beforeAll(async () => {
  world = await World.start({ command: [NODE_24, DIST], seed: false, integrity: 'content' });
  await world.addFans(100);
}, 60_000);
afterAll(() => world.stop());

test('it is Node 24 that runs here', () => {
  expect(spawnSync(NODE_24, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^v24\./);
});

test('the whole story: check, snapshot, bad release, plan, rollback, verify', async () => {
  const before = await world.facts();
  expect((await world.run(['check', '--json'])).status).toBe(0);
  expect((await world.run(['snapshot', '--json'])).status).toBe(0);
  await world.badRelease();
  const plan = (await world.run(['plan', '--json', '--database', 'restore'])).json<{
    digest: string;
    changes: unknown[];
  }>();
  expect(plan.changes).toHaveLength(3);
  const rollback = await world.run([
    'rollback',
    '--json',
    '--digest',
    plan.digest,
    '--confirm-data-loss',
    world.database,
  ]);
  expect(rollback.json()).toMatchObject({ ok: true, remaining: 0 });
  expect(await world.facts()).toEqual(before);
  expect((await world.run(['verify', '--database', 'restore'])).status).toBe(0);
});

test('every provider and store that is registered can be loaded from its chunk', async () => {
  // A resource of an unknown kind is refused by the schema before anything is loaded: so each is really tried, without
  // credentials, and must fail for that reason and for none of the bundle.
  const resources: Record<string, string> = {
    's3-bucket': 'bucket: media, region: us-east-1',
    cloudfront: 'distribution: E1ABCDEFGHIJKL',
    'stripe-webhooks': '',
    launchdarkly: 'project: default, environment: production',
    unleash: 'project: default, environment: production',
  };
  const text = readFileSync(join(world.root, '.github/rewind.yml'), 'utf8');
  const registered = readFileSync(join(ROOT, 'src/providers/registry.ts'), 'utf8');
  for (const [provider, rest] of Object.entries(resources)) {
    if (!registered.includes(`providers/${provider}/`)) continue;
    const file = `.github/only-${provider}.yml`;
    const entry = `  - { id: only, provider: ${provider}${rest === '' ? '' : `, ${rest}`} }\n`;
    writeFileSync(join(world.root, file), `${text.slice(0, text.indexOf('resources:'))}resources:\n${entry}`);
    const result = await world.run(['snapshot', '--config', file, '--json'], {
      env: { AWS_EC2_METADATA_DISABLED: 'true' },
    });
    const { error } = result.json<{ error: { code: string; message: string } }>();
    expect([provider, error.code]).toEqual([
      provider,
      expect.stringMatching(/^(credential-missing|api-unauthorized|config-invalid)$/),
    ]);
  }
}, 120_000);

test("PostgreSQL's parser is loaded from its chunk and its .wasm", () => {
  const root = mkdtempSync(join(tmpdir(), 'rewind-dist-'));
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@shop.test', ...args], { cwd: root });
  const migration = join(root, 'prisma/migrations/20260101000000_first');
  writeFileSync(
    join(root, 'rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p] }
resources: [{ id: schema, provider: prisma, url: '\${DATABASE_URL}', migrations: prisma/migrations }]
`,
  );
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'main');
  git('checkout', '-qb', 'change');
  mkdirSync(migration, { recursive: true });
  writeFileSync(join(migration, 'migration.sql'), 'SELEC 1;\nALTER TABLE fans DROP city;\n');
  git('add', '-A');
  git('commit', '-qm', 'change');
  const args = ['readiness', '--config', 'rewind.yml', '--base', 'main', '--json'];
  const result = spawnSync(NODE_24, [DIST, ...args], { cwd: root, encoding: 'utf8' });
  rmSync(root, { recursive: true });
  const { findings } = JSON.parse(result.stdout) as { findings: { code: string; line?: number }[] };
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'syntax-error', line: 1, column: 1 }),
      expect.objectContaining({ code: 'ban-drop-column', line: 2, column: 1 }),
    ]),
  );
});

describe('as an action', () => {
  const asAction = (inputs: Record<string, string>) => {
    const folder = join(world.root, '.runner');
    mkdirSync(folder, { recursive: true });
    for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
    const result = spawnSync(NODE_24, [DIST], {
      cwd: world.root,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        ...world.env,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: world.root,
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
    });
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    return { status: result.status, stdout: result.stdout, outputs: read('output'), summary: read('summary') };
  };

  test('inputs from the environment, outputs and summary into their files, secrets masked first', async () => {
    // The emulator lives in this process: a synchronous child could never be answered by it. Listing needs no service.
    const { status, stdout, summary } = asAction({ command: 'list' });
    expect(status).toBe(0);
    expect(summary).toContain('## Snapshots of `production`');
    const masked = stdout.indexOf('::add-mask::');
    expect(masked).toBeGreaterThanOrEqual(0);
    expect(stdout).toContain(`::add-mask::${world.env.VERCEL_TOKEN ?? ''}`);
  });

  test('a failure is an error of the step, with the code as an output', () => {
    const { status, stdout, outputs, summary } = asAction({ command: 'plan', scope: 'nothing' });
    expect(status).toBe(2);
    expect(stdout).toContain('::error::');
    expect(outputs).toContain('scope-unknown');
    expect(summary).toContain('Rewind stopped');
  });
});

describe('the composite action', () => {
  const script = /- name: Rewind\n[\s\S]*?\n {6}run: (.*)\n/.exec(readFileSync(join(ROOT, 'action.yml'), 'utf8'))?.[1];
  /** The Node of this process, of the PATH, of GitHub's runners, and the one of the actions: one of each major version. */
  const tools = join(process.env.RUNNER_TOOL_CACHE ?? '/opt/hostedtoolcache', 'node');
  const places = [
    process.execPath,
    NODE_24,
    ...(process.env.PATH ?? '').split(':').map((folder) => join(folder, 'node')),
    ...(existsSync(tools) ? readdirSync(tools) : []).map((version) => join(tools, version, 'x64/bin/node')),
  ].filter((path) => existsSync(path));
  const majors = new Map(
    places.map((path) => [
      /^v(\d+)/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? '?',
      path,
    ]),
  );

  test.each([...majors].filter(([major]) => Number(major) >= 20))('runs on Node %s of the runner', (_, node) => {
    const [output, summary] = ['output', 'summary'].map((name) => join(world.root, `.runner-${name}`));
    for (const file of [output, summary]) writeFileSync(file ?? '', '');
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script ?? ''],
      {
        cwd: world.root,
        encoding: 'utf8',
        env: {
          PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
          ...world.env,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: world.root,
          GITHUB_ACTION_PATH: ROOT,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          INPUT_COMMAND: 'list',
        },
      },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('"production"');
  });
});

test('only what a command needs is loaded: the SDKs lie in chunks of their own', () => {
  const chunks = readdirSync(join(ROOT, 'dist')).filter((name) => /^\d+\.index\.js$/.test(name));
  expect(chunks.length).toBeGreaterThan(5);
  const main = readFileSync(DIST, 'utf8');
  expect(main).not.toContain('CloudFrontClient');
  expect(main).not.toContain('pg_try_advisory_lock');
});

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 700))],
  ['empty', (path: string) => writeFileSync(path, '')],
])(
  'a part of the program that is %s: the error names the program, on a command line and in a workflow',
  (_, damage) => {
    const folder = mkdtempSync(join(tmpdir(), 'rewind-damaged-'));
    try {
      cpSync(dirname(DIST), folder, { recursive: true });
      for (const name of readdirSync(folder)) if (/^\d+\.index\.js$/.test(name)) damage(join(folder, name));
      const run = (args: readonly string[], env: Record<string, string>) =>
        spawnSync(NODE_24, [join(folder, 'index.js'), ...args], { cwd: world.root, encoding: 'utf8', env });
      const asked = run(['rollback', '--digest', '0'.repeat(64), '--json'], {});
      expect(asked.status).toBe(1);
      const { error } = JSON.parse(asked.stdout) as { error: { code: string; remedy: string } };
      expect(error).toMatchObject({ code: 'program-damaged', remedy: expect.stringContaining('Install Rewind again') });
      const GITHUB_OUTPUT = join(folder, 'outputs');
      const action = run([], { GITHUB_ACTIONS: 'true', INPUT_COMMAND: 'list', GITHUB_OUTPUT });
      expect([action.status, action.stderr]).toEqual([1, expect.stringContaining('[program-damaged]')]);
      expect(readFileSync(GITHUB_OUTPUT, 'utf8')).toBe('error-code=program-damaged\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
