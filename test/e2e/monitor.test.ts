import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recompute, verdictRecord, type Verdict } from '../../src/probes/verdict.js';
import type { Entry } from '../../src/incident/entry.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { FAST_CLOCK, fastNow } from '../support/fast-clock.js';
import { terminalFaults } from '../support/hostile.js';
import { recordOf, type EntryContent } from '../support/incident-record.js';
import { paste } from '../support/paste.js';
import { sourcesAfter, type ProgramOptions, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { signingKeyPair } from '../support/signing-key.js';
import { selfSigned, WatchedServer } from '../support/watched-server.js';

/**
 * The watch of a deployment between real processes, whose time runs ten times as fast. Production and the deployment before
 * it are servers on loopback; Vercel tells which deployment a host serves, and GitHub starts the workflow of the rollback.
 * What a path answers: `/` is good; `/500` fails in production; `/both` fails in the deployment before it too.
 */
const WORKFLOW = 'rollback-production.yml';
const MITIGATE = 'mitigate-production.yml';
const RUN = 41;
const HOSTILE = '\u001b[31m\n::error::gotcha\n::set-output name=verdict::healthy\n<script>alert(1)</script> @everyone';
let hub: GitHubSandbox;
let vercel: VercelSandbox;
let project: Project;
let production: WatchedServer;
/** A second host of production, whose alias moves late. */
let moving: WatchedServer;
let previous: WatchedServer;
let neutral: WatchedServer;
let repository: Repository;
let publicKey: string;
let snapshot: string;
let [good, bad]: Deployment[] = [];
let writes: number;

interface Setup {
  readonly url: string;
  readonly id?: string;
  readonly neutral?: string;
  readonly store?: string;
  /** Seconds between two ticks. */
  readonly every?: number;
  /** Id of the mitigation that the watch recommends. */
  readonly mitigation?: string;
}

/** Writes a configuration of its own, so that watches can run side by side. @returns its path */
function configured(
  name: string,
  { url, id = 'home', neutral: asked = neutral.url(), store = 'store', every = 1, mitigation }: Setup,
): string {
  repository.configure({
    store,
    sections: [
      'channels: []',
      `sign: { keys: [${publicKey}] }`,
      `monitor: { minutes: 2, neutral: "${asked}", allow-private: true, workflow: ${WORKFLOW}${mitigation === undefined ? '' : `, mitigation: ${mitigation}`} }`,
      ...(mitigation === undefined
        ? []
        : ['mitigations:', `  - { id: ${mitigation}, kind: maintenance, resources: [web] }`]),
      'criteria:',
      '  baseline-samples: 24',
      // Latencies are those of a busy machine, times ten.
      '  latency: { tail: { add-ms: 60000 }, body: { add-ms: 60000 } }',
      'probes:',
      `  - { id: ${id}, adapter: http, area: content, critical: true, every: ${every}, url: "${url}", allow-private: true,`,
      `      expect: { json: { "$.status": fine } } }`,
    ],
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
  });
  const path = `.github/${name}.yml`;
  writeFileSync(join(repository.root, path), readFileSync(repository.configFile));
  return path;
}

const say =
  (bad: readonly string[]): WatchedServer['handler'] =>
  ({ url }, response) => {
    response.statusCode = bad.includes(url) ? 500 : 200;
    response.end(JSON.stringify({ status: bad.includes(url) ? HOSTILE : 'fine' }));
  };

const rewind = (args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
  repository.run(args, { command: sourcesAfter(FAST_CLOCK), ...options });

interface Watched {
  readonly status: number | null;
  readonly stderr: string;
  readonly verdict: Verdict;
  readonly incident: string | null;
  readonly next: readonly string[];
  readonly deployment: string | null;
}

/** Each watch has its own directory, like jobs of Actions. */
async function monitor(config: string, ...more: readonly string[]): Promise<Watched> {
  const out = join('out', config);
  const result = await rewind(['monitor', '--config', config, '--out', out, '--json', ...more]);
  const { status, stderr } = result;
  const told = { ...result.json<Omit<Watched, 'status' | 'stderr'>>(), status, stderr };
  // Whatever the verdict is, the file alone tells it again.
  const file = JSON.parse(readFileSync(join(repository.root, out, 'verdict.json'), 'utf8')) as Record<string, unknown>;
  expect(JSON.parse(JSON.stringify(recompute(verdictRecord.parse(file.record))))).toEqual(file.verdict);
  expect(JSON.stringify(file)).not.toContain('gotcha');
  return told;
}

/** A watch again with more time between the ticks, while the machine is so busy that ticks are late or requests time out. */
async function seenClearly<T extends readonly [unknown, Pick<Verdict, 'doubts'>]>(
  watch: (every: number, minutes: string) => Promise<T>,
): Promise<T> {
  const isClear = ([, { doubts }]: T): boolean => !doubts.includes('late') && !doubts.includes('blind');
  const first = await watch(1, '1');
  if (isClear(first)) return first;
  const second = await watch(4, '2');
  return isClear(second) ? second : watch(16, '4');
}

const entries = (incident: string, store = 'store'): Entry[] => {
  const folder = join(repository.root, store, 'incidents/production', incident);
  return readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Entry);
};

/** Writes a record into a store. */
function writeRecord(store: string, contents: readonly EntryContent[]): void {
  const all = recordOf(contents);
  const folder = join(repository.root, store, 'incidents/production', all[0]?.incident ?? '');
  mkdirSync(folder, { recursive: true });
  for (const entry of all)
    writeFileSync(join(folder, `${String(entry.seq).padStart(6, '0')}.json`), JSON.stringify(entry));
  const { seq, hash } = all.at(-1) ?? {};
  writeFileSync(join(folder, 'head.json'), JSON.stringify({ seq, hash }));
}

beforeAll(async () => {
  hub = new GitHubSandbox({ now: fastNow });
  await hub.start();
  for (const workflow of [WORKFLOW, MITIGATE]) hub.addWorkflow(`.github/workflows/${workflow}`);
  hub.addRun({ id: RUN, event: 'deployment_status' });
  vercel = await new VercelSandbox().start();
  vercel.now = fastNow;
  const certificate = selfSigned('IP:127.0.0.1');
  const servers = [new WatchedServer(), new WatchedServer(), new WatchedServer(certificate), new WatchedServer()];
  const started = await Promise.all(servers.map((server) => server.start()));
  [production, moving, previous, neutral] = started as [WatchedServer, WatchedServer, WatchedServer, WatchedServer];
  production.handler = say(['/500', '/both']);
  previous.handler = say(['/both']);
  const domains = [`127.0.0.1:${production.port}`, `127.0.0.1:${moving.port}`];
  project = vercel.addProject('shop', domains);
  good = vercel.release(project, { url: `127.0.0.1:${previous.port}` });
  const keys = signingKeyPair();
  ({ publicKey } = keys);
  repository = await makeRepository({
    resources: [],
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: String(RUN),
      GITHUB_ACTOR: 'alice',
      GITHUB_SHA: hub.head,
      GITHUB_API_URL: hub.url,
      GITHUB_TOKEN: hub.token,
      ...vercel.env,
    },
  });
  const certificateFile = join(repository.root, 'previous.pem');
  writeFileSync(certificateFile, certificate.cert);
  repository.env.NODE_EXTRA_CA_CERTS = certificateFile;
  const REWIND_SIGNING_KEY = keys.secret.split('\n')[1] ?? '';
  const args = ['snapshot', '--config', configured('good', { url: production.url() }), '--json'];
  const taken = await rewind(args, { env: { REWIND_SIGNING_KEY } });
  expect([taken.status, taken.stderr]).toEqual([0, expect.any(String)]);
  snapshot = taken.json<{ snapshot: string }>().snapshot;
  bad = vercel.release(project);
  [production, previous].forEach((server) => server.seen.splice(0));
  writes = vercel.writes;
}, 60_000);
afterAll(async () => {
  for (const server of [hub, vercel]) await server.stop();
  for (const server of [production, moving, previous, neutral]) await server.close();
  repository.remove();
});

