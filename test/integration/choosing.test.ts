import { mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseManifest, snapshotTime } from '../../src/engine/manifest.js';
import { commitSnapshot } from '../../src/engine/snapshot-files.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import { testContext } from '../support/context.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { emptySnapshotZip } from '../support/artifact-zip.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';

/** Which snapshot a rollback uses: the whole program, on a deployment and its flags. */
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let repository: Repository;

beforeEach(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', { 'new-checkout': false });
  repository = await makeRepository({ resources: resources(), env: { ...vercel.env, REWIND_IDENTITY: undefined } });
  vercel.release(project);
});
afterEach(async () => {
  await vercel.stop();
  repository.remove();
});

const resources = (): string[] => [
  `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
  `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
];
const run = (...args: string[]): Promise<ProgramResult> => repository.run(args);
const ok: Repository['ok'] = (...args) => repository.ok(...args);

async function snapshot(...args: string[]): Promise<string> {
  return (await ok('snapshot', '--json', ...args)).json<{ snapshot: string }>().snapshot;
}

interface Plan {
  readonly snapshot: string;
  readonly changes: readonly unknown[];
}
const planned = async (...args: string[]): Promise<Plan> => (await ok('plan', '--json', ...args)).json<Plan>();

describe('latest', () => {
  test('is not the snapshot that was taken in the bad state', async () => {
    const good = await snapshot();
    vercel.release(project);
    const bad = await snapshot('--reason', 'manual');
    expect(await planned()).toMatchObject({ snapshot: good, changes: [{ resource: 'web' }] });
    const { stdout } = await ok('plan', '--snapshot', bad);
    expect(stdout).toContain('The snapshot shows the deployment that is live now (dpl_');
    expect(stdout).toContain(`The one before it is ${good}.`);
    expect(stdout).not.toContain('Nothing to do');
  });

  test('is no snapshot of only some resources, but for those', async () => {
    const whole = await snapshot();
    const some = await snapshot('--scope', 'flags');
    vercel.release(project);
    expect((await planned()).snapshot).toBe(whole);
    expect((await planned('--scope', 'web')).snapshot).toBe(whole);
    expect((await planned('--scope', 'flags')).snapshot).toBe(some);
  });

  test('is from before the live deployment also if the ten newest ones show no deployment', async () => {
    const good = await snapshot();
    vercel.release(project);
    await snapshot('--reason', 'manual');
    const some = await snapshot('--scope', 'flags');
    const store = createDirectoryStore(join(repository.root, '.rewind/store'), testContext());
    const manifest = parseManifest(
      readFileSync(join(repository.root, '.rewind/store/snapshots/production', some, 'manifest.json'), 'utf8'),
      some,
    );
    for (let second = 1; second <= 10; second += 1) {
      const at = new Date(snapshotTime(some) + second * 1000);
      const id = `${at.toISOString().replace(/[-:]|\.\d+/g, '')}${some.slice(16)}`;
      await commitSnapshot(store, { ...manifest, id, createdAt: at.toISOString() });
    }
    const { stderr, stdout } = await ok('plan', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ snapshot: good });
    expect(stderr).toContain(
      'Newer ones that do not count: 11 of other resources, 1 not from before the live deployment.',
    );
  });

  test('is the newest one if nobody says which deployment is live', async () => {
    await snapshot();
    vercel.release(project);
    const bad = await snapshot();
    const answer = { status: 403, body: { error: { code: 'forbidden', message: 'Not authorized' } } };
    vercel.inject({ on: /^GET \/v9\/projects\//, times: 9, with: { kind: 'answer', answer } });
    const { status, stdout, stderr } = await run('show', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { id: bad }]);
    expect(stderr).toContain('Could not read which deployment is live, so "latest" is the newest snapshot');
  });
});

/** A snapshot as an earlier version of the configuration left it. */
async function oldSnapshot(id: string, createdAt: string): Promise<void> {
  await commitSnapshot(createDirectoryStore(join(repository.root, '.rewind/store'), testContext()), {
    kind: 'rewind-snapshot',
    schemaVersion: 1,
    id,
    createdAt,
    writtenBy: '0.1.0',
    environment: 'production',
    repository: null,
    commit: null,
    run: null,
    actor: null,
    event: null,
    reason: 'pre-deploy',
    salt: '0'.repeat(32),
    recipients: [],
    scope: null,
    resources: [],
  });
}

const width = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

