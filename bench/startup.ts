import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../src/runtime/markdown.js';
import { median, timed } from './measure.js';

const DIST = fileURLToPath(new URL('../dist/index.js', import.meta.url));

const CONFIG = `version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p] }
resources:
  - { id: web, provider: vercel-deployment, project: prj_1, team: team_1 }
  - { id: flags, provider: vercel-edge-config, store: ecfg_1, team: team_1 }
`;

/** Start-up of the compiled program against bare node: an unknown command (start and exit), and one that reads rewind.yml. */
export async function run(): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'rewind-startup-'));
  writeFileSync(join(cwd, 'rewind.yml'), CONFIG);
  const kinds = [
    { name: '`node -e 0`', args: ['-e', '0'], status: 0, times: [] as number[] },
    { name: '`dist/index.js`', args: [DIST, 'no-such-command'], status: 2, times: [] as number[] },
    { name: '`dist/index.js list`', args: [DIST, 'list', '--config', 'rewind.yml'], status: 0, times: [] as number[] },
  ];
  try {
    for (let round = 0; round < 15; round += 1) {
      for (const { name, args, status, times } of kinds) {
        const start = (): number | null => spawnSync(process.execPath, args, { cwd }).status;
        times.push(
          await timed(() => {
            if (start() !== status) throw new Error(`${name} failed.`);
          }),
        );
      }
    }
  } finally {
    rmSync(cwd, { recursive: true });
  }
  const bare = median(kinds[0]?.times ?? []);
  const rows = kinds.map(({ name, times }) => [name, median(times).toFixed(0), (median(times) / bare).toFixed(2)]);
  return table(['Start-up', 'ms (median of 15)', 'ratio'], rows);
}
