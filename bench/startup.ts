import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { table } from '../src/runtime/markdown.js';
import { median, timed } from './measure.js';

const DIST = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** Start-up of the compiled program (an unknown command: nothing but start and exit) against bare node. */
export async function run(): Promise<string> {
  const bare: number[] = [];
  const dist: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    bare.push(await timed(() => spawnSync(process.execPath, ['-e', '0'])));
    dist.push(await timed(() => spawnSync(process.execPath, [DIST, 'no-such-command'])));
  }
  const rows = [
    ['`node -e 0`', median(bare).toFixed(0), '1.00'],
    ['`dist/index.js`', median(dist).toFixed(0), (median(dist) / median(bare)).toFixed(2)],
  ];
  return table(['Start-up', 'ms (median of 15)', 'ratio'], rows);
}
