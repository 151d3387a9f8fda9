import { afterEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { identityToRecipient } from 'age-encryption';
import { parse } from 'yaml';
import { publicKeyText, readSigningKey } from '../../src/engine/signature.js';
import { setSecrets } from '../../src/commands/init/gh.js';
import { testContext } from '../support/context.js';
import { FIXTURES, makeFixture, SECRETS, treeOf, type Fixture } from '../support/init-fixtures.js';
import { FROM_SOURCES, runProgram } from '../support/program.js';
import { runWarm } from '../support/program-host.js';

const folders: (() => void)[] = [];
afterEach(() => {
  for (const remove of folders.splice(0)) remove();
});

function repository(fixture: Pick<Fixture, 'files' | 'remote'>): string {
  const { root, remove } = makeFixture(fixture);
  folders.push(remove);
  return root;
}
function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-keys-'));
  folders.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const [PLAIN] = FIXTURES;
if (PLAIN === undefined) throw new Error('no fixture');
const KNOWN = ['--contact', 'Ada Berg: pager 4711', '--action', 'acme/rewind@v1'];

/** What the configuration and a file of keys say must be one pair each. */
async function pairs(root: string, keys: Readonly<Record<string, string | undefined>>) {
  const config = parse(readFileSync(join(root, '.github/rewind.yml'), 'utf8')) as {
    seal: { recipients: string[] };
    sign: { keys: string[] };
  };
  return {
    configured: [config.seal.recipients, config.sign.keys],
    ours: [
      [await identityToRecipient(keys.REWIND_IDENTITY ?? '')],
      [publicKeyText(readSigningKey(keys.REWIND_SIGNING_KEY ?? ''))],
    ],
  };
}

describe.each(FIXTURES)('$name', (fixture) => {
  test('without a terminal nothing is written without --yes; with it, nothing is replaced and no secret is copied', async () => {
    const root = repository(fixture);
    const keys = join(outside(), 'keys');
    const before = treeOf(root);
    const printed: string[] = [];
    const init = async (...flags: string[]) => {
      const result = await runWarm(['init', ...KNOWN, '--keys', keys, ...fixture.flags, ...flags], { cwd: root });
      printed.push(result.stdout, result.stderr);
      return result;
    };

    const planned = await init();
    expect([planned.status, planned.stdout]).toEqual([0, expect.stringContaining('Nothing was written.')]);
    expect([treeOf(root), existsSync(keys)]).toEqual([before, false]);

    const written = await init('--yes');
    expect([written.status, written.stderr]).toEqual([0, expect.not.stringMatching(/^error/m)]);
    expect(written.stdout).toContain('Checked: the configuration has no mistake.');
    const after = treeOf(root);
    for (const [path, digest] of before) expect([path, after.get(path)]).toEqual([path, digest]);
    const added = [...after.keys()].filter((path) => !before.has(path));
    expect(added).toEqual(
      expect.arrayContaining([
        '.github/rewind.yml',
        ...fixture.workflows.map((name) => `.github/workflows/${name}.yml`),
      ]),
    );
    const secrets = parseEnv(readFileSync(keys, 'utf8'));
    const { configured, ours } = await pairs(root, secrets);
    expect(configured).toEqual(ours);
    expect(statSync(keys).mode & 0o777).toBe(0o600);

    const checked = await runWarm(['check', '--json'], { cwd: root });
    printed.push(checked.stdout, checked.stderr);
    expect(checked.stdout + checked.stderr).not.toMatch(/config-(invalid|not-found)|placeholder/);

    const again = await init('--yes');
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('Every file is there already.')]);
    expect(treeOf(root)).toEqual(after);

    const texts = [...printed, ...added.map((path) => readFileSync(join(root, path), 'utf8'))];
    const secret = [...SECRETS, 'ghp_neverprint', ...Object.values(secrets)];
    for (const text of texts) for (const value of secret) expect(text).not.toContain(value);
  });
});