test('another environment than the snapshots are of: plan, list and check name the one that has some', async () => {
  await snapshot();
  // No folder of an environment: nobody can name one so.
  mkdirSync(join(repository.root, '.rewind/store/snapshots/-rf/x'), { recursive: true });
  const config = readFileSync(repository.configFile, 'utf8');
  writeFileSync(repository.configFile, config.replace('environment: production', 'environment: prod'));
  const others = 'The store knows another environment: "production".';
  const wayOut = 'If you mean another environment, use its configuration: --config FILE';
  const plan = await run('plan');
  expect(plan.status).toBe(2);
  expect(plan.stderr).toContain(`The store has no snapshot of "prod" yet. ${others}`);
  const outputs = [plan.stderr, (await ok('list')).stdout, (await run('check')).stdout];
  for (const output of outputs) {
    const line = output.replace(/\s+/g, ' ');
    expect(line).toContain(others);
    expect(line).toContain(wayOut);
    expect(line).not.toContain('-rf');
  }
});

describe('what is said of snapshots', () => {
  test('list: date, age, reason, deployment, commit, coverage, size, signature, and what latest and previous are', async () => {
    expect((await ok('list')).stdout).toContain(
      `"production" has no snapshots yet in ${join(repository.root, '.rewind/store')}. Run "rewind snapshot" before each deploy`,
    );
    const deployment = project.production ?? '';
    const first = await snapshot();
    const scoped = await snapshot('--scope', 'flags', '--reason', 'manual');
    vercel.release(project);
    const bad = await snapshot('--reason', 'manual');
    await ok('mark', first, '--name', 'x'.repeat(40));
    const { stdout } = await ok('list');
    expect(width(stdout)).toBeLessThanOrEqual(100);
    expect(stdout).toContain(`${first}  [latest, ${'x'.repeat(40)}]`);
    expect(stdout).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d UTC, less than 1 min ago; manual/);
    expect(stdout).toContain(`production was ${deployment}, commit `);
    expect(stdout).toContain('1 of 2 resources (flags), not web;');
    expect(stdout).toContain('not signed');
    const commit = vercel.deployments.get(deployment)?.meta.githubCommitSha;
    const entry = { createdAt: expect.stringMatching(/^\d{4}-.*Z$/), problem: null, signed: false, commit: null };
    expect((await ok('list', '--json')).json()).toMatchObject({
      environment: 'production',
      store: join(repository.root, '.rewind/store'),
      snapshots: [
        { ...entry, id: bad, latest: false, reason: 'manual', missing: [] },
        {
          ...entry,
          id: scoped,
          latest: false,
          scope: ['flags'],
          missing: ['web'],
          production: {},
          resources: [{ id: 'flags', provider: 'vercel-edge-config', sealedBytes: expect.any(Number) }],
        },
        { ...entry, id: first, latest: true, scope: null, production: { web: { deployment, commit } } },
      ],
    });
  });

  test('plan: a damaged payload is named, also if there is nothing to do', async () => {
    const id = await snapshot();
    expect((await ok('plan', '--snapshot', id)).stdout).not.toContain('is damaged');
    const folder = join(repository.root, `.rewind/store/snapshots/production/${id}`);
    const [name = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
      each.endsWith('.age'),
    );
    const content = readFileSync(join(folder, name));
    content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
    writeFileSync(join(folder, name), content);
    const { stdout } = await ok('plan', '--snapshot', id);
    expect(stdout).toMatch(
      new RegExp(`warning: \\[flags\\] Snapshot ${id} is damaged: flags/\\S+: payload "\\S+" does not match its size`),
    );
    unlinkSync(join(folder, name));
    expect((await ok('plan', '--json', '--snapshot', id)).json()).toMatchObject({
      changes: [],
      findings: [{ level: 'warning', code: 'snapshot-corrupt', resource: 'flags' }],
    });
  });

  test('list: a damaged snapshot is listed as such, and is not latest', async () => {
    const first = await snapshot();
    const damaged = await snapshot();
    writeFileSync(join(repository.root, `.rewind/store/snapshots/production/${damaged}/manifest.json`), '{}');
    const { stdout } = await ok('list');
    expect(stdout).toContain(`${damaged}\n    cannot be used: manifest.json of snapshot`);
    expect(stdout).not.toContain('[latest');
    expect(stdout).toContain('Use --snapshot ID.');
    expect((await ok('show', first)).stdout).toContain(first);
    // With no other one, there is no id to choose.
    writeFileSync(join(repository.root, `.rewind/store/snapshots/production/${first}/manifest.json`), '{}');
    const none = (await ok('list')).stdout;
    expect(none).toContain('None of them can be used. Run "rewind snapshot" before each deploy');
    expect(none).not.toContain('--snapshot');
  });

  test('show: the content in words', async () => {
    const id = await snapshot('--scope', 'web,flags');
    await ok('mark', id);
    const { stdout } = await ok('show', id);
    expect(width(stdout)).toBeLessThanOrEqual(100);
    expect(stdout).toMatch(/web \(vercel-deployment\): deployment dpl_\w+, commit [0-9a-f]{12}; state only/);
    expect(stdout).toMatch(/flags \(vercel-edge-config\): 1 item: new-checkout; \d+ B sealed/);
    expect(stdout).toContain('holds all 2 resources');
    expect(stdout).toContain('marks: good');
  });

  test('plan: the last ten, with pull requests and commit messages in Actions, and the chosen one beyond them', async () => {
    const hub = await new GitHubSandbox().start();
    try {
      repository.configure({ resources: resources(), sections: ['approval: none'] });
      const meta = (): string => String(vercel.deployments.get(project.production ?? '')?.meta.githubCommitSha);
      const merged = hub.addCommit({ sha: meta(), message: 'Merge pull request' });
      const { number } = hub.addPull({ title: 'Sell @vinyl', mergeSha: merged.sha });
      const first = await snapshot();
      vercel.release(project);
      hub.addCommit({ sha: meta(), message: 'Fix the checkout\n\nLong story.' });
      const second = await snapshot();
      for (let day = 10; day < 20; day += 1)
        await oldSnapshot(`202601${day}T000000Z-00000a`, `2026-01-${day}T00:00:00.000Z`);
      vercel.release(project);
      const env = {
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_RUN_ID: '77',
        GITHUB_TOKEN: hub.token,
        GITHUB_API_URL: hub.url,
      };
      const { stdout, stderr, status } = await repository.run(['plan', '--snapshot', `#${number}`], { env });
      expect([status, stderr]).toEqual([0, expect.stringContaining(`Production served #${number} (merged as`)]);
      const list = stdout.slice(stdout.indexOf('The last snapshots:'));
      expect(list).toContain(`  ${second}  [latest]`);
      expect(list).toContain(': Fix the checkout; all 2');
      expect(list).toContain(`> ${first}  [previous]`);
      expect(list).toContain(`#${number} Sell @vinyl`);
      expect(list.match(/20260\d{3}T/g)).toHaveLength(8);
      const old = await repository.run(['plan', '--snapshot', '20260110T000000Z-00000a'], { env });
      expect(old.stdout).toContain('> 20260110T000000Z-00000a');
      // A token that may read neither does not stop a plan.
      hub.permissions.clear();
      const without = await repository.run(['plan', '--snapshot', first], { env });
      expect([without.status, without.stdout]).toEqual([0, expect.not.stringContaining('Sell @vinyl')]);
    } finally {
      await hub.stop();
    }
  });
});

