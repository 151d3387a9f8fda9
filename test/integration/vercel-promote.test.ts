import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { config as schema } from '../../src/providers/vercel-deployment/config.js';
import provider from '../../src/providers/vercel-deployment/index.js';
import { Recorder } from '../../src/incident/record.js';
import type { Manifest } from '../../src/engine/manifest.js';
import { createDirectoryStore } from '../../src/store/directory.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { WEBHOOK_SECRET, WebhookReceiver } from '../sandbox/webhook.js';
import { testContext } from '../support/context.js';
import type { ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Vercel's Git integration: a build stays staged, the event of Vercel starts the snapshot, "rewind promote" ends it. */
let vercel: VercelSandbox;
let repository: Repository;
let shop: Project;
let docs: Project;
let live: Deployment;
let build: Deployment;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  repository = await makeRepository({ resources: [], env: vercel.env });
});
afterAll(async () => {
  await vercel.stop();
  repository.remove();
});
beforeEach(() => {
  vercel.clear();
  shop = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  docs = vercel.addProject('docs', ['docs.example.com']);
  live = vercel.release(shop);
  for (const project of [shop, docs]) project.autoAssignCustomDomains = false;
  build = vercel.release(shop);
  configure();
  vercel.requests.length = 0;
});
afterEach(() => rmSync(join(repository.root, '.rewind'), { recursive: true, force: true }));

const configure = (more = ', auto-assign: false', channels = 'channels: []'): void =>
  repository.configure({
    sections: [channels],
    resources: [`{ id: web, provider: vercel-deployment, project: ${shop.id}, team: ${TEAM}${more} }`],
  });
const put = (path: string, content: unknown): string => {
  const file = join(repository.root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
  return file;
};

/** What Actions gives a run that Vercel started after a build. */
function eventOf(project: Project, { id, url, meta }: Deployment, type = 'ready'): Record<string, string> {
  const event = {
    action: `vercel.deployment.${type}`,
    client_payload: {
      environment: 'production',
      git: { ref: 'main', sha: meta.githubCommitSha, shortSha: String(meta.githubCommitSha).slice(0, 7) },
      id,
      project: { id: project.id, name: project.name },
      state: { type },
      url: `https://${url}`,
    },
  };
  const path = put('event.json', event);
  return { GITHUB_EVENT_NAME: 'repository_dispatch', GITHUB_EVENT_PATH: path, GITHUB_SHA: 'f'.repeat(40) };
}
const onEvent = (command: string, project = shop, deployment = build): Promise<ProgramResult> =>
  repository.run([command], { env: eventOf(project, deployment) });
const serves = (): (string | null | undefined)[] =>
  shop.domains.map(({ name }) => vercel.aliases.get(name)?.deploymentId);
const writes = (): string[] =>
  vercel.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

describe('the build of the event', () => {
  test('takes production when every domain serves it, and later builds stay staged; a second run writes nothing', async () => {
    vercel.behavior.jobMs = 100;
    const first = await onEvent('promote');
    expect([first.status, first.stdout]).toEqual([0, expect.stringContaining(`${build.id} serves production of web`)]);
    expect(serves()).toEqual([build.id, build.id]);
    expect(shop.autoAssignCustomDomains).toBe(false);
    expect(writes()).toHaveLength(2);
    vercel.release(shop);
    expect(serves()).toEqual([build.id, build.id]);
    const again = await onEvent('promote');
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('already')]);
    expect(writes()).toHaveLength(2);
  });

  test('killed at any write, run again: it serves, and later builds stay staged', async () => {
    const ctx = testContext({ env: vercel.env, http: { backoffMs: 1 } });
    const { clock } = ctx;
    const quick = { ...clock, sleep: (ms: number, signal?: AbortSignal) => clock.sleep(ms / 1000, signal) };
    const within = Object.assign(ctx, { clock: quick });
    const config = schema.parse({ id: 'web', provider: 'vercel-deployment', project: shop.id, team: TEAM });
    const promote = () => provider.capabilities?.deploy?.run(config, within, build.id, async () => undefined);
    for (let write = 1; ; write += 1) {
      vercel.crashAfterWrite(write);
      const whole = await promote()?.then(
        () => true,
        () => false,
      );
      vercel.crashAfterWrite(0);
      expect(await promote()).toMatchObject({ by: build.id });
      expect([...serves(), shop.autoAssignCustomDomains]).toEqual([build.id, build.id, false]);
      if (whole === true) {
        expect(write).toBe(3);
        break;
      }
      build = vercel.release(shop);
    }
  });

  test('is not live: the assignment that a promote switched on is switched off again', async () => {
    vercel.behavior.outcome = 'failed';
    const failed = await onEvent('promote');
    expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('could not promote')]);
    expect([...serves(), shop.autoAssignCustomDomains]).toEqual([live.id, live.id, false]);
  });

  test('is older than what production serves: nothing is changed', async () => {
    const newer = vercel.release(shop);
    await onEvent('promote', shop, newer);
    const late = await onEvent('promote');
    expect([late.status, late.stdout]).toEqual([0, expect.stringContaining(`serves ${newer.id}, which is newer`)]);
    expect(serves()).toEqual([newer.id, newer.id]);
  });

  test('says that the automatic assignment was on, and is off now, if the configuration does not decide it', async () => {
    configure('');
    shop.autoAssignCustomDomains = true;
    const served = await repository.run(['promote', '--deployment', live.id]);
    expect([served.status, served.stdout]).toEqual([0, expect.stringContaining('already')]);
    expect(served.stderr).toContain('was on, and is off now');
    expect(shop.autoAssignCustomDomains).toBe(false);
    configure();
    shop.autoAssignCustomDomains = true;
    expect((await onEvent('promote')).stderr).not.toContain('was on, and is off now');
  });

  test('with auto-assign true, later builds go live by themselves', async () => {
    configure(', auto-assign: true');
    shop.autoAssignCustomDomains = true;
    await onEvent('promote');
    expect([...serves(), shop.autoAssignCustomDomains]).toEqual([build.id, build.id, true]);
  });
});