test('the snapshot holds a signed baseline, and the control works', () => {
  const manifest = readFileSync(join(repository.root, `store/snapshots/production/${snapshot}/manifest.json`), 'utf8');
  const { baselines } = JSON.parse(manifest) as { baselines: unknown };
  expect(baselines).toMatchObject([
    { probe: 'home', kind: 'check', samples: expect.any(Number), failures: 0, control: { failed: 0 } },
  ]);
});

test('the decision survives a kill before the request, and the workflow is started once over three more runs', async () => {
  const config = configured('bad', { url: production.url('/500') });
  const dispatching = ['--on-roll-back', 'dispatch'];
  let child: ChildProcess | undefined;
  hub.before = ({ method, path }) => {
    if (method === 'GET' && path === '/repos/acme/shop') child?.kill('SIGKILL');
  };
  const killed = await rewind(['monitor', '--config', config, ...dispatching], {
    onLog: (_text, running) => {
      child = running;
    },
  });
  hub.before = undefined;
  expect([killed.signal, hub.dispatches]).toEqual(['SIGKILL', []]);

  const first = await monitor(config, ...dispatching);
  expect([first.status, first.verdict.level, first.verdict.suspect]).toEqual([3, 'roll-back', 'deploy']);
  expect(first.deployment).toBe(bad?.id);
  expect(first.next[0]).toBe(`${WORKFLOW} was started. Its plan waits for the approval.`);
  const incident = first.incident ?? '';
  expect(hub.dispatches).toEqual([
    {
      path: `.github/workflows/${WORKFLOW}`,
      ref: 'main',
      inputs: { reason: expect.stringContaining(`(incident ${incident})`), snapshot },
    },
  ]);

  for (const again of [await monitor(config, ...dispatching), await monitor(config, ...dispatching)]) {
    expect([again.incident, again.next[0]]).toEqual([
      incident,
      expect.stringMatching(
        /was started already for this deployment: https:\/\/github\.com\/acme\/shop\/actions\/runs\//,
      ),
    ]);
  }
  expect(hub.dispatches).toHaveLength(1);
  const told = entries(incident);
  expect(told.map(({ kind }) => kind).filter((kind) => kind === 'opened' || kind === 'decided')).toEqual([
    'opened',
    'decided',
  ]);
  // Each command works as it is printed.
  const commands = first.next.flatMap((line) => / (rewind .*)$/.exec(line)?.[1] ?? []);
  expect(commands.map((line) => line.split(' ')[1])).toEqual(['decide', 'plan', 'incident']);
  for (const line of commands) {
    const { root: cwd, env } = repository;
    const { status, stdout } = await paste(line, {
      cwd,
      env: { ...env, GITHUB_ACTIONS: undefined },
      command: sourcesAfter(FAST_CLOCK),
    });
    expect([line, status, stdout]).toEqual([line, 0, expect.stringMatching(/broken since|Digest: |verdict/)]);
  }
  // A later watch may reach a lower level first, and tells it too.
  expect(told.flatMap((one) => (one.kind === 'verdict' ? [one.data] : []))).toContainEqual(
    expect.objectContaining({
      level: 'roll-back',
      deployment: bad?.id,
      criterion: 'critical-functionality',
      probe: 'home',
      rule: 'failures',
    }),
  );
  const levels = told.flatMap((entry) => (entry.kind === 'verdict' ? [entry.data.level] : []));
  expect(levels).toEqual([...new Set(levels)]);
}, 60_000);