test('plan: the flags that the pull requests of the deploy name, whether they are on, and what is unknown', async () => {
  const hub = await new GitHubSandbox().start();
  try {
    const sections = ['approval: none', 'readiness: { major-changes: { lines: 400 } }'];
    repository.configure({ resources: resources(), sections });
    const meta = (): string => String(vercel.deployments.get(project.production ?? '')?.meta.githubCommitSha);
    hub.addCommit({ sha: meta(), message: 'Before' });
    await snapshot();
    vercel.release(project);
    const merged = hub.addCommit({ sha: meta(), message: 'Merge pull request' });
    const more = { mergeSha: merged.sha, labels: ['flag:new-checkout'], body: 'Rewind-Flag: somewhere-else' };
    const { number } = hub.addPull({ title: 'Pay @faster', ...more });
    const item = flags.items.get('new-checkout');
    if (item) item.value = true;
    const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: hub.token, GITHUB_API_URL: hub.url };
    const { stdout, status } = await repository.run(['plan'], { env });
    expect([status, stdout]).toEqual([0, expect.stringContaining('Flags that the pull requests of this deploy name:')]);
    expect(stdout).toContain(`  - new-checkout: on; #${number} Pay @faster`);
    expect(stdout).toContain(`  - somewhere-else: not among the flags that were read; #${number}`);
    const json: unknown = JSON.parse((await repository.run(['plan', '--json'], { env })).stdout);
    expect(json).toMatchObject({
      flags: { named: [{ key: 'new-checkout', on: true, pulls: [{ number }] }, { on: null }], missing: null },
    });
    // Who may not read pull requests still gets a plan.
    hub.permissions.delete('pull-requests:read');
    hub.permissions.delete('pull-requests:write');
    hub.permissions.delete('contents:read');
    hub.permissions.delete('contents:write');
    const without = await repository.run(['plan'], { env });
    expect([without.status, without.stdout]).toEqual([
      0,
      expect.stringContaining('Flags that the pull requests of this deploy name: unknown. '),
    ]);
    expect((await ok('plan')).stdout).toMatch(/of this deploy name: unknown\. GITHUB_REPOSITORY does not name/);
  } finally {
    await hub.stop();
  }
});

