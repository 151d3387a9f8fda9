import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { table } from '../src/runtime/markdown.js';
import { DATABASE, nextRun, Shop } from '../test/support/act/shop.js';
import { runProgram } from '../test/support/program.js';
import { median } from './measure.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 5;
/** Vercel's and GitHub's answers take this long; Vercel's job takes so long. */
const LATENCY_MS = 50;
const JOB_MS = 1000;

/** Milliseconds by phase, and until the older deployment serves. */
type Sample = Readonly<Record<string, number>>;

/**
 * From the approval to "deployment rolled back": how long each phase of the execute job takes, as bare program and in the
 * workflow under act. What counts as our own is all but Vercel's job. The deployment must be the first thing that changes.
 */
export async function run(): Promise<string> {
  const rows: string[][] = [];
  const columns = new Set<string>();
  const results: [string, Sample][] = [];
  for (const [name, inputs] of [
    ['no database', {}],
    ['database restored', { database: 'restore', 'confirm-data-loss': DATABASE }],
  ] as const) {
    for (const [how, measure] of [
      ['bare `node dist/index.js`', bare],
      ['job under act', underAct],
    ] as const) {
      const samples: Sample[] = [];
      for (let round = 0; round < ROUNDS; round += 1) samples.push(await once(measure, inputs));
      const keys = Object.keys(samples[0] ?? {});
      keys.forEach((key) => columns.add(key));
      results.push([
        `${name}: ${how}`,
        Object.fromEntries(keys.map((key) => [key, median(samples.map((sample) => sample[key] ?? Number.NaN))])),
      ]);
    }
  }
  for (const [name, sample] of results) {
    rows.push([name, ...[...columns].map((key) => (sample[key] === undefined ? '' : sample[key].toFixed(0)))]);
  }
  const note = `Milliseconds, medians of ${ROUNDS}; each answer of Vercel and GitHub takes ${LATENCY_MS} ms, Vercel's job ${JOB_MS} ms. "own" = until rolled back, without that job.`;
  return `${note}\n\n${table(['Rollback', ...columns], rows)}`;
}

type Measure = (shop: Shop, inputs: Readonly<Record<string, string>>) => Promise<Sample>;

async function once(measure: Measure, inputs: Readonly<Record<string, string>>): Promise<Sample> {
  const shop = await Shop.start();
  try {
    await shop.snapshot();
    await shop.breakEverything();
    for (const service of [shop.vercel, shop.hub]) service.latencyMs = LATENCY_MS;
    shop.vercel.behavior.jobMs = JOB_MS;
    return await measure(shop, inputs);
  } finally {
    await shop.stop();
  }
}

/** When the older deployment began to serve; fails when something else was written first. */
async function rolledBackAt(shop: Shop, begun: number, ended: () => boolean): Promise<number> {
  const bad = shop.project.production;
  const known = shop.vercel.requests.length;
  while (shop.project.production === bad) {
    if (ended()) throw new Error('the deployment was not rolled back');
    await sleep(2);
  }
  const at = Date.now() - begun;
  const first = shop.vercel.requests.slice(known).find(({ method }) => method !== 'GET');
  if (first?.path.includes('/rollback/') !== true)
    throw new Error(`the first change was ${first?.method} ${first?.path}`);
  return at;
}

const bare: Measure = async (shop, inputs) => {
  const root = shop.consumer.dir;
  const runId = nextRun();
  shop.hub.approve(runId, 'bob', 'production');
  const env = {
    ...shop.secrets,
    VERCEL_API_URL: shop.vercel.url,
    GITHUB_API_URL: shop.hub.url,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: String(runId),
    GITHUB_ACTOR: 'alice',
    GITHUB_WORKSPACE: root,
    GITHUB_OUTPUT: join(root, '.git/output'),
    GITHUB_STEP_SUMMARY: join(root, '.git/summary'),
  };
  const command = [process.execPath, join(ROOT, 'dist/index.js')];
  const action = async (name: string, more: Record<string, string>): Promise<void> => {
    for (const file of [env.GITHUB_OUTPUT, env.GITHUB_STEP_SUMMARY]) writeFileSync(file, '');
    const result = await runProgram([], { cwd: root, command, env: { ...env, INPUT_COMMAND: name, ...more } });
    if (result.status !== 0) throw new Error(`${name}: ${result.stdout}${result.stderr}`);
  };
  const asInputs = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  mkdirSync(join(root, '.rewind'), { recursive: true });
  await action('plan', asInputs);
  const { digest } = JSON.parse(readFileSync(join(root, '.rewind/plan.json'), 'utf8')) as { digest: string };
  let over = false;
  const begun = Date.now();
  const watch = rolledBackAt(shop, begun, () => over);
  const rollback = action('rollback', { ...asInputs, INPUT_DIGEST: digest }).finally(() => (over = true));
  const [at] = await Promise.all([watch, rollback]);
  const total = Date.now() - begun;
  return { ...phasesOf(readFileSync(join(root, '.rewind/result.json'), 'utf8'), total), ...ends(at, total) };
};

const underAct: Measure = async (shop, inputs) => {
  let begun = 0;
  let over = false;
  let watch: Promise<number> | undefined;
  const run = await shop.rollback(inputs, {
    onLog: (line) => {
      if (begun > 0 || !line.startsWith('[execute]')) return;
      begun = Date.now();
      watch = rolledBackAt(shop, begun, () => over);
      watch.catch(() => undefined);
    },
  }).done;
  over = true;
  const job = run.job('execute');
  if (job.result !== 'success' || watch === undefined) throw new Error(run.log.slice(-3000));
  const step = (name: string): number => run.step('execute', name).durationMs ?? Number.NaN;
  const at = await watch;
  return {
    checkout: step('actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1'),
    'fetch the plan': step('Fetch the plan that was approved'),
    ...ends(at, (job.endedAt ?? 0) - begun),
  };
};

const ends = (at: number, total: number): Sample => ({
  'until rolled back': at,
  own: at - JOB_MS,
  'until verified and kept': total,
});

/** What the program says of itself; what is left before its clock begins is Node starting and loading. */
export function phasesOf(result: string, totalMs: number): Sample {
  const { timeline, durationMs } = JSON.parse(result) as {
    timeline: readonly { what: string; from: number; to: number }[];
    durationMs: number;
  };
  const took = (what: string): number => {
    const entry = timeline.find((candidate) => candidate.what === what);
    return entry ? entry.to - entry.from : 0;
  };
  return {
    'start of Node, load, end': totalMs - durationMs,
    'plan and approval': took('plan and approval'),
    'checks and drift': took('checks and drift'),
    'pre-flight': took('pre-flight'),
    'pre-rollback snapshot': took('pre-rollback snapshot'),
    'the switch': timeline
      .filter(({ what }) => what.startsWith('web: '))
      .reduce((sum, { from, to }) => sum + to - from, 0),
  };
}
