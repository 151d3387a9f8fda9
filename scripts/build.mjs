// tsc → ncc → dist/. ncc splits each dynamic import() into its own chunk, so a heavy SDK is loaded only when it is used.
import { rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (args) => {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
};
rmSync(`${root}/lib`, { recursive: true, force: true });
rmSync(`${root}/dist`, { recursive: true, force: true });
run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
run([
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'lib/main.js',
  '--out',
  'dist',
  '--quiet',
  '--license',
  'licenses.txt',
]);
