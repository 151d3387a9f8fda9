// Jest's global set-up: bundles the sources once for each test run. Starting the bundle costs a fifth of the CPU time
// that compiling every source file in every child process costs.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds from the sources as they are now, into a new directory: no run can meet the bundle of another run. */
export default async function bundleSources() {
  if (process.env.REWIND_TEST_PROGRAM !== undefined) return;
  mkdirSync(join(root, 'out'), { recursive: true });
  const outdir = mkdtempSync(join(root, 'out', 'sources-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir,
    bundle: true,
    // libpg-query reads its .wasm from beside its own file. A bundled dynamic import of the CommonJS of the AWS SDK would
    // have no named exports.
    external: ['libpg-query', '@aws-sdk/*'],
    // Dynamic imports stay lazy, as in dist/.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    // CommonJS packages in the bundle require the modules of Node.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  // Workers inherit the environment.
  process.env.REWIND_TEST_PROGRAM = join(outdir, 'main.js');
}
