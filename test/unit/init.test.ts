import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configText } from '../../src/commands/init/config-text.js';
import { choicesOf, type InitInputs } from '../../src/commands/init/choices.js';
import { differenceOf } from '../../src/commands/init/diff.js';
import { find } from '../../src/commands/init/find.js';
import { INIT_FLAGS, WORKFLOWS } from '../../src/commands/init/flags.js';
import { defaultBranch, repositoryIn } from '../../src/commands/init/git.js';
import { Ids } from '../../src/commands/init/ids.js';
import { needsOf } from '../../src/commands/init/needs.js';
import { propose } from '../../src/commands/init/proposal.js';
import { readRepository } from '../../src/commands/init/repository-files.js';
import { TEMPLATES } from '../../src/commands/init/templates.js';
import { workflowText, type WorkflowValues } from '../../src/commands/init/workflow-text.js';
import { fromArguments } from '../../src/cli/inputs.js';
import { COMMAND_LIST } from '../../src/commands/index.js';
import { parseConfig } from '../../src/config/load.js';
import { placeholdersOf } from '../../src/config/placeholders.js';
import { FIXTURES, makeFixture, SECRETS } from '../support/init-fixtures.js';

const made: (() => void)[] = [];
afterAll(() => made.forEach((remove) => remove()));
const fixture = (files: Readonly<Record<string, string>>) => {
  const { root, remove } = makeFixture({ files, remote: null });
  made.push(remove);
  return root;
};
async function inputsOf(...words: string[]): Promise<InitInputs> {
  const request = await fromArguments(COMMAND_LIST, ['init', ...words]);
  if ('print' in request) throw new Error('it is a text');
  return request.inputs as unknown as InitInputs;
}

const KEYS = {
  recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  signKey: 'RWR4DQCesDmJJWVL7KcDEJVuJusNoNljAhiI1UpM6+xRFDekONvTGQqq',
};
const CONTACT = { name: 'Ada Berg', reach: 'pager 4711' };
const PLAIN = FIXTURES[0]?.files ?? {};
/** Words that a person would have to replace. */
const LEFT = /OWNER|prj_change|0{12}|# change$|change: |team_change|ecfg_change|YOU\/REPO/m;

describe('of each fixture, the configuration is valid and the workflows have no placeholder', () => {
  test.each(FIXTURES)('$name', async ({ files, flags, providers, workflows }) => {
    const inputs = await inputsOf('--contact', 'Ada Berg: pager 4711', '--action', 'acme/rewind@v1.2.3', ...flags);
    const found = find(readRepository(fixture(files)));
    const choices = choicesOf(inputs, new Map(), found, null, null);
    expect(
      needsOf(found, {
        given: inputs.given,
        without: choices.without,
        configured: false,
        released: false,
        workflows: true,
      }),
    ).toEqual([]);
    const proposal = propose(found, choices, null, 'main');
    expect(proposal.resources.map(({ provider }) => provider)).toEqual(providers);
    const { environment, store, url } = choices;
    const text = configText({
      environment,
      store,
      url,
      resources: proposal.resources,
      contact: CONTACT,
      schema: null,
      ...KEYS,
    });
    const parsed = parseConfig(text);
    if (!('config' in parsed)) throw new Error(`${text}\n${JSON.stringify(parsed.problems)}`);
    expect(placeholdersOf(parsed.config)).toEqual([]);
    const own = new Set(proposal.workflows.map(({ path }) => path.replace(/^.*\/|\.yml$/g, '')));
    for (const name of workflows) expect(own).toContain(name);
    for (const file of proposal.workflows) {
      expect(file.text).not.toMatch(LEFT);
      expect(parse(file.text)).toHaveProperty('jobs');
    }
    for (const { lines } of proposal.byHand) expect(lines.join('\n')).not.toMatch(LEFT);
    for (const secret of SECRETS) expect(JSON.stringify({ found, proposal })).not.toContain(secret);
  });

  test('the names of environments and variables are those of the repository', async () => {
    const found = find(readRepository(fixture(FIXTURES[5]?.files ?? {})));
    const choices = choicesOf(await inputsOf('--action', 'acme/rewind'), new Map(), found, null, null);
    expect(choices).toMatchObject({
      environment: 'production',
      planEnvironment: 'production-plan',
      action: { ref: 'v1' },
    });
    const { resources, byHand, credentials } = propose(found, choices, null, 'main');
    expect(resources).toContainEqual({ id: 'db', provider: 'postgres', url: '${DATABASE_URL_UNPOOLED}' });
    expect(credentials).toEqual(['DATABASE_URL_UNPOOLED', 'STRIPE_API_KEY', 'VERCEL_TOKEN']);
    expect(byHand[0]?.what).toContain('.github/workflows/deploy.yml deploys. Add these jobs');
    expect(parse(`jobs:\n${byHand[0]?.lines.join('\n') ?? ''}`)).toMatchObject({
      jobs: { snapshot: { with: { 'plan-environment': 'production-plan' } }, release: { needs: 'deploy' } },
    });
  });
});