test('a start whose answer is lost counts as started; another deployment is another decision', async () => {
  const before = hub.dispatches.length;
  const next = vercel.release(project);
  const config = configured('next', { url: production.url('/500') });
  hub.inject({ on: /^POST .*\/dispatches$/, with: { kind: 'reset', executed: true } });
  const lost = await monitor(config, '--on-roll-back', 'dispatch');
  expect(lost.next[0]).toMatch(/^rollback-production\.yml was not started: /);
  const again = await monitor(config, '--on-roll-back', 'dispatch');
  expect([again.deployment, again.next[0]]).toEqual([next.id, expect.stringContaining('was started already')]);
  expect(hub.dispatches.slice(before)).toHaveLength(1);
  if (bad !== undefined) vercel.serve(project, bad);
}, 60_000);

test('two watches of one deployment start the workflow once', async () => {
  const before = hub.dispatches.length;
  const next = vercel.release(project);
  const configs = ['beside-1', 'beside-2'].map((name) => configured(name, { url: production.url('/500') }));
  // Both decide before GitHub has answered either.
  hub.latencyMs = 500;
  const both = await Promise.all(configs.map((config) => monitor(config, '--on-roll-back', 'dispatch')));
  hub.latencyMs = 0;
  expect(both.map(({ verdict, deployment }) => [verdict.level, deployment])).toEqual([
    ['roll-back', next.id],
    ['roll-back', next.id],
  ]);
  expect(both.map((one) => one.next[0]).sort()).toEqual([
    expect.stringContaining('rollback-production.yml was started already for this deployment: '),
    expect.stringContaining('rollback-production.yml was started. '),
  ]);
  expect(hub.dispatches.slice(before)).toHaveLength(1);
  if (bad !== undefined) vercel.serve(project, bad);
}, 60_000);

