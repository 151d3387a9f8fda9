// Jest's global set-up: bundles the sources once for each test run. Starting the bundle costs a fifth of the CPU time
// that compiling every source file in every child process costs.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A script has no top-level await: who starts it (scripts/start-sources.cjs) calls `main`. */
const mainAsScript = ({ path }) => ({
  contents: readFileSync(path, 'utf8')
    .replace(/^#!.*/, '')
    .replace('endWith(await main());', 'started(main, endWith);'),
  loader: 'ts',
});

/**
 * The bundle as one function of `require` and `started`, in ASCII: V8 keeps such a text in one byte a character, and the start
 * script need not copy it. What esbuild leaves beyond ASCII stands in regular expressions, where the escape means the same.
 */
const asFunction = (code) =>
  `(function (require, started) {${code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n})`;

/** Builds from the sources as they are now, into a new directory: no run can meet the bundle of another run. */
export default async function bundleSources() {
  if (process.env.REWIND_TEST_PROGRAM !== undefined) return;
  mkdirSync(join(root, 'out'), { recursive: true });
  const outdir = mkdtempSync(join(root, 'out', 'sources-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile: join(outdir, 'program.cjs'),
    bundle: true,
    write: false,
    // libpg-query reads its .wasm from beside its own file. Few tests load the prompts, the AWS SDK, the holidays, the client of Vercel or the charts.
    external: ['@clack/prompts', 'libpg-query', '@aws-sdk/*', 'date-holidays', '@vercel/client', 'echarts'],
    platform: 'node',
    // A script: Node cannot keep what it compiled of a module.
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    // Less to read, and to hash in each run.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [
      { name: 'main as a script', setup: ({ onLoad }) => onLoad({ filter: /\/src\/main\.ts$/ }, mainAsScript) },
    ],
  });
  writeFileSync(join(outdir, 'program.cjs'), asFunction(outputFiles[0].text));
  const program = join(outdir, 'main.cjs');
  copyFileSync(join(root, 'scripts/start-sources.cjs'), program);
  // Workers inherit the environment.
  process.env.REWIND_TEST_PROGRAM = program;
}
