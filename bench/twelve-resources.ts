import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../src/runtime/markdown.js';
import { World } from '../test/sandbox/demo/world.js';
import { startPostgres, type TestPostgres } from '../test/support/postgres.js';
import { phasesOf } from './execute.js';
import { median } from './measure.js';

const COMMAND = [process.execPath, fileURLToPath(new URL('../dist/index.js', import.meta.url))];
/** Each answer takes this long; Vercel's job takes so long. */
const LATENCY_MS = 50;
const JOB_MS = 1000;

type Sample = Readonly<Record<string, number>>;

/**
 * The rollback of the demo's twelve resources, as a whole process on a command line: when the switch
 * of the deployment arrives at Vercel. It must be the first write, except for what closes an exposure.
 */
export async function run(rounds = 3): Promise<string> {
  const postgres = await startPostgres();
  try {
    const samples: Sample[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push(await once(postgres));
    const rows = Object.keys(samples[0] ?? {}).map((key) => [
      key,
      median(samples.map((sample) => sample[key] ?? Number.NaN)).toFixed(0),
    ]);
    const note = `Medians of ${rounds}; each answer takes ${LATENCY_MS} ms, Vercel's job ${JOB_MS} ms.`;
    return `${note}\n\n${table(['Rollback of twelve resources', 'ms'], rows)}`;
  } finally {
    await postgres.stop();
  }
}

async function once(postgres: TestPostgres): Promise<Sample> {
  const world = await World.start({ command: COMMAND, postgres, services: true });
  const run = async (...args: string[]): Promise<void> => {
    const result = await world.run(args);
    if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.stdout}${result.stderr}`);
  };
  try {
    await run('snapshot');
    await world.badRelease();
    await run('plan');
    const { digest } = JSON.parse(readFileSync(join(world.root, '.rewind/plan.json'), 'utf8')) as { digest: string };
    const servers = [world.vercel, ...(world.services?.servers ?? [])];
    for (const server of servers) {
      server.latencyMs = LATENCY_MS;
      server.requests.length = 0;
    }
    world.vercel.behavior.jobMs = JOB_MS;
    const begun = Date.now();
    await run('rollback', '--digest', digest);
    const total = Date.now() - begun;
    const all = servers.flatMap(({ requests }) => requests).sort((a, b) => a.arrivedAt - b.arrivedAt);
    const switched = all.findIndex(({ method, path }) => method === 'POST' && path.includes('/rollback/'));
    const sent = all[switched];
    // What closes an exposure (here the public bucket) waits for nothing.
    const early = all.slice(0, switched).find(({ method, path }) => method !== 'GET' && !path.startsWith('/media'));
    if (sent === undefined || early !== undefined)
      throw new Error(`the first write was ${early?.method} ${early?.path}`);
    return {
      'requests before the switch': switched,
      'requests, all': all.length,
      ...phasesOf(readFileSync(join(world.root, '.rewind/result.json'), 'utf8'), total),
      'until the switch leaves': sent.arrivedAt - begun,
      'until verified and reported': total,
    };
  } finally {
    await world.stop();
  }
}