test('the mitigation is started at once at the verdict mitigate, and not while one is in effect', async () => {
  const before = hub.dispatches.length;
  for (const store of ['easing', 'eased']) {
    cpSync(join(repository.root, 'store/snapshots'), join(repository.root, store, 'snapshots'), { recursive: true });
  }
  const what = 'The mitigation maintenance "sorry" is in effect in "web", with a time limit until tomorrow.';
  writeRecord('eased', [
    { kind: 'opened', data: { title: 'Slow', severity: null } },
    {
      kind: 'obligation',
      data: {
        ...{ id: 'maintenance-on:web:0123456789ab', kind: 'maintenance-on', what, resource: 'web', items: [] },
        ...{ rollback: '0'.repeat(64), discharge: 'rewind undo 0123456789ab' },
      },
    },
  ]);
  const watch = (store: string) => async (every: number, minutes: string) => {
    const config = configured(store, { url: production.url('/both'), store, every, mitigation: 'sorry' });
    const seen = await monitor(config, '--minutes', minutes, '--on-mitigate', 'dispatch');
    return [seen, seen.verdict] as const;
  };
  const [[easing], [eased]] = await Promise.all([seenClearly(watch('easing')), seenClearly(watch('eased'))]);
  expect([easing.status, easing.verdict.level, easing.next[0]]).toEqual([
    3,
    'mitigate',
    `${MITIGATE} was started. Its plan waits for the approval.`,
  ]);
  expect(hub.dispatches.slice(before)).toEqual([
    {
      path: `.github/workflows/${MITIGATE}`,
      ref: 'main',
      inputs: { reason: expect.stringContaining(`(incident ${easing.incident ?? ''})`), mitigation: 'sorry' },
    },
  ]);
  expect(easing.next.find((line) => line.startsWith('Ease it first'))).toMatch(
    / rewind mitigate sorry --config \S+easing\.yml$/,
  );
  const decided = entries(easing.incident ?? '', 'easing').find(({ kind }) => kind === 'decided');
  expect(easing.verdict.at - Date.parse(decided?.at ?? '')).toBeGreaterThan(5_000);

  expect(eased.next.slice(0, 3)).toEqual([
    `${MITIGATE} was not started, because a mitigation is in effect.`,
    expect.stringContaining('The previous deployment fails too'),
    what,
  ]);
  expect(eased.stderr).toContain(`${what} The verdict is about production with it.`);
}, 120_000);

