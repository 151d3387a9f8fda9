import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { parseEntry, type Entry } from '../../src/incident/entry.js';
import { verdictRecord, recompute, type Verdict } from '../../src/probes/verdict.js';
import type { RollbackResult } from '../../src/report/result-file.js';
import { sha256 } from '../../src/runtime/digest.js';
import { sourcesAfter, type ProgramOptions, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { signingKeyPair } from '../support/signing-key.js';
import { skippingWaitsAfter } from '../support/skip-waits.js';
import { WatchedServer, type Handler } from '../support/watched-server.js';
import type { ConfigStore, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { plural } from '../../src/runtime/text.js';

// Real times are measured here, and a busy machine may slow one of them down: what fails twice is wrong.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** Rollbacks of an application that answers over real HTTP. */
const WATCHING = 'Watching production for 5 min';
const command = sourcesAfter(skippingWaitsAfter(WATCHING));
let vercel: VercelSandbox;
let project: Project;
let flags: ConfigStore;
let production: WatchedServer;
let neutral: WatchedServer;
let repository: Repository;

const answers: Handler = (_request, response) => response.end('ok');
const fails: Handler = (_request, response) => response.writeHead(500).end('no payments today');
const hangs: Handler = () => undefined;
/** Answers as the paths say, well elsewhere. */
const by =
  (paths: Readonly<Record<string, Handler>>): Handler =>
  (request, ...rest) =>
    (paths[request.url] ?? answers)(request, ...rest);

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  project = vercel.addProject('shop', ['shop.example.com']);
  project.env = [];
  flags = vercel.addStore('flags', { checkout: false });
  [production, neutral] = await Promise.all([new WatchedServer().start(), new WatchedServer().start()]);
  repository = await makeRepository({ resources: resources(), env: vercel.env });
  vercel.release(project);
  await repository.ok('snapshot');
  const folder = join(repository.root, '.rewind/store/snapshots');
  const [name] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('manifest.json'),
  );
  const file = join(folder, name ?? '');
  const old = readFileSync(file, 'utf8');
  const manifest = JSON.parse(old) as object;
  const probe = {
    kind: 'check',
    samples: 60,
    failures: 0,
    correlation: 0,
    windows: [],
    control: { asked: 0, failed: 0 },
  };
  const latencies = Array.from({ length: 60 }, () => 5);
  const baselines = ['home', 'pay'].map((id) => ({ ...probe, probe: id, latencies }));
  // As if it had been measured: a measurement takes a minute.
  const measured = JSON.stringify({ ...manifest, baselines });
  writeFileSync(file, measured);
  const sums = join(dirname(file), 'SHA256SUMS');
  writeFileSync(sums, readFileSync(sums, 'utf8').replace(sha256(old), sha256(measured)));
  repository.configure({ resources: resources(), sections: sections() });
});
afterAll(async () => {
  await Promise.all([vercel.stop(), production.close(), neutral.close()]);
  repository.remove();
});
beforeEach(() => {
  production.handler = answers;
  repository.configure({ resources: resources(), sections: sections() });
});

const resources = () => [
  `{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`,
  `{ id: flags, provider: vercel-edge-config, store: ${flags.id}, team: ${TEAM} }`,
];
const probe = (id: string, area: string, more = '') =>
  `  - { id: ${id}, adapter: http, area: ${area}, critical: true, url: "${production.url(`/${id}`)}", allow-private: true${more} }`;
const sections = (probes = [probe('pay', 'payments'), probe('home', 'content')], minutes = 5) => [
  `monitor: { after-rollback-minutes: ${minutes}, neutral: "${neutral.url()}", allow-private: true }`,
  ...(probes.length === 0 ? [] : ['probes:', ...probes]),
];

