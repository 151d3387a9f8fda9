// npm run fuzz: bundles the sources, then kills the bundle (test/fuzz/main.ts).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import bundleSources from './bundle-sources.mjs';

await bundleSources();
const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const tsx = new URL('../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
const child = spawn(process.execPath, ['--import', tsx, file('../test/fuzz/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