test('from a sub-folder: the configuration above is named, and its store is the same one', async () => {
  const id = await snapshot();
  const cwd = join(repository.root, 'src/app');
  mkdirSync(cwd, { recursive: true });
  const without = await repository.run(['list'], { cwd });
  expect(without.status).toBe(2);
  expect(without.stderr).toContain(`There is no .github/rewind.yml in ${cwd}, but there is one in ${repository.root}.`);
  expect(without.stderr).toContain(`Run "cd ${repository.root}" first, or pass --config ../../.github/rewind.yml.`);
  const listed = await repository.run(['list', '--config', '../../.github/rewind.yml'], { cwd });
  expect([listed.status, listed.stdout]).toEqual([0, expect.stringContaining(id)]);
  // There, "--config rewind.yml" would read another store, without a snapshot.
  const inGithub = await repository.run(['list'], { cwd: join(repository.root, '.github') });
  expect(inGithub.stderr).toContain(`Run "cd ${repository.root}" first.`);
});

test('law 9: a snapshot of a tag, which no rollback would believe, fails before anything is captured', async () => {
  const hub = await new GitHubSandbox().start();
  try {
    const file = repository.configFile;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^store:.*$/m, 'store: { kind: artifact }'));
    const before = vercel.requests.length;
    const { status, stderr } = await repository.run(['snapshot'], {
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_RUN_ID: '77',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF: 'refs/tags/main',
        GITHUB_SHA: hub.head,
        GITHUB_TOKEN: hub.token,
        GITHUB_API_URL: hub.url,
      },
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('[snapshot-not-believed]')]);
    expect(vercel.requests).toHaveLength(before);
  } finally {
    await hub.stop();
  }
});

test('artifacts: expired ones are no empty store, and a renamed repository is named as a reason', async () => {
  const hub = await new GitHubSandbox().start();
  try {
    const file = repository.configFile;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^store:.*$/m, 'store: { kind: artifact }'));
    const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: hub.token, GITHUB_API_URL: hub.url };
    const createdAt = new Date().toISOString();
    const id = `${createdAt.replace(/[-:]|\.\d+/g, '')}-abcdef`;
    const zip = emptySnapshotZip(id, createdAt);
    const artifact = hub.addArtifact({ name: `rewind-snapshot-production-${id}`, zip, createdAt });
    hub.name = 'store';
    const renamed = await repository.run(['show', id], { env: { ...env, GITHUB_REPOSITORY: 'acme/store' } });
    expect(renamed.stderr).toContain('belongs to acme/shop, environment "production".');
    expect(renamed.stderr).toContain('If this repository had that name before');
    hub.name = 'shop';
    Object.assign(artifact, { expired: true });
    const { status, stdout } = await repository.run(['list'], { env });
    expect(status).toBe(0);
    expect(stdout).toContain('has expired');
    expect(stdout).toContain('Take a snapshot before the next deploy.');
    expect(stdout).not.toContain('no snapshots yet');
  } finally {
    await hub.stop();
  }
});

describe('mark', () => {
  test('a marked snapshot can be chosen by its mark, and retention keeps it', async () => {
    repository.configure({ resources: resources(), sections: ['retention: { keep-last: 1, keep-days: 1 }'] });
    const [marked, other] = ['20260101T000000Z-00000a', '20260102T000000Z-00000b'];
    await oldSnapshot(marked, '2026-01-01T00:00:00.000Z');
    await oldSnapshot(other, '2026-01-02T00:00:00.000Z');
    expect((await ok('mark', marked)).stdout).toContain('--snapshot good');
    await ok('mark', marked, '--name', 'before-black-friday');
    const taken = await ok('snapshot', '--json');
    expect(taken.json()).toMatchObject({ removed: [other] });
    for (const mark of ['good', 'before-black-friday', 'marked']) {
      expect((await ok('show', mark, '--json')).json()).toMatchObject({ id: marked });
    }
    expect((await run('mark', marked, '--name', 'bad', '--remove')).stderr).toContain(
      'It has before-black-friday, good.',
    );
    await ok('mark', marked, '--name', 'before-black-friday', '--remove');
    await ok('mark', 'good', '--remove');
    expect((await run('show', 'good')).stderr).toContain('[snapshot-not-found]');
    expect((await ok('snapshot', '--json')).json<{ removed: string[] }>().removed).toContain(marked);
  });

  test('the artifact store cannot keep one, and says so', async () => {
    const file = repository.configFile;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^store:.*$/m, 'store: { kind: artifact }'));
    const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: 'token' };
    const { status, stderr } = await repository.run(['mark', 'latest'], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('The store "artifact" cannot keep a mark.');
  });

  test('a name that is a selector or a commit is refused', async () => {
    for (const name of ['latest', 'abcdef1', 'Good']) {
      expect((await run('mark', 'latest', '--name', name)).stderr).toContain('--name must be lower-case letters');
    }
  });
});
