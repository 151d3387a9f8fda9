// Installs, at pinned versions, the programs that nobody here wrote and against which Rewind is proven.
// npm → test/peers/node_modules, pip → .cache/peers/venv, go → .cache/peers/bin. Run again, it does nothing.
// Chromium and PgBouncer come from the system: they must be on the PATH; root of a Debian gets them from apt.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once as event } from 'node:events';
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

const run = async (command, args, options = {}) => {
  console.error(`peers: ${command} ${args.join(' ')}`);
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const [status] = await event(child, 'close').catch((error) => [error.message]);
  if (status !== 0) throw new Error(`"${command}" failed (${status}). Install ${command} and run again.`);
};

/** Runs a step once for each version of what it installs. */
const once = async (name, wanted, step) => {
  if (only.length > 0 && !only.includes(name)) return;
  const stamp = `${cache}/${name}.installed`;
  const digest = createHash('sha256').update(wanted).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  await step();
  writeFileSync(stamp, digest);
};

const npm = (name, folder) =>
  once(name, readFileSync(`${root}${folder}/package-lock.json`), async () => {
    // Not `npm ci`: it refuses a lockfile without the CLI's optional builds for other platforms, which not every registry has.
    const arguments_ = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', arguments_, { cwd: `${root}${folder}` });
  });

const pip = () =>
  once('pip', PIP.join('\n'), async () => {
    await run('python3', ['-m', 'venv', '--clear', `${cache}/venv`]);
    await run(`${cache}/venv/bin/pip`, ['install', '--quiet', ...PIP]);
  });

const go = () =>
  once('go', GO.join('\n'), async () => {
    for (const module of GO) await run('go', ['install', module], { env: { ...process.env, GOBIN: `${cache}/bin` } });
  });

// Debian keeps servers in /usr/sbin, which is not on the PATH of everybody.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
const isMissing = (program) => spawnSync(program, ['--version'], { stdio: 'ignore', env }).status !== 0;
const system = async () => {
  const missing = ['chromium', 'pgbouncer'].filter(
    (one) => (only.length === 0 || only.includes(one)) && isMissing(one),
  );
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) {
    await run('apt-get', ['update']).catch(() => undefined);
    await run('apt-get', ['install', '-y', ...missing]).catch(() => undefined);
  }
  const left = missing.filter(isMissing);
  if (left.length > 0) {
    const names = left.join(' ');
    throw new Error(`not on the PATH: ${names}. Install it (Debian: apt-get install ${names}) and run again.`);
  }
};

mkdirSync(cache, { recursive: true });
// At the same time: most of them wait for the network, and the Go programs are compiled meanwhile.
const outcomes = await Promise.allSettled([
  npm('npm', 'test/peers'),
  npm('bluesky', 'test/peers/bluesky'),
  pip(),
  system(),
  go(),
]);
for (const { reason } of outcomes) {
  if (reason === undefined) continue;
  console.error(`peers: ${reason.message}`);
  process.exitCode = 1;
}