describe('what is found', () => {
  test('Terraform: only literals, of the right region, not those of comments, backends, states and modules', () => {
    const { aws } = find(readRepository(fixture(FIXTURES[4]?.files ?? {})));
    expect(aws.buckets).toEqual([
      { bucket: 'acme-assets', region: 'eu-central-1' },
      { bucket: 'acme-logs', region: 'us-east-1' },
    ]);
    expect(aws.distributions).toEqual(['E1ABCDEFGHIJKL']);
    expect(aws.notes).toEqual([expect.stringContaining('"dynamic" is not a literal')]);
  });

  test('Prisma: the configuration file in a package, with a schema of several files', () => {
    const { databases } = find(readRepository(fixture(FIXTURES[6]?.files ?? {})));
    expect(databases).toEqual([{ variable: 'SHOP_DATABASE_URL', migrations: 'packages/db/prisma/migrations' }]);
  });

  test('Prisma: of two schemas with one variable, the one with migrations counts, unless another is named', () => {
    const datasource = 'datasource db {\n provider = "postgresql"\n url = env("DATABASE_URL")\n}';
    const files = {
      'apps/b/schema.prisma': datasource,
      'prisma/schema.prisma': datasource,
      'prisma/migrations/1/migration.sql': '',
      'z/schema.prisma': datasource,
    };
    const lying = find(readRepository(fixture(files)));
    expect(lying.databases).toEqual([{ variable: 'DATABASE_URL', migrations: 'prisma/migrations' }]);
    expect(
      lying.notes.filter((note) => note.includes('as another schema does')).map((note) => note.split(' ')[0]),
    ).toEqual(['apps/b/schema.prisma', 'z/schema.prisma']);
    const named = { ...files, 'package.json': '{"prisma":{"schema":"apps/b"}}' };
    expect(find(readRepository(fixture(named))).databases).toEqual([{ variable: 'DATABASE_URL', migrations: null }]);
  });

  test.each([
    ['the one that a clone knows', { head: 'develop', current: 'add-rewind', remotes: ['main'] }, 'develop', true],
    ['not the branch that adds Rewind', { current: 'add-rewind', locals: ['add-rewind', 'main'] }, 'main', true],
    ['that of the remote before one of this machine', { remotes: ['master', 'x'], locals: ['main'] }, 'master', true],
    ['the only one of the remote', { current: 'x', remotes: ['trunk'], locals: ['x', 'trunk'] }, 'trunk', true],
    ['a new repository', { current: 'main' }, 'main', true],
    ['a commit that is checked out', { remotes: ['a', 'b'] }, 'main', false],
    ['a new repository on another branch', { current: 'feat/x' }, 'feat/x', false],
  ])('the default branch: %s', (_what, found, branch, isKnown) => {
    expect(defaultBranch({ head: null, current: null, remotes: [], locals: [], ...found })).toEqual({
      branch,
      isKnown,
    });
  });

  test('a variable that no configuration can name is told, and not taken for DATABASE_URL', () => {
    const schema = (url: string): string => `datasource db {\n provider = "postgresql"\n url = env("${url}")\n}`;
    const root = fixture({ 'a/schema.prisma': schema('shopUrl'), 'b/schema.prisma': schema('DATABASE_URL') });
    const { databases, notes } = find(readRepository(root));
    expect(databases).toEqual([{ variable: 'DATABASE_URL', migrations: null }]);
    expect(notes).toEqual([
      expect.stringContaining('a/schema.prisma reads its URL from shopUrl'),
      'b/schema.prisma has no folder of migrations, so down migrations are not possible.',
    ]);
  });

  test('another database than PostgreSQL is named, not configured', () => {
    const root = fixture({
      'prisma/schema.prisma': 'datasource db {\n provider = "mysql"\n url = env("DATABASE_URL")\n}',
    });
    const { databases, notes } = find(readRepository(root));
    expect([databases, notes]).toEqual([[], ['prisma/schema.prisma is for mysql: Rewind covers PostgreSQL only.']]);
  });

  test('links are not followed, a huge file is not read, and a broken one hides nothing', () => {
    const root = fixture({
      'package.json': `{"dependencies":{"stripe":"1"},"x":"${'x'.repeat(1024 ** 2)}"}`,
      'a/package.json': '{ not JSON',
    });
    const outside = fixture({
      'package.json': '{"dependencies":{"unleash-client":"1"}}',
      '.vercel/project.json': '{"projectId":"prj_x","orgId":"team_x"}',
    });
    symlinkSync(outside, join(root, 'linked'));
    symlinkSync(join(outside, 'package.json'), join(root, 'vercel.json'));
    mkdirSync(join(root, 'b'));
    writeFileSync(join(root, 'b/package.json'), '{"devDependencies":{"@launchdarkly/x":"1"}}');
    const { uses, vercel, notes } = find(readRepository(root));
    expect(uses).toMatchObject({ stripe: false, unleash: false, launchdarkly: true });
    expect(vercel).toMatchObject({ projects: [], used: false });
    expect(notes).toEqual([
      expect.stringMatching(/^package\.json has \d+ bytes and was not read\.$/),
      'Not valid JSON, and not used: a/package.json.',
    ]);
  });

  test.each([
    ['x.tf', '"\\"'],
    ['x.tf', '/* '],
    ['x.tf', 'a'],
    ['x.tf', 'a {'],
    ['x.tf', '"a" '],
    ['x.tf', 'provider "aws" {\nregion = {\n'],
    ['prisma/schema.prisma', 'datasource a {'],
    ['prisma/schema.prisma', '\n'],
    ['prisma.config.ts', 'migrations: {'],
    ['prisma.config.ts', "schema: '"],
    ['.env.example', '\n'],
    ['.env.example', 'A'],
    ['.github/workflows/x.yml', '# vercel '],
    ['package.json', '['],
  ])('a file %s full of %j is read in a moment', (path, part) => {
    const started = performance.now();
    find(readRepository(fixture({ [path]: part.repeat(Math.floor(900_000 / part.length)) })));
    // A search whose time grows with the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('an answer is needed for what is used and not known, and --without leaves it out', async () => {
    const found = find(readRepository(fixture({ ...FIXTURES[2]?.files, 'vercel.json': '{}' })));
    const needs = (without: string[]) =>
      needsOf(found, {
        given: new Set(['action']),
        without: new Set(without),
        configured: false,
        released: false,
        workflows: true,
      }).map(({ flag }) => flag);
    expect(needs([])).toEqual(['edge-config', 'launchdarkly', 'unleash', 'contact']);
    expect(needs(['unleash', 'edge-config'])).toEqual(['launchdarkly', 'contact']);
    const { byHand, promotes } = propose(
      find(
        readRepository(
          fixture({
            'vercel.json': '{"git":{"deploymentEnabled":false}}',
            '.vercel/project.json': '{"projectId":"prj_1","orgId":"u_1"}',
          }),
        ),
      ),
      choicesOf(await inputsOf('--action', 'a/b'), new Map(), found, null, null),
      null,
      'trunk',
    );
    expect([promotes, byHand[0]?.what]).toEqual([
      false,
      expect.stringContaining('No workflow that deploys was found. Add these jobs to the one that deploys "trunk"'),
    ]);
  });

  test.each([
    ['https://token:x@github.com/acme/shop.git', 'github.com/acme/shop'],
    ['git@github.com:acme/shop.js', 'github.com/acme/shop.js'],
    ['ssh://git@GHE.acme.dev:2222/acme/shop.git/', 'ghe.acme.dev/acme/shop'],
    ['/srv/git/shop.git', null],
    ['file:///srv/git/shop.git', null],
    ['https://github.com/acme', null],
  ])('the remote %s', (remote, expected) => {
    const found = repositoryIn(remote);
    expect(found && `${found.host}/${found.owner}/${found.name}`).toBe(expected);
  });
});