test('a mitigation to start must be configured', async () => {
  const config = configured('none', { url: production.url() });
  const { status, stderr } = await rewind(['monitor', '--config', config, '--on-mitigate', 'dispatch']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('monitor.mitigation')]);
});

test('what proves nothing is never healthy, and starts nothing', async () => {
  const store = join(repository.root, 'store');
  cpSync(join(store, 'snapshots'), join(repository.root, 'unsigned/snapshots'), { recursive: true });
  rmSync(join(repository.root, `unsigned/snapshots/production/${snapshot}/manifest.json.minisig`));
  if (good !== undefined) {
    vercel.aliases.set(`127.0.0.1:${moving.port}`, { deploymentId: good.id, projectId: project.id, redirect: null });
  }
  moving.handler = say(['/500']);
  const url = production.url('/500');
  const cases: Record<string, Setup> = {
    'no-snapshot': { url, store: 'nothing' },
    'no-baseline': { url, id: 'other' },
    unsigned: { url, store: 'unsigned' },
    blind: { url, neutral: 'http://127.0.0.1:1/' },
    elsewhere: { url: moving.url('/500') },
  };
  // A host of production for which Vercel does not answer. The neutral target answers, but not as the probe expects.
  const unread = `127.0.0.1:${neutral.port}`;
  vercel.aliases.set(unread, { deploymentId: bad?.id ?? '', projectId: project.id, redirect: null });
  vercel.inject({
    on: ({ url: asked }) => decodeURIComponent(asked).includes(unread),
    times: 1e6,
    with: { kind: 'hang' },
  });
  const dispatched = hub.dispatches.length;
  const watch = async (name: string, setup: Setup, minutes = '1') => {
    const seen = await monitor(configured(name, setup), '--minutes', minutes, '--on-roll-back', 'dispatch');
    const { level, doubts } = seen.verdict;
    return [name, { ...seen, level, doubts }] as const;
  };
  const outcomes = await Promise.all([
    ...Object.entries(cases).map(([name, setup]) => watch(name, setup)),
    seenClearly((every, minutes) => watch('shared', { url: production.url('/both'), every }, minutes)),
    seenClearly((every, minutes) => watch('unread', { url: neutral.url('/500'), every }, minutes)),
  ]);
  const of = Object.fromEntries(outcomes);
  const doubtful = (doubt: string) => ({
    status: 3,
    level: 'inconclusive',
    doubts: expect.arrayContaining([doubt]),
  });
  // Without a baseline, failures are worth a look, and nobody can say more.
  for (const name of ['no-snapshot', 'no-baseline', 'unsigned']) {
    expect([name, of[name]]).toMatchObject([name, { status: 3, doubts: expect.arrayContaining(['no-baseline']) }]);
    // A machine that is too busy is late: then not even that.
    expect(['watch', 'inconclusive']).toContain(of[name]?.level);
  }
  expect(of.unsigned?.stderr).toContain(`The baseline of snapshot ${snapshot} is not used: it has no signature.`);
  expect(of.blind).toMatchObject(doubtful('blind'));
  expect(of.elsewhere).toMatchObject(doubtful('elsewhere'));
  // Told at once, not only when the time is over.
  expect(of.elsewhere?.stderr).toContain(`The deployment behind the domain is ${good?.id ?? ''}.`);
  // The previous deployment fails too.
  expect(of.shared).toMatchObject({ status: 3, level: 'mitigate', verdict: { suspect: 'shared' } });
  expect(of.shared?.next[0]).toContain('The previous deployment fails too');
  // Production is down, and nobody can say whose fault it is.
  expect(of.unread).toMatchObject({
    status: 3,
    level: 'mitigate',
    verdict: {
      criteria: expect.arrayContaining([
        expect.objectContaining({ decisive: expect.objectContaining({ rule: 'unknown-deployment' }) }),
      ]),
    },
  });
  expect(of.unread?.stderr).toContain('Which deployment the domain serves could not be read.');
  expect(hub.dispatches).toHaveLength(dispatched);
  vercel.clearFaults();
}, 120_000);

