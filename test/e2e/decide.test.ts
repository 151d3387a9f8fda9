import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { World } from '../sandbox/demo/world.js';
import { GitHubSandbox } from '../sandbox/github/server.js';
import { chain, type Entry, type Unchained } from '../../src/incident/entry.js';
import { baselineOf } from '../../src/probes/baseline.js';
import { criteriaConfig } from '../../src/probes/criteria.js';
import { Watch } from '../../src/probes/verdict.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { paste } from '../support/paste.js';
import type { ProgramResult } from '../support/program.js';

/** The page for a decision, of the whole program, after a bad release with a migration and a flag. */
let postgres: TestPostgres;
let hub: GitHubSandbox;
let world: World;
let base: string;
let head: string;

beforeAll(async () => {
  postgres = await startPostgres();
  hub = new GitHubSandbox();
  await hub.start();
  world = await World.start({ postgres, integrity: 'rows', seed: false });
  await world.addFans(5);
  const meta = (sha: string) => ({ meta: { githubCommitSha: sha } });
  base = hub.head;
  world.vercel.release(world.project, meta(base));
  expect((await world.run(['snapshot'])).status).toBe(0);
  head = hub.addCommit({ message: 'New checkout\n\nbody', author: 'bob' }).sha;
  const deployment = await world.badRelease();
  Object.assign(deployment, meta(head));
}, 120_000);
afterAll(async () => {
  await world.stop();
  await hub.stop();
  await postgres.stop();
});

const github = (): Record<string, string> => ({
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_API_URL: hub.url,
  GITHUB_TOKEN: hub.token,
});

interface Page {
  readonly broken: { readonly since: string; readonly level: string | null; readonly suspect: string | null } | null;
  readonly suspects: { readonly code: { readonly total: number }[]; readonly later: unknown[] } | null;
  readonly options: {
    readonly kind: string;
    readonly command: string | null;
    readonly refused: string[];
    readonly rows: number | null;
    readonly time: { readonly runs: number } | null;
    readonly recommended: string[];
    readonly page: string | null;
  }[];
  readonly flags: { readonly named: { readonly key: string; readonly on: boolean | null }[] } | null;
  readonly missing: string[];
}

