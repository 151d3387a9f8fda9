import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { observe } from '../src/commands/monitor/observe.js';
import { rewindConfig } from '../src/config/schema.js';
import type { ProbeBaseline } from '../src/probes/baseline.js';
import { table } from '../src/runtime/markdown.js';
import { testContext } from '../test/support/context.js';

const PROBES = 50;
/** The time after which the heap must not grow. */
const WARM_MS = 60_000;

/** Each third address never answers. */
const SERVER = `
  const server = require('node:http').createServer((request, response) => {
    if (!request.url.startsWith('/hang')) response.end('ok');
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/**
 * A watch with many probes at one second, a third of them timing out, on its own in this process: how exactly the ticks
 * begin, how much memory they leave behind, and how much of a core they take.
 */
export async function run(minutes: number): Promise<string> {
  const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    return await measure(await portOf(server), minutes);
  } finally {
    server.kill();
  }
}

async function portOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the server has no stdout');
  const [line] = (await once(stdout, 'data')) as [Buffer];
  return line.toString().trim();
}

async function measure(port: string, minutes: number): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const config = rewindConfig.parse({
    version: 1,
    environment: 'production',
    store: { kind: 'directory', path: 'store' },
    seal: { recipients: ['age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqs3290gq'] },
    monitor: { neutral: origin, 'allow-private': true },
    probes: Array.from({ length: PROBES }, (_, index) => ({
      id: `probe-${index}`,
      adapter: 'http',
      area: 'content',
      every: 1,
      url: `${origin}${index % 3 === 0 ? '/hang' : '/'}`,
      'timeout-seconds': 1,
      'allow-private': true,
    })),
    resources: [{ id: 'web', provider: 'vercel-deployment', project: 'prj_1', team: 'team_1' }],
  });
  const baselines = new Map(config.probes.map(({ id }) => [id, baseline(id)]));
  const frame = { deployment: null, control: null, identity: null, baselines };
  const warm = Math.min(WARM_MS, (minutes * 60_000) / 3);
  const begin = process.cpuUsage();
  const at = performance.now();
  const watching = observe({ context: testContext() }, { config }, frame, minutes);
  const before = sleep(warm).then(heapBytes);
  const observed = await watching;
  const wallMs = performance.now() - at;
  const { user, system } = process.cpuUsage(begin);
  const grown = (heapBytes() - (await before)) / 1e6;
  // Read after the heap was measured: all that a watch keeps counts.
  const { series, skipped, record } = observed;
  const ticks = series.flatMap(({ samples, errors }) => [...samples, ...errors]);
  const late = ticks.map((one) => ('lateMs' in one ? (one.lateMs ?? 0) : 0)).sort((a, b) => a - b);
  const quantile = (share: number): string => `${(late[Math.floor(share * (late.length - 1))] ?? 0).toFixed(0)} ms`;
  return table(
    ['Figure', 'Measured', 'Goal'],
    [
      ['probes, minutes', `${PROBES}, ${minutes}`, ''],
      ['ticks, of them left out', `${record.ticks.length}, ${skipped}`, ''],
      ['start after its due time, median', quantile(0.5), ''],
      ['start after its due time, p99', quantile(0.99), '< 100 ms'],
      ['start after its due time, longest', quantile(1), ''],
      [`heap after ${(warm / 1000).toFixed(0)} s to the end`, `${grown.toFixed(1)} MB`, '< 5 MB'],
      ['share of a core', `${((user + system) / 10 / wallMs).toFixed(1)} %`, '< 25 %'],
    ],
  );
}

/** As a snapshot of a quick application holds it. */
function baseline(probe: string): ProbeBaseline {
  const latencies = Array.from({ length: 60 }, (_, index) => 2 + index / 10);
  const control = { asked: 0, failed: 0 };
  const rest = { samples: 60, failures: 0, correlation: 0, windows: [], facts: undefined, control };
  return { probe, kind: 'check', latencies, ...rest };
}

/** What is really in use. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
