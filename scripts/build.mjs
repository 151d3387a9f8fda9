// tsc → ncc → dist/. ncc splits each dynamic import() into its own chunk, so a heavy SDK is loaded only when it is used.
// What was bundled is listed in scripts/bundled.json; dist/licenses.txt and NOTICE are written from it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { licenceTexts, noticeText, packagesOf } from './bundled.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (args) => {
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
};
const stats = `${root}/lib/stats.json`;
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
  '--stats-out',
  stats,
]);

// Not the option "--license" of ncc: it forgets packages that webpack joins with others.
const bundled = packagesOf(JSON.parse(readFileSync(stats, 'utf8')), root);
rmSync(stats);
writeFileSync(`${root}/scripts/bundled.json`, `${JSON.stringify(bundled, null, 2)}\n`);
writeFileSync(`${root}/dist/licenses.txt`, licenceTexts(root, bundled));
writeFileSync(`${root}/NOTICE`, noticeText(root, bundled));

// PostgreSQL's parser reads its .wasm from __dirname, which an ES module does not have.
const parser = readdirSync(`${root}/dist`)
  .filter((name) => name.endsWith('.js'))
  .map((name) => `${root}/dist/${name}`)
  .filter((path) => readFileSync(path, 'utf8').includes('scriptDirectory=__dirname+"/"'));
if (parser.length !== 1) throw new Error(`${parser.length} chunks load the .wasm of libpg-query; expected one.`);
for (const path of parser) {
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace('scriptDirectory=__dirname+"/"', 'scriptDirectory=new URL(".",import.meta.url).href'),
  );
}
// Not a copy: the mode of the file in the package is not part of what is built.
writeFileSync(`${root}/dist/libpg-query.wasm`, readFileSync(`${root}/node_modules/libpg-query/wasm/libpg-query.wasm`));