test('an existing configuration stays, its keys count, and it is told what it does not have', async () => {
  const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  const config = `\ufeff${['version: 1', 'environment: live', 'store: { kind: artifact }', `seal: { recipients: [${recipient}] }`, 'resources:', '  - { id: app, provider: vercel-deployment, project: prj_shop2, team: team_shop }', ''].join('\r\n')}`;
  const root = repository({ files: { ...FIXTURES[1]?.files, '.github/rewind.yml': config }, remote: null });
  const result = await runWarm(['init', '--yes', '--action', 'acme/rewind'], { cwd: root });
  expect([result.status, result.stderr]).toEqual([0, expect.not.stringMatching(/^error/m)]);
  expect(readFileSync(join(root, '.github/rewind.yml'), 'utf8')).toBe(config);
  const said = result.stdout + result.stderr;
  expect(said).toContain("{ id: schema, provider: prisma, url: '${DIRECT_URL}', migrations: prisma/migrations }");
  expect(said).not.toContain('id: web,');
  expect(readFileSync(join(root, '.github/workflows/rollback-production.yml'), 'utf8')).toContain(
    'environment: live #',
  );
});

describe('it refuses, and writes nothing,', () => {
  const refused = async (
    root: string,
    flags: readonly string[],
    says: string | RegExp,
    env = {},
    command?: readonly string[],
  ) => {
    const before = treeOf(root);
    const options = { cwd: root, env, ...(command === undefined ? {} : { command }) };
    const { status, stderr, stdout } = await runWarm(['init', '--yes', ...flags], options);
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
    expect(stdout).toBe('');
    expect(treeOf(root)).toEqual(before);
  };

  test('all at once, what is missing', async () => {
    const root = repository({
      files: { 'package.json': '{"dependencies":{"unleash-client":"1","@vercel/edge-config":"1"}}' },
      remote: null,
    });
    const lines = [
      '--action is',
      '--vercel is',
      '--edge-config is',
      '--unleash is',
      '--contact is',
      '--set-secrets or --keys is',
    ];
    await refused(root, [], new RegExp(lines.join('[\\s\\S]*')));
  });

  test('keys in the repository, also through a link, and over another file', async () => {
    const root = repository(PLAIN);
    const folder = outside();
    symlinkSync(root, join(folder, 'link'));
    writeFileSync(join(folder, 'other'), 'x');
    await refused(root, [...KNOWN, '--keys', 'keys'], 'is in the repository');
    await refused(root, [...KNOWN, '--keys', join(folder, 'link/keys')], 'is in the repository');
    await refused(root, [...KNOWN, '--keys', join(folder, 'other')], 'does not hold keys');
    await refused(root, [...KNOWN, '--keys', join(folder, 'no/keys')], 'is not a folder');
    await refused(root, [...KNOWN, '--keys', folder], 'is not a file');
    await refused(root, [...KNOWN, '--keys', '/dev/null'], 'is not a file');
    // Like /dev/stdout: a link stays, whatever is behind it.
    writeFileSync(join(folder, 'empty'), '');
    symlinkSync(join(folder, 'empty'), join(folder, 'linked'));
    await refused(root, [...KNOWN, '--keys', join(folder, 'linked')], 'is not a file');
    expect([lstatSync(join(folder, 'linked')).isSymbolicLink(), readFileSync(join(folder, 'empty'), 'utf8')]).toEqual([
      true,
      '',
    ]);
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('x');
  });

  test('a link out of the repository in the place of a folder or a file, and a file in the place of a folder', async () => {
    const folder = outside();
    const keys = ['--keys', join(folder, 'keys')];
    mkdirSync(join(folder, 'elsewhere'));
    const linked = repository(PLAIN);
    symlinkSync(join(folder, 'elsewhere'), join(linked, '.github'));
    await refused(linked, [...KNOWN, ...keys], '.github is a link out of the repository');
    const own = repository(PLAIN);
    symlinkSync(join(folder, 'elsewhere'), join(own, '.rewind'));
    await refused(own, [...KNOWN, ...keys], '.rewind is a link out of the repository');
    const inside = repository(PLAIN);
    mkdirSync(join(inside, 'ci'));
    symlinkSync('ci', join(inside, '.github'));
    await refused(inside, [...KNOWN, ...keys], 'GitHub does not read workflows behind a link');
    const file = repository(PLAIN);
    writeFileSync(join(file, '.github'), 'x');
    await refused(file, [...KNOWN, ...keys], '.github is not a folder');
    const dangling = repository(PLAIN);
    mkdirSync(join(dangling, '.github'));
    symlinkSync(join(folder, 'nothing'), join(dangling, '.github/workflows'));
    await refused(dangling, [...KNOWN, ...keys], 'cannot be read');
    expect(readdirSync(folder)).toEqual(['elsewhere']);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  test('a sub-folder of a repository, and a repository of nothing', async () => {
    const root = repository({
      files: { 'app/package.json': '{"dependencies":{"stripe":"1"}}', 'app/x.txt': '' },
      remote: null,
    });
    await refused(join(root, 'app'), KNOWN, 'is a part of the repository');
    await refused(join(root, '.git'), KNOWN, 'holds the data of a Git repository');
    await refused(
      repository({ files: { a: 'x' }, remote: null }),
      [...KNOWN, '--keys', join(outside(), 'k')],
      'Nothing was found',
    );
  });

  test('a broken configuration that exists', async () => {
    const root = repository({ files: { '.github/rewind.yml': 'version: 2\n' }, remote: null });
    await refused(root, KNOWN, 'config-invalid');
  });
});

test('a folder that this user cannot write', async () => {
  const root = repository(PLAIN);
  const keys = join(outside(), 'keys');
  // Root may write everywhere, unless it gives that up.
  const command =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override', ...FROM_SOURCES] : FROM_SOURCES;
  chmodSync(root, 0o555);
  try {
    const before = treeOf(root);
    const program = await runProgram(['init', '--yes', ...KNOWN, '--keys', keys], { cwd: root, command });
    expect([program.status, program.stderr]).toEqual([2, expect.stringContaining('cannot be written')]);
    expect([treeOf(root), existsSync(keys)]).toEqual([before, false]);
  } finally {
    chmodSync(root, 0o755);
  }
});

describe('the GitHub CLI', () => {
  /** A stand-in that notes arguments and standard input of each call. */
  function cli(folder: string, fails = '', environments = '{}'): { readonly PATH: string } {
    const script = `#!/bin/sh
input=$(cat)
printf '%s\\n' "$*" >> '${folder}/calls'
case "$*" in *environments?per_page=100) echo '${environments}'; exit;; esac
case "$*" in ${fails === '' ? "'nothing'" : fails}) echo 'HTTP 404: Not Found' >&2; exit 1;; esac
[ "$1" = secret ] && printf '%s' "$input" > "${folder}/$3-$5"
exit 0
`;
    writeFileSync(join(folder, 'gh'), script, { mode: 0o755 });
    return { PATH: `${folder}:${process.env.PATH ?? ''}` };
  }

  test('gets each secret on its standard input, for the environment that needs it, and none as an argument', async () => {
    const root = repository(PLAIN);
    const folder = outside();
    const { status, stderr, stdout } = await runWarm(
      ['init', '--yes', ...KNOWN, '--set-secrets', '--environment', 'live'],
      { cwd: root, env: cli(folder) },
    );
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/^error/m)]);
    const set = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const secrets = {
      REWIND_IDENTITY: set('REWIND_IDENTITY-live'),
      REWIND_SIGNING_KEY: set('REWIND_SIGNING_KEY-live-plan'),
    };
    const { configured, ours } = await pairs(root, secrets);
    expect(configured).toEqual(ours);
    expect(set('REWIND_FINGERPRINT_KEY-live')).toBe(set('REWIND_FINGERPRINT_KEY-live-plan'));
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('REWIND_'))
        .sort(),
    ).toEqual([
      'REWIND_FINGERPRINT_KEY-live',
      'REWIND_FINGERPRINT_KEY-live-plan',
      'REWIND_IDENTITY-live',
      'REWIND_SIGNING_KEY-live-plan',
    ]);
    const calls = set('calls');
    expect(calls).toContain('secret set REWIND_IDENTITY --env live --repo github.com/acme/shop');
    for (const text of [calls, stdout, stderr])
      for (const value of Object.values(secrets)) expect(text).not.toContain(value);
  });

  test.each([
    [
      'an environment that does not exist',
      '*environments/production-plan*',
      '--method PUT repos/acme/shop/environments/production-plan',
    ],
    ['a login that is missing', "'auth status'*", 'not logged in to github.com'],
    [
      'a secret that it cannot set',
      "'secret set REWIND_SIGNING_KEY'*",
      'gh could not set REWIND_SIGNING_KEY in "production-plan": HTTP 404',
    ],
  ])('%s: no file is written', async (_, fails, says) => {
    const root = repository(PLAIN);
    const before = treeOf(root);
    const { status, stderr } = await runWarm(['init', '--yes', ...KNOWN, '--set-secrets'], {
      cwd: root,
      env: cli(outside(), fails),
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect([...treeOf(root).keys()].filter((path) => !path.startsWith('.rewind'))).toEqual([...before.keys()]);
  });

  const listed = (...names: string[]): string => JSON.stringify({ environments: names.map((name) => ({ name })) });
  test.each([
    [
      'environments',
      listed('staging', 'Production'),
      'acme/shop has the environments "Production", "staging". Name the one of your rollbacks with --environment NAME',
    ],
    ['none', listed(), 'acme/shop has no environments. Create them'],
    ['a list that cannot be read', 'not JSON', 'Create the environments, or name another one with --environment.'],
    ['25', listed(...Array.from({ length: 25 }, (_, index) => `e${index}`)), ', and 5 more. Name'],
  ])(
    'a wrong name of an environment, and the repository has %s: the error names those that exist',
    async (_, all, says) => {
      const root = repository(PLAIN);
      const { status, stderr } = await runWarm(['init', '--yes', ...KNOWN, '--set-secrets'], {
        cwd: root,
        env: cli(outside(), '*environments/production*', all),
      });
      expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    },
  );

  test('one that ends without reading its input says why', async () => {
    const folder = outside();
    writeFileSync(join(folder, 'gh'), '#!/bin/sh\necho "HTTP 401: Bad credentials" >&2\nexit 1\n', { mode: 0o755 });
    const ctx = testContext({ env: { PATH: `${folder}:${process.env.PATH ?? ''}` } });
    // More than a pipe holds.
    const secret = { name: 'LARGE', value: 'x'.repeat(4 * 1024 ** 2), environments: ['production'] };
    const set = setSecrets(ctx, { host: 'github.com', owner: 'acme', name: 'shop' }, [secret]);
    await expect(set).rejects.toThrow('gh could not set LARGE in "production": HTTP 401: Bad credentials');
  });

  test('a run that is killed between two secrets: the next one makes new keys, sets all of them, and writes those', async () => {
    const root = repository(PLAIN);
    const folder = outside();
    const env = cli(folder);
    const flags = ['init', '--yes', ...KNOWN, '--set-secrets', '--workflows', 'none'];
    const script = readFileSync(join(folder, 'gh'), 'utf8');
    writeFileSync(
      join(folder, 'gh'),
      script.replace('exit 0', 'case "$*" in *REWIND_SIGNING_KEY*) kill -9 $PPID;; esac\nexit 0'),
    );
    const killed = await runProgram(flags, { cwd: root, env });
    expect([killed.signal, existsSync(join(root, '.github'))]).toEqual(['SIGKILL', false]);
    const set = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const lost = set('REWIND_IDENTITY-production');
    writeFileSync(join(folder, 'gh'), script);
    const { status, stderr } = await runWarm(flags, { cwd: root, env });
    expect([status, stderr]).toEqual([0, expect.not.stringMatching(/^error/m)]);
    expect(set('REWIND_IDENTITY-production')).not.toBe(lost);
    const secrets = {
      REWIND_IDENTITY: set('REWIND_IDENTITY-production'),
      REWIND_SIGNING_KEY: set('REWIND_SIGNING_KEY-production-plan'),
    };
    const { configured, ours } = await pairs(root, secrets);
    expect(configured).toEqual(ours);
  });

  test('of two runs at once, one writes', async () => {
    const root = repository(PLAIN);
    const folder = outside();
    const env = cli(folder);
    const script = readFileSync(join(folder, 'gh'), 'utf8');
    // The first run waits in the first secret until the second one has ended.
    const wait = `case "$*" in *REWIND_IDENTITY*) touch '${folder}/held'; while [ ! -e '${folder}/go' ]; do sleep 0.05; done;; esac`;
    writeFileSync(join(folder, 'gh'), script.replace('exit 0', `${wait}\nexit 0`));
    const flags = ['init', '--yes', ...KNOWN, '--workflows', 'none'];
    const first = runProgram([...flags, '--set-secrets'], { cwd: root, env });
    while (!existsSync(join(folder, 'held'))) await sleep(20);
    const second = await runWarm([...flags, '--keys', join(folder, 'keys')], { cwd: root });
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining('Another "rewind init" is running')]);
    expect(existsSync(join(folder, 'keys'))).toBe(false);
    writeFileSync(join(folder, 'go'), '');
    expect((await first).status).toBe(0);
  });
});
