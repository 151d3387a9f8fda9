import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recompute, verdictRecord, type Verdict } from '../../src/probes/verdict.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import type { Deployment, Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { FAST_CLOCK, fastNow } from '../support/fast-clock.js';
import { sourcesAfter, type ProgramOptions, type ProgramResult } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';
import { signingKeyPair } from '../support/signing-key.js';
import { WatchedServer, type Handler } from '../support/watched-server.js';

/**
 * The watch of a deployment between real processes, whose time runs ten times as fast. Production is a server on loopback;
 * Vercel tells which deployment its host serves, and GitHub starts the workflow of the rollback.
 */
const WORKFLOW = 'rollback-production.yml';
const RUN = 41;
let hub: GitHubSandbox;
let vercel: VercelSandbox;
let project: Project;
let production: WatchedServer;
let neutral: WatchedServer;
let repository: Repository;
let secretKey: string;
let snapshot: string;
let bad: Deployment;

const ok: Handler = (_request, response) => response.end('ok');
const broken: Handler = (_request, response) => {
  response.statusCode = 500;
  response.end(HOSTILE);
};
const HOSTILE = '\u001b[31m::error::gotcha\n::set-output name=verdict::healthy\n<script>alert(1)</script> @everyone';

const probe = (more = ''): string =>
  `  - { id: home, adapter: http, area: content, critical: true, every: 1, url: "${production.url('/')}", allow-private: true${more} }`;

function configure(probes: readonly string[], minutes = 2): void {
  repository.configure({
    store: 'store',
    sections: [
      `sign: { keys: [${publicKey}] }`,
      `monitor: { minutes: ${minutes}, neutral: "${neutral.url('/')}", allow-private: true, workflow: ${WORKFLOW} }`,
      // Latencies are those of a busy machine, times ten.
      'criteria:',
      '  baseline-samples: 24',
      '  latency: { tail: { add-ms: 60000 }, body: { add-ms: 60000 } }',
      'probes:',
      ...probes,
    ],
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
  });
}
let publicKey: string;

beforeAll(async () => {
  hub = new GitHubSandbox({ now: fastNow });
  await hub.start();
  hub.addWorkflow(`.github/workflows/${WORKFLOW}`);
  hub.addRun({ id: RUN, event: 'deployment_status' });
  vercel = await new VercelSandbox().start();
  vercel.now = fastNow;
  [production, neutral] = [await new WatchedServer().start(), await new WatchedServer().start()];
  project = vercel.addProject('shop', [`127.0.0.1:${production.port}`]);
  vercel.release(project);
  ({ secret: secretKey, publicKey } = signingKeyPair());
  repository = await makeRepository({
    store: 'store',
    resources: [`{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }`],
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
  configure([probe()]);
  const taken = await rewind(['snapshot'], { env: { REWIND_SIGNING_KEY: secretKey.split('\n')[1] ?? '' } });
  expect([taken.status, taken.stderr]).toEqual([0, expect.any(String)]);
  snapshot = taken.json<{ snapshot: string }>().snapshot;
  bad = vercel.release(project);
}, 60_000);
afterAll(async () => {
  for (const server of [hub, vercel]) await server.stop();
  for (const server of [production, neutral]) await server.close();
  repository.remove();
});

const rewind = (args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
  repository.run([...args, '--json'], { command: sourcesAfter(FAST_CLOCK), ...options });

interface Answer {
  readonly verdict: Verdict;
  readonly incident: string | null;
  readonly next: readonly string[];
  readonly deployment: string | null;
  readonly control: string | null;
}
interface Watched extends Answer {
  readonly status: number | null;
  readonly stderr: string;
}

async function monitor(args: readonly string[] = [], options: Partial<ProgramOptions> = {}): Promise<Watched> {
  const result = await rewind(['monitor', ...args], options);
  return { ...result.json<Answer>(), status: result.status, stderr: result.stderr };
}

test('a snapshot takes the baseline', async () => {
  const shown = (await rewind(['show', snapshot])).json();
  expect(JSON.stringify(shown)).toContain('baselines');
});

test('a deployment that works is healthy at the end of the watch', async () => {
  production.handler = ok;
  const { status, verdict, deployment, stderr } = await monitor();
  expect([status, verdict.level, verdict.doubts, stderr]).toEqual([0, 'healthy', [], expect.any(String)]);
  expect(deployment).toBe(bad.id);
}, 60_000);

test('a deployment that fails is rolled back: told in the record, started once', async () => {
  production.handler = broken;
  const first = await monitor(['--on-roll-back', 'dispatch']);
  console.log(JSON.stringify(first, null, 1).slice(0, 6000));
  expect([first.status, first.verdict.level]).toEqual([3, 'roll-back']);
  const file = JSON.parse(readFileSync(join(repository.root, '.rewind/verdict.json'), 'utf8')) as {
    verdict: unknown;
    record: unknown;
  };
  expect(JSON.parse(JSON.stringify(recompute(verdictRecord.parse(file.record))))).toEqual(file.verdict);
}, 60_000);