describe('is refused, and nothing is written', () => {
  afterEach(() => expect(writes()).toEqual([]));

  test('of another project: guard and promote name both', async () => {
    const other = vercel.release(docs);
    for (const command of ['guard', 'promote']) {
      const { status, stdout } = await onEvent(command, docs, other);
      expect([status, stdout]).toEqual([3, expect.stringMatching(new RegExp(`${docs.id}.*docs.*${shop.id}`))]);
    }
  });

  test('a deployment of another project, one that does not exist, and a preview', async () => {
    const other = vercel.release(docs);
    const preview = vercel.addDeployment(shop, { target: null });
    for (const [named, why] of [
      [other.id, `${other.id} is not a deployment of web`],
      ['dpl_none', 'does not exist any more'],
      [preview.id, 'it is a preview'],
    ] as const) {
      const { status, stderr } = await repository.run(['promote', '--deployment', named]);
      expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
    }
    // The event lies about the project.
    expect((await onEvent('promote', shop, other)).stderr).toContain('is not a deployment of web');
  });

  test('while a rollback pins production', async () => {
    shop.lastAliasRequest = {
      type: 'rollback',
      jobStatus: 'succeeded',
      requestedAt: vercel.now(),
      fromDeploymentId: build.id,
      toDeploymentId: live.id,
    };
    const { status, stdout } = await onEvent('promote');
    expect([status, stdout]).toEqual([3, expect.stringMatching(/held back\.\n[^]*web: held: rolled back to/)]);
  });

  test('of a commit that was rolled back', async () => {
    const commit = String(build.meta.githubCommitSha);
    const ctx = testContext();
    const store = createDirectoryStore(join(repository.root, '.rewind/store'), ctx);
    const author = { by: 'alice', run: null, redact: (said: string) => said };
    const recorder = new Recorder(store, 'production', '20261126T030405Z-1a2b3c', author, ctx.clock);
    await recorder.add('opened', { title: 'Checkout is broken', severity: null });
    await recorder.add('obligation', {
      ...{ id: `quarantined-commit:${commit}`, kind: 'quarantined-commit', what: 'It was rolled back.' },
      ...{ resource: 'web', items: [commit], rollback: 'd'.repeat(64), discharge: 'rewind incident discharge' },
    });
    const { status, stdout } = await onEvent('promote');
    expect([status, stdout]).toEqual([3, expect.stringContaining('was rolled back in incident')]);
  });

  test('without an event or a name', async () => {
    const { status, stderr } = await repository.run(['promote']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Give --deployment')]);
  });
});

test('a build is named by its address, too', async () => {
  await repository.ok('promote', '--deployment', `https://${build.url}/`);
  expect(serves()).toEqual([build.id, build.id]);
});

test('the snapshot and the guard of an event are about the commit of the build', async () => {
  const sha = String(build.meta.githubCommitSha);
  expect((await onEvent('guard')).stdout).toContain(`${sha.slice(0, 12)} is not held back`);
  expect((await onEvent('snapshot')).status).toBe(0);
  expect((await repository.ok('show', '--json')).json<Manifest>().commit).toBe(sha);
});

describe('a build that goes live without a snapshot', () => {
  let team: WebhookReceiver;
  beforeAll(async () => void (team = await new WebhookReceiver().start()));
  afterAll(() => team.stop());
  beforeEach(() => {
    team.messages.clear();
    team.requests.length = 0;
    shop.autoAssignCustomDomains = true;
  });
  const tell = (...channels: string[]): void => configure(', auto-assign: false', `channels: [${channels.join(', ')}]`);
  const capture = (project = shop, deployment = build): Promise<ProgramResult> =>
    repository.run(['snapshot', '--reason', 'release'], {
      env: {
        ...eventOf(project, deployment, 'success'),
        REWIND_WEBHOOK_URL: `${team.url}/incidents`,
        REWIND_WEBHOOK_SECRET: WEBHOOK_SECRET,
      },
    });

  test('gives an alarm in the run, and one message to the team, although Vercel sends two events', async () => {
    tell(
      '{ id: team, adapter: webhook, allow-private: true }',
      '{ id: everybody, adapter: webhook, allow-private: true, audience: external }',
      '{ id: critical, adapter: webhook, allow-private: true, severities: [critical] }',
    );
    build = vercel.release(shop);
    for (const event of ['success', 'promoted']) {
      const { status, stdout } = await capture();
      expect([event, status, stdout]).toEqual([event, 3, expect.stringContaining('went live without a snapshot')]);
    }
    const [message, ...more] = [...team.messages];
    // A receiver drops what it has seen; the second event sends nothing.
    expect([more, team.requests.length]).toEqual([[], 1]);
    expect(message?.[0]).toMatch(/^rewind\/no-snapshot-[0-9a-f]{12}\/opened\/team$/);
    expect(message?.[1].data.lines.join('\n')).toContain(`Deployment: ${build.id}`);
  });

  test('is captured all the same when the team cannot be told', async () => {
    tell('{ id: team, adapter: webhook, allow-private: true }');
    team.answer = { status: 500 };
    build = vercel.release(shop);
    const { status, stdout, stderr } = await capture();
    team.answer = { status: 204 };
    expect([status, stdout]).toEqual([3, expect.stringContaining('is complete and was read back')]);
    expect(stderr).toContain('The channel team was not notified');
  });

  test('of another project: nothing is captured, and nobody is told; before a deploy, the answer is no', async () => {
    tell('{ id: team, adapter: webhook, allow-private: true }');
    const other = vercel.release(docs);
    const after = await capture(docs, other);
    expect([after.status, after.stdout]).toEqual([0, expect.stringContaining('is about another project')]);
    expect((await onEvent('snapshot', docs, other)).status).toBe(3);
    expect((await repository.ok('list', '--json')).json()).toMatchObject({ snapshots: [] });
    expect([...team.messages]).toEqual([]);
  });
});

describe('check', () => {
  const findings = async (): Promise<string> => (await repository.run(['check'])).stdout;

  test('says that the workflow will not run, where builds go live by themselves', async () => {
    expect(await findings()).not.toContain('auto-assign');
    shop.autoAssignCustomDomains = true;
    expect(await findings()).toContain('auto-assign-on');
    configure('');
    expect(await findings()).not.toContain('auto-assign-on');
  });

  test.each([
    ['the project', 'npx prisma migrate deploy && next build', {}, true],
    ['a script of the repository', null, { 'vercel-build': 'prisma generate && prisma migrate deploy' }, true],
    ['a script that a script calls', 'pnpm run all', { all: 'yarn db:up', 'db:up': 'prisma db push' }, true],
    [
      'a script that no build calls',
      'next build',
      { 'db:up': 'prisma migrate deploy', build: 'prisma migrate deploy' },
      false,
    ],
  ])('a build that migrates before the snapshot, by %s', async (_by, buildCommand, scripts, found) => {
    shop.settings.buildCommand = buildCommand;
    put('package.json', { scripts });
    expect((await findings()).includes('build-migrates')).toBe(found);
  });
});