const decide = async (
  env: Record<string, string | undefined> = github(),
  ...args: string[]
): Promise<ProgramResult> => {
  const result = await world.run(['decide', ...args], { env: env });
  if (result.status !== 0) throw new Error(`status ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
};
const pageOf = async (...args: Parameters<typeof decide>): Promise<Page> =>
  (await decide(args[0], ...(args.slice(1) as string[]), '--json')).json<Page>();

/** Runs a command line that the page shows. */
const pasted = async (line: string): Promise<{ status: number | null; output: string }> => {
  const { status, stdout, stderr } = await paste(line, { cwd: world.root, env: world.env });
  return { status, output: `${stdout}${stderr}` };
};

/** Writes an incident of these entries into the store, the first one an hour ago. */
function writeIncident(id: string, contents: readonly Pick<Unchained, 'kind' | 'data'>[]): void {
  const folder = join(world.root, '.rewind/store/incidents/production', id);
  mkdirSync(folder, { recursive: true });
  const common = { incident: id, environment: 'production', by: 'alice', run: null, key: null };
  const entries = contents.reduce<Entry[]>((all, one, at) => {
    const time = new Date(Date.now() - 3_600_000 + at * 20_000).toISOString();
    return [...all, chain({ ...common, at: time, ...one } as Unchained, all.at(-1))];
  }, []);
  for (const entry of entries) {
    writeFileSync(join(folder, `${String(entry.seq).padStart(6, '0')}.json`), JSON.stringify(entry));
  }
  const last = entries.at(-1);
  writeFileSync(join(folder, 'head.json'), JSON.stringify({ seq: last?.seq, hash: last?.hash }));
}

const verdict = (over: object = {}): Pick<Unchained, 'kind' | 'data'> => ({
  kind: 'verdict',
  data: {
    level: 'roll-back',
    deployment: world.project.production,
    criterion: 'payments',
    probe: 'checkout',
    rule: 'failures',
    bad: 12,
    total: 30,
    normal: 0.05,
    evidence: 14.2,
    threshold: 9.8,
    suspect: 'deploy',
    reachedAt: '2026-11-26T22:00:00.000Z',
    ...over,
  },
});

test('without a verdict and without GitHub: says so, shows the changes and the options, exit 0; nothing is changed', async () => {
  const before = [await world.facts(), world.vercel.writes];
  const { stdout } = await decide({});
  expect(stdout).toContain('Nothing says what is broken in "production"');
  expect(stdout).toContain('GITHUB_REPOSITORY does not name the repository');
  expect(stdout).toContain('was new-checkout: false, is new-checkout: true');
  expect(stdout).toContain('20261123020000_simplify_fans');
  const { options } = await pageOf({});
  expect(options[0]?.page).toBeNull();
  // A migration came with the deploy, so a fix forward is no option.
  expect(options.map(({ kind }) => kind)).toEqual(['flags', 'code', 'down', 'restore']);
  expect([await world.facts(), world.vercel.writes]).toEqual(before);
});

test('the commits with author and link, and the page of the workflow', async () => {
  hub.addPull({
    title: 'A new checkout',
    author: 'carol',
    commits: [head],
    mergeSha: head,
    mergedAt: new Date().toISOString(),
    state: 'closed',
  });
  const { stdout } = await decide();
  expect(stdout).toContain(`1 commit from ${base.slice(0, 7)} to ${head.slice(0, 7)}: https://`);
  expect(stdout).toMatch(new RegExp(`${head.slice(0, 7)} New checkout \\(by bob\\) https://\\S+/commit/${head}`));
  expect(stdout).toMatch(/#\d+ A new checkout \(by carol\) https:\/\//);
  expect(stdout).toContain('https://github.com/acme/shop/actions/workflows/rollback-production.yml with snapshot = ');
  hub.permissions.delete('contents:write');
  hub.permissions.delete('pull-requests:write');
  const without = await pageOf();
  expect(without.missing.join()).toContain('The commits between');
  expect(without.options).toHaveLength(4);
  hub.permissions.add('contents:write').add('pull-requests:write');
});

test('what a restore loses is counted; each command runs as it is printed, also with another --config', async () => {
  const config = readFileSync(join(world.root, '.github/rewind.yml'), 'utf8');
  writeFileSync(join(world.root, 'my rewind.yml'), config);
  writeIncident('20261126T210000Z-000001', [
    { kind: 'opened', data: { title: "It's $(touch owned) broken\nbadly", severity: null } },
  ]);
  const { options } = await pageOf({}, '--config', 'my rewind.yml', '--out', 'elsewhere');
  const restore = options.find(({ kind }) => kind === 'restore');
  // 12 payments and one fan.
  expect(restore?.rows).toBeGreaterThanOrEqual(13);
  const commands = options.flatMap(({ command }) => command ?? []);
  expect(commands).toHaveLength(4);
  for (const command of commands) {
    expect(command).toContain(`--config 'my rewind.yml'`);
    const { status, output } = await pasted(command);
    expect([command, status, output]).toEqual([command, 0, expect.stringContaining('Digest: ')]);
  }
  expect(commands[0]).toContain('--database none --scope flags');
  const printed = await decide({});
  for (const { command } of (await pageOf({})).options) expect(printed.stdout).toContain(`$ ${command ?? ''}`);
}, 60_000);

test('without a verdict in an incident, the file of a watch tells; one that is damaged is named', async () => {
  const startedAt = Date.UTC(2026, 10, 26, 20);
  const spec = { id: 'rows', kind: 'assertion', area: 'data', critical: true } as const;
  const samples = Array.from({ length: 60 }, (_, at) => ({
    ...{ kind: 'assertion' as const, at: startedAt - 600_000 + at * 5_000, holds: true },
  }));
  const watch = new Watch({
    startedAt,
    durationMs: 60_000,
    deployment: world.project.production,
    criteria: criteriaConfig.parse({}),
    probes: [{ spec, intervalMs: 5_000, baseline: baselineOf({ probe: spec, samples, errors: [] }, 5_000) }],
  });
  for (const at of [startedAt + 5_000, startedAt + 10_000]) {
    const timings = { dueAt: at, startedAt: at, endedAt: at };
    watch.take('rows', { samples: [{ kind: 'assertion', at, holds: false }], errors: [], timings });
  }
  const file = join(world.root, 'watched/verdict.json');
  mkdirSync(join(world.root, 'watched'));
  writeFileSync(file, JSON.stringify({ record: watch.record(startedAt + 11_000), incident: null }));
  const { stdout } = await decide({}, '--out', 'watched');
  expect(stdout.split('\n')[0]).toContain('has been broken since 2026-11-26T20:00:10.000Z');
  expect(stdout.split('\n')[0]).toContain('data-integrity, probe rows: false assertions, 2 of 2 bad');
  writeFileSync(file, '{');
  expect((await pageOf({}, '--out', 'watched')).missing).toContain(
    'watched/verdict.json is not a verdict of "rewind monitor".',
  );
});

describe('with verdicts in the incident', () => {
  test('what is broken and since when, and the evidence', async () => {
    writeIncident('20261126T220000Z-000002', [
      { kind: 'opened', data: { title: 'Checkout', severity: null } },
      verdict({ level: 'mitigate', reachedAt: '2026-11-26T21:59:00.000Z' }),
      verdict(),
    ]);
    const { stdout } = await decide({});
    expect(stdout.split('\n')[0]).toContain('has been broken since 2026-11-26T21:59:00.000Z');
    expect(stdout.split('\n')[0]).toContain(
      'payments, probe checkout: failures, 12 of 30 bad (normal: up to 5.0 %), evidence 14.2 of 9.8',
    );
    expect(stdout).toContain('2 incidents are open');
    expect(stdout).toContain("--reason 'roll-back: payments, probe checkout (incident 20261126T220000Z-000002)'");
  });

  test('mitigations: the one of the configuration is recommended, what is impossible says why, commands run', async () => {
    writeIncident('20261126T223000Z-0000a2', [
      { kind: 'opened', data: { title: 'Checkout', severity: null } },
      verdict({ level: 'mitigate' }),
    ]);
    const config = '.github/easing.yml';
    writeFileSync(
      join(world.root, config),
      `${readFileSync(join(world.root, '.github/rewind.yml'), 'utf8')}
monitor: { mitigation: sorry }
mitigations:
  - { id: page, kind: maintenance, resources: [web] }
  - { id: sorry, kind: maintenance, resources: [flags], item: { key: maintenance, value: true }, minutes: 20 }
  - { id: in-effect, kind: maintenance, resources: [flags], item: { key: maintenance, value: false } }
  - { id: nothing, kind: maintenance, resources: [flags], item: { key: 'no::error::such', value: true } }
`,
    );
    const before = [await world.facts(), world.vercel.writes];
    const { options } = await pageOf(github(), '--config', config);
    const own = options.filter(({ kind }) => kind === 'mitigate');
    expect(options.map(({ kind }) => kind)).toEqual(['flags', ...own.map(() => 'mitigate'), 'code', 'down', 'restore']);
    expect(own.map(({ recommended, refused, command }) => [recommended.length, refused, command])).toEqual([
      [0, [expect.stringContaining('no maintenance deployment')], null],
      [
        ...[1, []],
        expect.stringMatching(
          /^rewind mitigate sorry --snapshot \S+ --reason 'mitigate: .*' --config \.github\/easing\.yml$/,
        ),
      ],
      [0, ['No resource of it has no::error::such.'], null],
    ]);
    expect(own[1]?.page).toMatch(/\/mitigate-production\.yml$/);
    const { stdout } = await decide(github(), '--config', config);
    expect(stdout).toContain('mitigate-production.yml with mitigation = sorry, reason = mitigate: ');
    expect(stdout).toMatch(
      /Ease it with maintenance "sorry", for 20 minutes at most: 1 change: [^\n]*maintenance: true/,
    );
    expect(stdout).not.toContain('\n::error');
    const planned = await pasted(own[1]?.command ?? '');
    expect([planned.status, planned.output]).toEqual([0, expect.stringContaining('Digest: ')]);
    expect([await world.facts(), world.vercel.writes]).toEqual(before);
  });

  test('a shared suspect: the page says so first, and code is not the first option', async () => {
    writeIncident('20261126T230000Z-000003', [
      { kind: 'opened', data: { title: 'Checkout', severity: null } },
      verdict({ suspect: 'shared', deployment: 'dpl_other' }),
    ]);
    const { stdout } = await decide({});
    const [, second, third] = stdout.split('\n');
    expect(second).toContain('The previous deployment fails too');
    expect(third).toContain('The verdict is about dpl_other.');
    const { options } = await pageOf({});
    expect(options.map(({ kind }) => kind)).toEqual(['dependency', 'flags', 'down', 'code', 'restore']);
    const { status } = await pasted(options[0]?.command ?? '');
    expect(status).toBe(0);
  });

  test('times come from earlier rollbacks; a rollback that was verified after the verdict is said', async () => {
    const digest = 'a'.repeat(64);
    const startedAt = new Date(Date.now() - 3_600_000).toISOString();
    const done = {
      digest,
      snapshot: 's',
      ok: true,
      title: 't',
      failed: [],
      startedAt,
      undoes: null,
      runs: 1,
      manual: [],
    };
    const planned = {
      digest,
      plan: 'rollback',
      snapshot: 's',
      database: 'none',
      changes: 2,
      plannedAt: startedAt,
      command: 'c',
    } as const;
    writeIncident('20261127T000000Z-000004', [
      { kind: 'opened', data: { title: 'Checkout', severity: null } },
      verdict(),
      { kind: 'planned', data: planned },
      { kind: 'rolled-back', data: { ...done, done: ['web/production', 'flags/x'] } },
      { kind: 'verified', data: { digest, ok: true, statement: 's' } },
    ]);
    const { stdout } = await decide({});
    expect(stdout.split('\n')[0]).toContain('had been broken since');
    expect(stdout.split('\n')[0]).toContain('A rollback was verified at');
    expect(stdout).toContain('time: 60 s after the approval, the median of 1 earlier rollback');
    const { options } = await pageOf({});
    expect(options.map(({ time }) => time?.runs ?? null)).toEqual([null, 1, null, null]);
  });
});

test('a resource that cannot be read is named, and the commands leave it out', async () => {
  const env = { VERCEL_TOKEN: '' };
  const { missing, options } = await pageOf(env);
  expect(missing.join('\n')).toContain('What changed in "web" is unknown');
  expect(options.map(({ kind }) => kind)).toEqual(['down', 'restore']);
  expect(options[0]?.command).toContain('--scope db,schema');
  expect((await decide(env, '--scope', 'web')).stdout).toContain(
    'No difference was found in what could be read. Not read: web.',
  );
});

test('a change of a person after the deploy is named apart, and is no option', async () => {
  expect((await world.run(['snapshot', '--reason', 'release'])).status).toBe(0);
  const banner = { value: 'Sold out', description: null, createdAt: 1, updatedAt: world.vercel.now() };
  world.flags.items.set('banner', banner);
  const { stdout } = await decide({});
  expect(stdout).toMatch(/a rollback keeps it:\n {2}- [^\n]*banner: "Sold out"[^\n]*\(author unknown\)/);
  expect(stdout).toMatch(/Flags back: 1 change: [^\n]*new-checkout: true/);
  expect(stdout).not.toContain('It is unknown whether the deploy changed');
  expect(stdout).not.toContain('origin unknown');
});

test('a flag that a pull request names and somebody turned on after the deploy: a plan of its own turns it off', async () => {
  world.flags.items.set('maintenance', { value: true, description: null, createdAt: 1, updatedAt: world.vercel.now() });
  for (const [title, ...labels] of [
    ['Shop windows', 'flag:maintenance'],
    ['Nothing of ours', 'flag:elsewhere'],
  ]) {
    hub.addPull({ title: title ?? '', labels, commits: [head], mergeSha: head, state: 'closed' });
  }
  const { stdout } = await decide();
  expect(stdout).toMatch(
    / {2}- elsewhere: not among the flags that were read; #\d+ Nothing of ours\n {2}- maintenance: on; #\d+ Shop/,
  );
  const { options, flags } = await pageOf();
  expect(flags?.named).toMatchObject([
    { key: 'elsewhere', on: null },
    { key: 'maintenance', on: true },
  ]);
  expect(options.map(({ kind }) => kind).slice(0, 3)).toEqual(['flags', 'flags-off', 'code']);
  const [back, off] = options.map(({ command }) => command ?? '');
  expect(off).toContain('--database none --scope flags --include-later-changes flags');
  expect(stdout).toContain('scope = flags, include-later-changes = flags');
  // The first plan keeps what came after the deploy; the second one undoes it too.
  const [kept, undone] = [await pasted(back ?? ''), await pasted(off ?? '')];
  expect([kept.status, undone.status]).toEqual([0, 0]);
  expect(kept.output).toContain('In all: 1 update');
  expect(undone.output).toMatch(/maintenance: true → .*maintenance: false/);
});

test('in Actions: the page is the summary, and the outputs name incident and snapshot', async () => {
  const files = { GITHUB_STEP_SUMMARY: join(world.root, 'summary'), GITHUB_OUTPUT: join(world.root, 'output') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const run = { GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '7', GITHUB_SHA: head, GITHUB_WORKSPACE: world.root };
  const env = { ...github(), 'INPUT_GITHUB-TOKEN': hub.token, INPUT_COMMAND: 'decide', ...run, ...files };
  const result = await world.run([], { env });
  expect([result.status, result.stderr]).toEqual([0, '']);
  const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
  expect(summary).toContain('### Options, in the order in which to consider them');
  expect(summary).toContain('https://github.com/acme/shop/actions/workflows/rollback-production.yml');
  expect(summary).toContain(`/commit/${head}`);
  expect(readFileSync(files.GITHUB_OUTPUT, 'utf8')).toMatch(
    /incident-id<<[^]*20261127T000000Z-000004[^]*snapshot-id<</,
  );
});

test('a damaged record is named; without a snapshot nothing is planned; exit 0', async () => {
  const folder = join(world.root, '.rewind/store');
  writeFileSync(join(folder, 'incidents/production/20261127T000000Z-000004/000002.json'), '{}');
  expect((await pageOf({})).missing.join()).toContain('Incident 20261127T000000Z-000004 could not be read');
  rmSync(join(folder, 'snapshots'), { recursive: true });
  const { stdout } = await decide({});
  expect(stdout).toContain('What changed is unknown, and no rollback can be planned');
  expect(stdout).not.toContain('rewind plan');
  expect(stdout).toContain('has been broken since');
});

test('rows that were written since the snapshot are a difference; without a verdict, nobody says since when it is broken', async () => {
  rmSync(join(world.root, '.rewind/store/incidents/production'), { recursive: true });
  const digest = 'b'.repeat(64);
  writeIncident('20261127T000000Z-000004', [
    { kind: 'opened', data: { title: 'Rollback to snapshot 1', severity: null } },
    { kind: 'verified', data: { digest, ok: true, statement: 's' } },
  ]);
  const { snapshot } = (await world.run(['snapshot', '--json'])).json<{ snapshot: string }>();
  await world.sell(1);
  const { stdout } = await decide({}, '--snapshot', snapshot);
  expect(stdout.split('\n')[0]).toMatch(
    /^An incident of "production" is open since .*, without a verdict: Rollback to snapshot 1\. A rollback was verified at /,
  );
  expect(stdout).toMatch(/Data, which only a restore returns \(db\): database "\w+": rows were written since/);
  expect(stdout).not.toContain('No difference was found');
});
