import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { table } from '../src/runtime/markdown.js';
import { TEAM, VercelSandbox } from '../test/sandbox/vercel/server.js';
import { runProgram } from '../test/support/program.js';
import { median, timed } from './measure.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'test/peers/node_modules/vercel/dist/vc.js');
const REWIND = join(ROOT, 'dist/index.js');
const TOKEN = 'benchtoken';
const BASE = { PATH: process.env.PATH ?? '', VERCEL_TOKEN: TOKEN, VERCEL_TELEMETRY_DISABLED: '1' };

interface Setting {
  readonly latencyMs: number;
  readonly domains: number;
  readonly jobMs: number;
}

/**
 * One rollback of a Vercel project on the same emulator: a whole process of the official CLI, and a whole process of
 * `rewind rollback`, one after the other in each round. What comes before (snapshot, plan) is not measured.
 */
export async function run(rounds = 3): Promise<string> {
  const startMs = startUp();
  const rows: string[][] = [];
  for (const latencyMs of [0, 100]) {
    for (const domains of [1, 20]) {
      for (const jobMs of [1_000, 3_000]) {
        const setting = { latencyMs, domains, jobMs };
        const cli: Measured[] = [];
        const ours: Measured[] = [];
        for (let round = 0; round < rounds; round += 1) {
          cli.push(await measure(setting, byCli));
          ours.push(await measure(setting, byProgram));
        }
        rows.push(rowOf(setting, middle(cli), middle(ours), startMs));
      }
    }
  }
  const note = `Medians of ${rounds}, alternating. "fixed" are the requests without the polls of the project after the switch was sent. "over" is the time of \`rewind rollback\` without Vercel's job and without the start of the program (${startMs.toFixed(0)} ms).`;
  const head = [
    'latency',
    'domains',
    'job',
    'CLI: requests',
    's',
    'Rewind: fixed',
    'polls',
    's',
    'over, s',
    'time ratio',
  ];
  return `${note}\n\n${table(head, rows)}`;
}

const rowOf = ({ latencyMs, domains, jobMs }: Setting, cli: Measured, ours: Measured, startMs: number): string[] => [
  `${latencyMs} ms`,
  String(domains),
  `${jobMs / 1000} s`,
  String(cli.fixed + cli.polls),
  cli.seconds.toFixed(2),
  String(ours.fixed),
  String(ours.polls),
  ours.seconds.toFixed(2),
  (ours.seconds - (jobMs + startMs) / 1000).toFixed(2),
  (ours.seconds / cli.seconds).toFixed(2),
];

/** Milliseconds until the program has begun and ended without any work. */
function startUp(): number {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const begun = performance.now();
    spawnSync(process.execPath, [REWIND, 'no-such-command'], { env: BASE });
    times.push(performance.now() - begun);
  }
  return median(times);
}

interface Measured {
  readonly fixed: number;
  readonly polls: number;
  readonly seconds: number;
}

const middle = (all: readonly Measured[]): Measured => ({
  fixed: median(all.map(({ fixed }) => fixed)),
  polls: median(all.map(({ polls }) => polls)),
  seconds: median(all.map(({ seconds }) => seconds)),
});

/** Does what must be done first, and gives what is to be measured. */
type Way = (vercel: VercelSandbox, root: string, domains: number) => Promise<() => Promise<void>>;

async function measure({ latencyMs, domains, jobMs }: Setting, way: Way): Promise<Measured> {
  const vercel = await new VercelSandbox().start();
  vercel.tokens.set(TOKEN, 'write');
  vercel.behavior.jobMs = jobMs;
  const root = mkdtempSync(join(tmpdir(), 'rewind-bench-'));
  try {
    const rollback = await way(vercel, root, domains);
    vercel.latencyMs = latencyMs;
    vercel.requests.length = 0;
    const seconds = (await timed(rollback)) / 1000;
    const sent = vercel.requests.findIndex(({ method }) => method === 'POST');
    const isPoll = ({ method, path }: { method: string; path: string }): boolean =>
      method === 'GET' && /^\/v\d+\/projects\/[^/]+$/.test(path);
    const polls = vercel.requests.slice(sent + 1).filter(isPoll).length;
    return { fixed: vercel.requests.length - polls, polls, seconds };
  } finally {
    await vercel.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

function twoReleases(vercel: VercelSandbox, domains: number) {
  const names = Array.from({ length: domains }, (_, index) => `shop-${index}.example.com`);
  const project = vercel.addProject('shop', names);
  const good = vercel.release(project);
  return { project, good, release: () => vercel.release(project) };
}

const byCli: Way = (vercel, root, domains) => {
  const { good, release } = twoReleases(vercel, domains);
  release();
  const args = ['rollback', good.id, '--yes', '--scope', 'sandbox', '--api', vercel.url, '--global-config', root];
  return Promise.resolve(
    () =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [CLI, ...args], {
          cwd: root,
          env: { ...BASE, HOME: root },
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        let said = '';
        child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
        child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`vercel rollback: ${said}`))));
      }),
  );
};

const byProgram: Way = async (vercel, root, domains) => {
  const { project, release } = twoReleases(vercel, domains);
  const identity = await generateIdentity();
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }
`,
  );
  const env = { VERCEL_TOKEN: TOKEN, VERCEL_API_URL: vercel.url, REWIND_IDENTITY: identity };
  const rewind = async (args: string[]): Promise<void> => {
    const result = await runProgram(args, { cwd: root, env, command: [process.execPath, REWIND] });
    if (result.status !== 0) throw new Error(`rewind ${args.join(' ')}:\n${result.stderr}`);
  };
  await rewind(['snapshot']);
  release();
  await rewind(['plan']);
  const { digest } = JSON.parse(readFileSync(join(root, '.rewind/plan.json'), 'utf8')) as { digest: string };
  return () => rewind(['rollback', '--digest', digest]);
};