test('a path that cannot be written is told before the watch, and an older verdict does not stay', async () => {
  const config = configured('written', { url: production.url() });
  writeFileSync(join(repository.root, 'file'), '');
  const refused = await rewind(['monitor', '--config', config, '--out', 'file']);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--out: ')]);
  expect(refused.stderr).not.toContain('Watching');
  const old = join(repository.root, 'out/written/verdict.json');
  mkdirSync(join(repository.root, 'out/written'), { recursive: true });
  writeFileSync(old, 'old');
  await rewind(['monitor', '--config', config, '--out', 'out/written'], {
    onLog: (text, child) => {
      if (text.includes('Watching')) child.kill('SIGKILL');
    },
  });
  expect(existsSync(old)).toBe(false);
});

test('a cancelled watch says nothing good', async () => {
  const config = configured('cancelled', { url: production.url() });
  const { status, stdout, stderr } = await rewind(['monitor', '--config', config, '--out', 'out/cancelled'], {
    env: { GITHUB_ACTIONS: undefined },
    onLog: (text, child) => {
      if (text.includes('Watching')) child.kill('SIGTERM');
    },
  });
  expect([status, stdout, stderr]).toEqual([3, expect.stringContaining('inconclusive'), expect.any(String)]);
  expect(existsSync(join(repository.root, 'out/cancelled/verdict.json'))).toBe(true);
});

test('texts of production do nothing on a terminal', async () => {
  const config = configured('hostile', { url: production.url('/500') });
  const { status, stdout, stderr } = await rewind(['monitor', '--config', config, '--out', 'out/hostile'], {
    env: { GITHUB_ACTIONS: undefined },
  });
  expect([status, terminalFaults(stdout), terminalFaults(stderr)]).toEqual([3, [], []]);
  expect(stdout).toContain('responded 500');
}, 60_000);

test('samples of the old deployment count for nothing; then the new one is healthy', async () => {
  const host = `127.0.0.1:${moving.port}`;
  const target = (deployment: Deployment | undefined): void => {
    vercel.aliases.set(host, { deploymentId: deployment?.id ?? '', projectId: project.id, redirect: null });
  };
  const watch = async (): Promise<Watched> => {
    target(good);
    moving.seen.splice(0);
    moving.handler = (request, response, socket) => {
      // The old deployment fails. After 20 requests the alias moves.
      if (moving.seen.length === 20) target(bad);
      say(moving.seen.length < 20 ? ['/'] : [])(request, response, socket);
    };
    return monitor(configured('moving', { url: moving.url() }));
  };
  let seen = await watch();
  // A machine that is too busy is late, and says so.
  for (let more = 0; more < 2 && seen.verdict.doubts.includes('late'); more += 1) seen = await watch();
  const [home] = seen.verdict.probes;
  expect([seen.status, seen.verdict.doubts]).toEqual([0, []]);
  // The machine may have become slower since the baseline; the deployment is not to blame, and nothing else is allowed.
  if (home?.raised?.measure.rule !== 'slower-at-end') expect(seen.verdict.level).toBe('healthy');
  expect(home?.measures.map(({ rule, bad: count }) => [rule, count])).toContainEqual(['failures', 0]);
  expect(home?.counted).toBeLessThan(moving.seen.length - 9);
  expect(seen.incident).toBeNull();
}, 120_000);

test('law 1: production was only read, and GitHub got nothing but the starts', () => {
  expect(vercel.writes).toBe(writes);
  for (const server of [production, moving, previous]) {
    expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
  }
  expect(hub.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/dispatches'))).toEqual([]);
});