describe('texts', () => {
  const values: WorkflowValues = {
    ...{
      action: 'acme/rewind',
      ref: '0123456789abcdef0123456789abcdef01234567',
      version: null,
      environment: 'live',
      planEnvironment: 'live-read',
    },
    ...{ projects: ['prj_1', 'prj_2'], secrets: new Set(['VERCEL_TOKEN']), region: 'eu-central-1' },
  };

  test.each(WORKFLOWS)('%s is filled in', (name) => {
    const [, template = ''] = Object.entries(TEMPLATES).find(([file]) => file === `${name}.yml`) ?? [];
    const text = workflowText(template, values);
    expect(text).not.toMatch(LEFT);
    expect(text).not.toMatch(/^\s*(environment|name|plan-environment): production/m);
    expect(text).not.toMatch(/secrets\.(STRIPE_API_KEY|DATABASE_URL|UNLEASH)/);
    expect(
      text
        .match(/^\s+uses: OWNER.*|^\s+uses: acme.*/gm)
        ?.every(
          (line) =>
            line.trim().startsWith('uses: acme/rewind') && line.endsWith('0123456789abcdef0123456789abcdef01234567'),
        ),
    ).toBe(true);
    expect(parse(text)).toHaveProperty('jobs');
  });

  test('a program of a release pins that release by its commit, with the version in a comment', async () => {
    const release = { repository: 'acme/rewind', version: '1.2.3', commit: 'ab'.repeat(20) };
    const found = find(readRepository(fixture(PLAIN)));
    const choices = choicesOf(await inputsOf(), new Map(), found, null, release);
    const { workflows } = propose(found, choices, null, 'main');
    const uses = workflows.flatMap(({ text }) => text.match(/^\s+uses: .*rewind.*/gm) ?? []);
    expect(uses.length).toBeGreaterThan(5);
    for (const line of uses) expect(line).toMatch(/uses: acme\/rewind[\w./-]*@(ab){20} # v1\.2\.3$/);
    const known = { given: new Set<string>(), without: new Set<string>(), configured: true, workflows: true };
    expect([needsOf(found, { ...known, released: true }), needsOf(found, { ...known, released: false })]).toMatchObject(
      [[], [{ flag: 'action' }]],
    );
  });

  test('a name of outside never leaves its quotes in YAML', () => {
    for (const text of [
      "it's",
      'a: b',
      '# x',
      '{ x }',
      'true',
      '\u2028x',
      'x\ty',
      '- a',
      '&a',
      '!x',
      '%',
      '@',
      '`',
      '"',
      'null',
      '1e3',
      '~',
      'é',
    ]) {
      const config = configText({
        ...{ environment: 'production', store: { kind: 'directory', path: text }, url: null, schema: null, ...KEYS },
        contact: { name: text, reach: text },
        resources: [{ id: 'web', provider: 'vercel-deployment', project: 'prj_1' }],
      });
      expect(parse(config)).toMatchObject({ store: { path: text }, contacts: [{ name: text, reach: text }] });
    }
  });

  test('ids are unique, short and of the allowed form', () => {
    const ids = new Ids();
    const all = ['Web', 'web', '管理', 'x'.repeat(100), '-a-', null].map((name) => ids.next('web', name));
    expect(new Set(all).size).toBe(all.length);
    for (const id of all) expect(id).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
  });

  test('a difference has the lines of ours that are missing there, and only counts theirs', () => {
    expect(differenceOf('a\r\nsecret\r\nc\r\n', 'a\nb\nc\nd\n')).toEqual({
      added: [
        { line: 2, text: 'b' },
        { line: 4, text: 'd' },
      ],
      others: 1,
    });
    expect(differenceOf('x\n'.repeat(2000), 'x\n')).toBeNull();
  });

  test.each([
    ['store', 's3:acme-snapshots:eu-central-1', { kind: 's3', bucket: 'acme-snapshots', region: 'eu-central-1' }],
    ['store', 'directory: /srv/x', { kind: 'directory', path: '/srv/x' }],
    ['store', 'directory:', undefined],
    ['store', 's3:acme', undefined],
    ['contact', 'Ada', undefined],
    ['contact', 'Ada: https://acme.dev/oncall', { name: 'Ada', reach: 'https://acme.dev/oncall' }],
    ['contact', 'Ada\n: x', undefined],
    ['contact', '\u{1f469}\u200d\u{1f692} Ada: pager', { name: '\u{1f469}\u200d\u{1f692} Ada', reach: 'pager' }],
    ['contact', 'Ada \u202e: pager', undefined],
    ['action', 'acme/rewind@a b', undefined],
    ['vercel', 'prj_1, prj_2,team_1', { projects: ['prj_1', 'prj_2'], team: 'team_1' }],
    ['vercel', 'team_1', undefined],
    ['vercel', "prj_1') || true", undefined],
    ['url', 'https://u:p@acme.dev', undefined],
    ['url', 'ftp://acme.dev', undefined],
    ['workflows', 'none', []],
    ['workflows', 'incident,nothing', undefined],
    ['launchdarkly', 'a/b/c', undefined],
  ] as const)('--%s %s', (flag, given, expected) => expect(INIT_FLAGS[flag].parse(given)).toEqual(expected));
});

test.each(Object.entries(TEMPLATES))(
  '%s: a workflow that init writes names no branch "main", which the repository may not have',
  (_name, text) => {
    // The jobs of "pre-deploy-snapshot.yml" are only printed.
    expect(text.replace('branches: [main] # change: the production branch', '')).not.toMatch(/\bmain\b/);
  },
);
