// Delete, rebuild, and ask git, also for the list of what is bundled and its notices: `git status` also sees stale and missing chunks, which `git diff` does not.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
const status = spawnSync('git', ['status', '--porcelain', '--', 'dist', 'scripts/bundled.json', 'NOTICE'], {
  cwd: root,
  encoding: 'utf8',
});
if (status.status !== 0 || status.stdout !== '') {
  console.error(
    `dist/ is not what the sources build. Run "npm run build" and commit:\n${status.stdout}${status.stderr}`,
  );
  process.exit(1);
}
console.log('dist/ is what the sources build.');
