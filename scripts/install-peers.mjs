// Installs, at pinned versions, the programs that nobody here wrote and against which Rewind is proven.
// npm → test/peers/node_modules, pip → .cache/peers/venv, go → .cache/peers/bin. Run again, it does nothing.
// Chromium comes from the system: it must be on the PATH; root of a Debian gets it from apt.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}.cache/peers`;
const only = process.argv.slice(2);

const PIP = [
  'moto[server]==5.2.5',
  'zizmor==1.32.0',
  'reladiff==0.6.0',
  'psycopg2-binary==2.9.13',
  'datadog-api-client==2.62.0',
  'pagerduty==7.2.0',
  'Mastodon.py==2.3.3',
  'mastodon-mock==0.6.1',
];
const GO = [
  'github.com/stripe/stripe-mock@v0.203.0',
  'github.com/nektos/act@v0.2.89',
  'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  'filippo.io/age/cmd/...@v1.3.2',
  'aead.dev/minisign/cmd/minisign@v0.3.0',
];

const run = (command, args, options = {}) => {
  console.error(`peers: ${command} ${args.join(' ')}`);
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.error || result.status !== 0) {
    console.error(
      `peers: "${command}" failed${result.error ? `: ${result.error.message}` : ''}. Install ${command} and run again.`,
    );
    process.exit(1);
  }
};

/** Runs a step once for each version of what it installs. */
const once = (name, wanted, step) => {
  if (only.length > 0 && !only.includes(name)) return;
  const stamp = `${cache}/${name}.installed`;
  const digest = createHash('sha256').update(wanted).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  step();
  writeFileSync(stamp, digest);
};

mkdirSync(cache, { recursive: true });
for (const [name, folder] of [
  ['npm', 'test/peers'],
  ['bluesky', 'test/peers/bluesky'],
]) {
  once(name, readFileSync(`${root}${folder}/package-lock.json`), () => {
    // Not `npm ci`: it refuses a lockfile without the CLI's optional builds for other platforms, which not every registry has.
    const arguments_ = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    run('npm', arguments_, { cwd: `${root}${folder}` });
  });
}
once('pip', PIP.join('\n'), () => {
  run('python3', ['-m', 'venv', '--clear', `${cache}/venv`]);
  run(`${cache}/venv/bin/pip`, ['install', '--quiet', ...PIP]);
});
const chromium = () => spawnSync('chromium', ['--version'], { stdio: 'ignore' }).status === 0;
if ((only.length === 0 || only.includes('chromium')) && !chromium()) {
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    for (const words of [['update'], ['install', '-y', 'chromium']]) {
      console.error(`peers: apt-get ${words.join(' ')}`);
      spawnSync('apt-get', words, { stdio: ['ignore', 'inherit', 'inherit'] });
    }
  }
  if (!chromium()) {
    console.error('peers: no "chromium" is on the PATH. Install it (Debian: apt-get install chromium) and run again.');
    process.exit(1);
  }
}
once('go', GO.join('\n'), () => {
  for (const module of GO) run('go', ['install', module], { env: { ...process.env, GOBIN: `${cache}/bin` } });
});
