import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { config as schema } from '../src/providers/vercel-deployment/config.js';
import provider from '../src/providers/vercel-deployment/index.js';
import { table } from '../src/runtime/markdown.js';
import { TEAM, VercelSandbox } from '../test/sandbox/vercel/server.js';
import { testContext } from '../test/support/context.js';
import { MemoryPayloads } from '../test/support/payloads.js';
import { runProgram } from '../test/support/program.js';
import { median, timed } from './measure.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(ROOT, 'test/peers/node_modules/vercel/dist/vc.js');
const TOKEN = 'benchtoken';
const ROUNDS = 3;

/**
 * One rollback of a Vercel project on the same emulator: the official CLI; our switch alone, as the provider does it; and
 * the whole of `rewind rollback` with its checks, drift check, snapshot of before and verification.
 */
export async function run(): Promise<string> {
  const rows: string[][] = [];
  for (const jobMs of [1_000, 3_000]) {
    const cli = await measure(jobMs, byCli);
    const ours = await measure(jobMs, byProvider);
    const whole = await measure(jobMs, byProgram);
    const row = (name: string, one: Measured): string[] => [
      `job of ${jobMs / 1000} s: ${name}`,
      one.requests.toFixed(0),
      one.seconds.toFixed(2),
      (one.requests / cli.requests).toFixed(2),
      (one.seconds / cli.seconds).toFixed(2),
    ];
    rows.push(
      row('`vercel rollback`', cli),
      row('the switch, by the provider', ours),
      row('`rewind rollback`, all of it', whole),
    );
  }
  return table(['One rollback', 'requests', `s (median of ${ROUNDS})`, 'requests ratio', 'time ratio'], rows);
}

interface Measured {
  readonly requests: number;
  readonly seconds: number;
}
/** Does what must be done first, and gives what is to be measured. */
type Way = (vercel: VercelSandbox, root: string) => Promise<() => Promise<void>>;

async function measure(jobMs: number, way: Way): Promise<Measured> {
  const requests: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const vercel = await new VercelSandbox().start();
    vercel.tokens.set(TOKEN, 'write');
    vercel.behavior.jobMs = jobMs;
    const root = mkdtempSync(join(tmpdir(), 'rewind-bench-'));
    try {
      const rollback = await way(vercel, root);
      vercel.requests.length = 0;
      seconds.push((await timed(rollback)) / 1000);
      requests.push(vercel.requests.length);
    } finally {
      await vercel.stop();
      rmSync(root, { recursive: true, force: true });
    }
  }
  return { requests: median(requests), seconds: median(seconds) };
}

function twoReleases(vercel: VercelSandbox) {
  const project = vercel.addProject('shop', ['shop.example.com', 'www.shop.example.com']);
  const good = vercel.release(project);
  return { project, good, release: () => vercel.release(project) };
}

const byCli: Way = async (vercel, root) => {
  const { good, release } = twoReleases(vercel);
  release();
  return () =>
    new Promise((resolve, reject) => {
      const args = [
        CLI,
        'rollback',
        good.id,
        '--yes',
        '--scope',
        'sandbox',
        '--api',
        vercel.url,
        '--global-config',
        root,
      ];
      const child = spawn(process.execPath, args, {
        cwd: root,
        env: { PATH: process.env.PATH, HOME: root, VERCEL_TOKEN: TOKEN, VERCEL_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`vercel rollback: ${said}`))));
    });
};

const byProvider: Way = async (vercel) => {
  const { project, release } = twoReleases(vercel);
  const ctx = testContext({ env: { VERCEL_TOKEN: TOKEN, VERCEL_API_URL: vercel.url } });
  const config = schema.parse({ id: 'web', provider: 'vercel-deployment', project: project.id, team: TEAM });
  const saved = await provider.capture(config, ctx, new MemoryPayloads());
  release();
  const [change] = provider.plan(saved, await provider.capture(config, ctx, new MemoryPayloads()));
  if (!change) throw new Error('nothing was planned');
  return () => provider.apply(config, change, ctx, new MemoryPayloads());
};

const byProgram: Way = async (vercel, root) => {
  const { project, release } = twoReleases(vercel);
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
    const result = await runProgram(args, { cwd: root, env, command: [process.execPath, join(ROOT, 'dist/index.js')] });
    if (result.status !== 0) throw new Error(`rewind ${args.join(' ')}:\n${result.stderr}`);
  };
  await rewind(['snapshot']);
  release();
  await rewind(['plan']);
  const { digest } = JSON.parse(readFileSync(join(root, '.rewind/plan.json'), 'utf8')) as { digest: string };
  return () => rewind(['rollback', '--digest', digest]);
};
