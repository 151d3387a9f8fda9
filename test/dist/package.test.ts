import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { runProgram } from '../support/program.js';

/** The package as npm makes it, installed where nothing else is and where no registry can be reached. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rewind-package-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"name":"consumer","version":"1.0.0","private":true}');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
    cwd: folder,
    stdio: 'pipe',
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (file: string, ...args: string[]) => spawnSync(file, args, { cwd: folder, encoding: 'utf8' });

test('it needs no other package', () => {
  const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['rewind']);
});

test('the link in node_modules/.bin runs it', () => {
  const { status, stdout, stderr } = run(join(folder, 'node_modules/.bin/rewind'), '--version');
  expect([status, stdout, stderr]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
});

test('npx finds it, and a command is loaded from its chunk', () => {
  const help = run('npx', '--offline', 'rewind', '--help');
  expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('Usage: rewind <command>')]);
  const list = run('npx', '--offline', 'rewind', 'list', '--json');
  expect([list.status, list.stdout]).toEqual([2, expect.stringContaining('config-not-found')]);
});

test('it brings its licence, and the notices of what it bundles', () => {
  for (const name of ['LICENSE', 'NOTICE', 'dist/licenses.txt', 'schema/rewind.schema.json']) {
    expect([name, existsSync(join(folder, 'node_modules/rewind', name))]).toEqual([name, true]);
  }
});

test('npx checks a configuration, and takes the first snapshot', async () => {
  const vercel = await new VercelSandbox().start();
  try {
    const project = vercel.addProject('shop', ['shop.example.com']);
    vercel.release(project);
    const identity = await generateIdentity();
    mkdirSync(join(folder, '.github'));
    writeFileSync(
      join(folder, '.github/rewind.yml'),
      `version: 1
environment: production
store: { kind: directory, path: snapshots }
seal: { recipients: [${await identityToRecipient(identity)}] }
contacts: [{ name: Ada Berg, role: on-call, reach: 'pager 4711' }]
resources: [{ id: web, provider: vercel-deployment, project: ${project.id}, team: ${TEAM} }]
`,
    );
    const rewind = (...args: string[]) =>
      runProgram([...args, '--json'], {
        cwd: folder,
        command: ['npx', '--offline', '--no-install', 'rewind'],
        env: {
          VERCEL_API_URL: vercel.url,
          VERCEL_TOKEN: 'vercel-token-sandbox',
          REWIND_FINGERPRINT_KEY: 'k'.repeat(32),
        },
      });
    const check = (await rewind('check')).json<{ findings: { level: string }[] }>();
    expect(check.findings.filter(({ level }) => level === 'error')).toEqual([]);
    const snapshot = await rewind('snapshot');
    expect([snapshot.status, snapshot.json()]).toEqual([0, expect.objectContaining({ ok: true, resources: ['web'] })]);
    const list = (await rewind('list')).json<{ snapshots: unknown[] }>();
    expect(list.snapshots).toHaveLength(1);
  } finally {
    await vercel.stop();
  }
}, 60_000);