/** A bad deploy, and the digest of the plan that rolls it back. */
async function badDeploy(): Promise<string> {
  vercel.release(project, { meta: { githubCommitSha: 'b'.repeat(40), githubCommitRef: 'main' } });
  const item = flags.items.get('checkout');
  if (item !== undefined) flags.items.set('checkout', { ...item, value: true });
  return repository.digestOf('plan');
}
const rollback = (digest: string, more: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
  repository.run(['rollback', '--digest', digest, '--json'], { command, ...more });
const states = ({ areas }: RollbackResult): Record<string, string> =>
  Object.fromEntries((areas ?? []).map(({ area, state }) => [area, state]));
const report = (name: string): string => readFileSync(join(repository.root, '.rewind', name), 'utf8');

/** What the newest incident says of the areas. */
function observed(): readonly Extract<Entry, { kind: 'observed' }>['data'][] {
  const all = join(repository.root, '.rewind/store/incidents/production');
  const folder = join(all, readdirSync(all).sort().at(-1) ?? '');
  return readdirSync(folder)
    .filter((name) => /^\d+\.json$/.test(name))
    .sort()
    .map((name) => parseEntry(readFileSync(join(folder, name), 'utf8'), name))
    .flatMap((entry) => (entry.kind === 'observed' ? [entry.data] : []));
}

test('probes that hang delay no change: each is made while the first requests of the probes still wait', async () => {
  const patient = ', timeout-seconds: 60';
  const probes = [probe('pay', 'payments', patient), probe('home', 'content', patient)];
  repository.configure({ resources: resources(), sections: sections(probes) });
  const digest = await badDeploy();
  production.handler = hangs;
  const writes: { readonly asked: number; readonly waiting: number }[] = [];
  vercel.before = ({ method }) => {
    if (method !== 'GET') writes.push({ asked: production.seen.length, waiting: production.sockets.size });
  };
  const result = await rollback(digest, {
    // Every change is done and verified; the watch has an end of its own.
    onLog: (text, child) => {
      if (text.includes(WATCHING)) child.kill('SIGTERM');
    },
  });
  vercel.before = undefined;
  // If a change waited for the end of a tick, its request would wait no more.
  expect(writes.length).toBeGreaterThan(1);
  expect(writes.at(-1)?.asked).toBeGreaterThan(0);
  for (const { asked, waiting } of writes) expect(waiting).toBe(asked);
  const { applied, remaining } = result.json<RollbackResult>();
  expect([applied.length, remaining, result.status]).toEqual([2, 0, 0]);
  expect(states(result.json())).toMatchObject({ payments: 'inconclusive', content: 'inconclusive' });
});

test('production that works again is called recovered, area by area; what has no probe is not watched', async () => {
  const digest = await badDeploy();
  production.handler = by({ '/pay': fails });
  const { status, ...result } = await rollback(digest, {
    onLog: (text) => {
      if (text.includes(WATCHING)) production.handler = answers;
    },
  });
  const { title, areas, ok, verdict } = result.json<RollbackResult>();
  expect([status, ok, verdict, title]).toEqual([0, true, 'rolled-back', expect.any(String)]);
  expect(states(result.json())).toEqual({
    authentication: 'not-watched',
    payments: 'recovered',
    content: 'recovered',
    performance: 'recovered',
    data: 'not-watched',
    security: 'not-watched',
  });
  expect(areas?.find(({ area }) => area === 'performance')?.probes).toEqual(['pay', 'home']);
  expect(title).toMatch(/^Rolled back: "production" equals snapshot .*; recovered: payments, content, performance \(/);
  expect(observed().at(-1)).toMatchObject({ digest, minutes: 5 });
  // The failures during the changes stand in the chart, before the mark.
  expect(report('report.md')).toMatch(/pay\s+✗+│[▁▂▃▄▅▆▇█]+ /);
  for (const text of [report('report.md'), report('report.html')]) expect(text).toContain('not watched');
  const [, payments = ''] = report('report.html').split('<figure ');
  expect(payments).toMatch(/^role="img" aria-label="pay \(payments\): median .*"><svg /);
  expect(payments).toContain('Before the deploy');
  // Failures only before the verification, in the table beneath the chart.
  const cells = payments.replace(/ role="cell" data-label="[^"]*"/g, '');
  const rows = [...cells.matchAll(/<td>[-\d]+ [\d:]+( \(changes\))?<\/td><td>\d+<\/td><td>(\d+)<\/td>/g)];
  expect(rows.filter(([, changes, bad]) => (bad !== '0') !== (changes !== undefined))).toEqual([]);
  expect(rows.length).toBeGreaterThan(10);
});

test('production that equals the snapshot and does not work is not recovered: exit status 1', async () => {
  const digest = await badDeploy();
  production.handler = by({ '/pay': fails });
  const result = await rollback(digest);
  const { title, ok, verdict, remaining, failed, applied } = result.json<RollbackResult>();
  expect([result.status, ok, verdict, remaining, failed]).toEqual([1, false, 'not-recovered', 0, []]);
  expect(applied).toContain('flags/items');
  expect(title).toMatch(
    /^Rolled back: "production" equals snapshot .*, but payments is not recovered; recovered: content/,
  );
  expect(states(result.json())).toMatchObject({ payments: 'not-recovered', content: 'recovered', data: 'not-watched' });
  expect(report('report.md')).toContain(`❌ Rolled back`);
  expect(report('report.md')).toMatch(/last failure: .*500/);
  expect(report('report.md')).toContain(`run the same rollback again (digest ${digest})`);
  // The proof can be judged once more without Rewind's memory.
  const proof = JSON.parse(report('recovery.json')) as { verdict: Verdict; record: unknown };
  expect(JSON.parse(JSON.stringify(recompute(verdictRecord.parse(proof.record))))).toEqual(proof.verdict);
  expect(observed().at(-1)?.areas).toContainEqual({ area: 'payments', state: 'not-recovered', probes: ['pay'] });
  expect((await repository.ok('incident', 'show')).stdout).toContain('not recovered: payments');

  // The same rollback once more changes nothing, and says what is true then.
  production.handler = answers;
  const again = await rollback(digest);
  expect([again.status, again.json<RollbackResult>().title]).toEqual([
    0,
    expect.stringContaining(
      `; recovered: payments, content, performance (${plural(applied.length, 'change')}, all by an earlier run, `,
    ),
  ]);
});

test('killed in the watch: the outcome is in the record already, and the same rollback once more ends as it should', async () => {
  const digest = await badDeploy();
  production.handler = by({ '/pay': fails });
  const killed = await rollback(digest, {
    onLog: (text, child) => {
      if (text.includes(WATCHING)) child.kill('SIGKILL');
    },
  });
  expect(killed.signal).toBe('SIGKILL');
  expect((await repository.ok('incident', 'show')).stdout).toMatch(/verified: .*equals snapshot/);
  const again = await rollback(digest);
  expect([again.status, again.json<RollbackResult>().verdict]).toEqual([1, 'not-recovered']);
  const { applied, earlier } = again.json<RollbackResult>();
  expect([applied, earlier]).toEqual([[], expect.arrayContaining(['flags/items'])]);
  expect(report('report.html')).toContain(`Done by an earlier run of this plan: ${plural(earlier.length, 'change')}`);
});

test('an undo and a recovery are watched too, against the baseline of the snapshot of their rollback', async () => {
  expect((await rollback(await badDeploy())).status).toBe(0);
  production.handler = by({ '/pay': fails });
  const undone = await rollback(await repository.digestOf('undo'));
  expect([undone.status, undone.json<RollbackResult>().title]).toEqual([1, expect.stringMatching(/^Undone: /)]);
  expect(states(undone.json())).toMatchObject({ payments: 'not-recovered', content: 'recovered' });

  production.handler = answers;
  expect((await rollback(await badDeploy())).status).toBe(0);
  vercel.release(project, { meta: { githubCommitSha: 'c'.repeat(40), githubCommitRef: 'main' } });
  const recovered = await rollback(await repository.digestOf('recover', '--deployment', 'latest'));
  expect([recovered.status, recovered.json<RollbackResult>().title]).toEqual([
    0,
    expect.stringMatching(/^Recovered: /),
  ]);
  expect(states(recovered.json())).toMatchObject({ payments: 'recovered', content: 'recovered' });
}, 60_000);

test('a baseline that nobody signed proves nothing, neither good nor bad', async () => {
  const signed = `sign: { keys: [${signingKeyPair().publicKey}] }`;
  repository.configure({ resources: resources(), sections: [signed, ...sections()] });
  const digest = await badDeploy();
  production.handler = by({ '/pay': fails });
  const { status, stderr, ...result } = await rollback(digest);
  expect(stderr).toMatch(/The baseline of snapshot \S+ is not used: it has no signature\./);
  expect([status, result.json<RollbackResult>().title]).toEqual([
    0,
    expect.stringContaining('; recovery inconclusive: payments, content, performance'),
  ]);
});

test('without a baseline nothing is called recovered', async () => {
  repository.configure({ resources: resources(), sections: sections([probe('other', 'content')]) });
  const digest = await badDeploy();
  const { status, ...result } = await rollback(digest);
  const { areas, title } = result.json<RollbackResult>();
  expect(status).toBe(0);
  expect(title).toContain('; recovery inconclusive: content, performance');
  expect(areas?.find(({ area }) => area === 'content')).toMatchObject({
    state: 'inconclusive',
    why: expect.stringContaining('no baseline'),
  });
});

test('an incomplete rollback is not watched', async () => {
  const digest = await badDeploy();
  vercel.inject({
    on: /^PATCH .*-config\//,
    times: 9,
    with: { kind: 'answer', answer: vercel.failure(403) },
  });
  const result = await rollback(digest);
  expect([result.status, result.json<RollbackResult>().verdict]).toEqual([1, 'incomplete']);
  expect(result.stderr).not.toContain('Watching');
  expect(states(result.json())).toMatchObject({ content: 'inconclusive', data: 'not-watched' });
  vercel.clearFaults();
});

test.each([
  ['no probe', () => sections([])],
  ['after-rollback-minutes: 0', () => sections(undefined, 0)],
])('%s: nothing runs, and nothing is said of areas', async (_, given) => {
  const before = production.seen.length;
  repository.configure({ resources: resources(), sections: given() });
  const { status, ...result } = await rollback(await badDeploy());
  expect([status, result.json<RollbackResult>().areas, production.seen.length - before]).toEqual([0, null, 0]);
  expect(report('report.md')).not.toContain('Recovery by area');
});

test('maintenance is not watched: its page is no failure of the measure', async () => {
  const item = flags.items.get('checkout');
  if (item !== undefined) flags.items.set('checkout', { ...item, value: false });
  const sorry = '  - { id: sorry, kind: maintenance, resources: [flags], item: { key: checkout, value: true } }';
  repository.configure({ resources: resources(), sections: [...sections(), 'mitigations:', sorry] });
  production.handler = fails;
  const digest = await repository.digestOf('mitigate', 'sorry');
  production.seen.splice(0);
  const { status, stdout } = await rollback(digest);
  const result = JSON.parse(stdout) as RollbackResult;
  expect([status, result.verdict, states(result)]).toEqual([0, 'rolled-back', {}]);
  expect(production.seen).toEqual([]);
});
