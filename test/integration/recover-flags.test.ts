import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { LaunchDarklySandbox, type SandboxFlag, type SandboxProject } from '../sandbox/launchdarkly/server.js';
import type { ProgramOptions, ProgramResult } from '../support/program.js';
import { runWarm } from '../support/program-host.js';

/** A recovery that brings flags forward in steps, as a process: a failing gate, a kill, a person, and the end. One story. */
let service: LaunchDarklySandbox;
let shop: SandboxProject;
let root: string;
let identity: string;

const STEPS = ['recover', '--flag-steps', '10,50,100', '--gate-command'];
const variation = (flag: SandboxFlag, at: number): string => flag.variations[at]?._id ?? '';

/** A release turned "checkout" on, moved the default of "theme", and gave "banner" a rule; it was rolled back. */
beforeAll(async () => {
  identity = await generateIdentity();
  service = await new LaunchDarklySandbox().start();
  service.tokens.set('api-writer', 'writer');
  root = mkdtempSync(join(tmpdir(), 'rewind-flag-steps-'));
  mkdirSync(join(root, '.github'));
  writeFileSync(
    join(root, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: .rewind/store }
seal: { recipients: [${await identityToRecipient(identity)}] }
resources:
  - { id: flags, provider: launchdarkly, project: shop, environment: production }
`,
  );
  shop = service.addProject('shop', ['production', 'staging']);
  service.addFlag(shop, { key: 'checkout' });
  const theme = service.addFlag(shop, { key: 'theme', values: ['red', 'blue'] });
  const banner = service.addFlag(shop, { key: 'banner' });
  person('theme', [
    { kind: 'turnFlagOn' },
    { kind: 'updateFallthroughVariationOrRollout', variationId: variation(theme, 0) },
  ]);
  await ok('snapshot');
  person('checkout', [{ kind: 'turnFlagOn' }]);
  person('theme', [{ kind: 'updateFallthroughVariationOrRollout', variationId: variation(theme, 1) }]);
  person('banner', [
    { kind: 'turnFlagOn' },
    {
      kind: 'replaceRules',
      rules: [{ variationId: variation(banner, 0), clauses: [{ attribute: 'country', op: 'in', values: ['SE'] }] }],
    },
  ]);
  await ok('rollback', '--digest', await digestOf('plan'));
});
afterAll(async () => {
  await service.stop();
  rmSync(root, { recursive: true, force: true });
});

const person = (key: string, instructions: Parameters<LaunchDarklySandbox['patch']>[3]): void =>
  service.patch(shop, key, 'production', instructions);
const run = (args: readonly string[], options: Partial<ProgramOptions> = {}): Promise<ProgramResult> =>
  runWarm(args, {
    cwd: root,
    env: { LAUNCHDARKLY_API_URL: service.url, LAUNCHDARKLY_ACCESS_TOKEN: 'api-writer', REWIND_IDENTITY: identity },
    ...options,
  });
async function ok(...args: string[]): Promise<ProgramResult> {
  const result = await run(args);
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.status}\n${result.stdout}\n${result.stderr}`);
  return result;
}
const digestOf = async (...args: string[]): Promise<string> =>
  (await ok(...args, '--json')).json<{ digest: string }>().digest;
interface Left {
  readonly id: string;
  readonly discharge: string;
  readonly reading: { readonly state: string };
}
const open = async (): Promise<Left[]> =>
  (await ok('recover', '--status', '--json')).json<{ obligations: Left[] }>().obligations;
const rolledBack = { checkout: 0, theme: 0, banner: 0 };

/** Percentage of the first (checkout) or second (theme) variation, as users get it. */
function shares(): Record<string, number> {
  const share = (key: string, wanted: number): number => {
    const config = shop.flags.get(key)?.environments.get('production');
    if (config?.on !== true) return 0;
    const { variation: whole, rollout } = config.fallthrough;
    if (!rollout) return whole === wanted ? 100 : 0;
    return (rollout.variations.find((each) => each.variation === wanted)?.weight ?? 0) / 1000;
  };
  return { checkout: share('checkout', 0), theme: share('theme', 1), banner: share('banner', 0) };
}
function states(): unknown {
  return [...shop.flags].map(([key, flag]) => {
    const { on, fallthrough, rules } = flag.environments.get('production') ?? {};
    return { key, on, fallthrough, rules };
  });
}

test('the plan says before the approval what goes in steps and what changes at once, and why', async () => {
  const shown = await ok(...STEPS, './check.sh');
  expect(shown.stdout).toContain('2 flags in environment "production", in steps: "checkout", "theme"');
  expect(shown.stdout).toContain(
    'In steps: 10 % → 50 % → 100 %. Before each further step this shell command runs, for at most 600 s: ./check.sh',
  );
  expect(shown.stdout).toContain(
    'changes at once, after the last step of the others: more than its switch and its default rule change',
  );
});

test('the gate fails at the second step: the flags are as before the first one, and the obligations stay', async () => {
  const before = states();
  const digest = await digestOf(...STEPS, '[ $REWIND_STAGE = 1 ] || { echo errors; exit 7; }');
  const failed = await run(['rollback', '--digest', digest]);
  expect(failed.status).toBe(1);
  expect(failed.stdout).toContain(
    'The gate command failed at step 2 of 3 (50 %) with exit status 7: errors. Each of these flags is again as before the first step: checkout, theme.',
  );
  expect(failed.stderr).toContain('checkout: 50 %');
  expect(states()).toEqual(before);
  const left = await open();
  expect(left.map(({ id }) => id.replace(/(unfinished-rollback):.*/, '$1'))).toEqual([
    'changes-undone:flags',
    'unfinished-rollback',
  ]);
  expect(left.at(-1)?.discharge).toContain(`--digest ${digest}`);
});

test('killed in a gate: the same command, and also a new plan, goes on at that step, and knows the state before', async () => {
  const before = states();
  const again = join(root, 'again');
  const seen = join(root, 'seen');
  const gate = `echo $REWIND_STAGE >> ${seen}; [ -e ${again} ] && exit 3; [ $REWIND_STAGE = 1 ] || { echo waits; sleep 10; }`;
  const kill = (digest: string): Promise<ProgramResult> =>
    run(['rollback', '--digest', digest], {
      onLog: (text, child) => {
        if (text.includes('| waits')) child.kill('SIGKILL');
      },
    });
  const digest = await digestOf(...STEPS, gate);
  expect((await kill(digest)).signal).toBe('SIGKILL');
  expect(shares()).toEqual({ checkout: 50, theme: 50, banner: 0 });
  expect((await kill(digest)).signal).toBe('SIGKILL');
  const next = await digestOf(...STEPS, gate);
  expect(next).not.toBe(digest);
  writeFileSync(again, '');
  const failed = await run(['rollback', '--digest', next]);
  expect([failed.status, states()]).toEqual([1, before]);
  expect(readFileSync(seen, 'utf8')).toBe('1\n2\n2\n2\n');
});

test('a person turns a flag off while the gate runs: the steps stop, and nothing is overridden', async () => {
  const acts = { acted: false };
  const digest = await digestOf(...STEPS, `[ $REWIND_STAGE = 1 ] || until [ -e ${root}/acted ]; do sleep 0.05; done`);
  const result = await run(['rollback', '--digest', digest], {
    onLog: (text) => {
      if (acts.acted || !text.includes('at step 2 of 3')) return;
      acts.acted = true;
      person('checkout', [{ kind: 'turnFlagOff' }]);
      writeFileSync(join(root, 'acted'), '');
    },
  });
  expect([result.status, shares()]).toEqual([1, { ...rolledBack, theme: 50 }]);
  expect(result.stdout).toContain('Somebody else changed flag checkout between two steps.');
});

test('the undo of a recovery that stopped: the record asks nobody to finish its plan', async () => {
  const unfinished = async (): Promise<number> =>
    (await open()).filter(({ id }) => id.startsWith('unfinished-rollback')).length;
  const before = await unfinished();
  const { stdout } = await ok('undo', 'latest');
  expect(stdout).toContain('This undoes the recovery ');
  await ok('rollback', '--digest', await digestOf('undo', 'latest'));
  expect([shares(), await unfinished()]).toEqual([rolledBack, before - 1]);
});

test('the gate passes: each step reaches all flags, those without steps come last, and nothing is left open', async () => {
  const seen = join(root, 'passed');
  const gate = `echo "$REWIND_STAGE/$REWIND_STAGES $REWIND_PERCENTAGE $REWIND_FLAGS" >> ${seen}`;
  const done = await ok('rollback', '--digest', await digestOf(...STEPS, gate));
  expect(done.stdout).toContain('Recovered:');
  expect(readFileSync(seen, 'utf8')).toBe('1/3 10 checkout theme\n2/3 50 checkout theme\n');
  expect(shares()).toEqual({ checkout: 100, theme: 100, banner: 100 });
  expect(shop.flags.get('theme')?.environments.get('production')?.fallthrough).toEqual({ variation: 1 });
  // The earlier plans are finished, too: what they wanted is there.
  expect((await open()).filter(({ reading }) => reading.state !== 'met')).toEqual([]);
  expect((await ok('recover', '--json')).json<{ normal: boolean }>().normal).toBe(true);
});

test.each([
  [['--flag-steps', '10,100'], '--flag-steps needs --gate-command'],
  [['--flag-steps', '50,10,100', '--gate-command', 'true'], 'rising'],
  [['--flag-steps', '10,100', '--gate-command', ' '], '--gate-command must be a shell command'],
  [
    ['--flag-steps', '10,100', '--gate-command', 'true', '--deployment', 'latest'],
    '--flag-steps cannot be combined with --deployment',
  ],
])('recover %j is refused', async (args, message) => {
  const refused = await run(['recover', ...args]);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('a status names a few of many flags, and counts the others', async () => {
  const keys = Array.from({ length: 12 }, (_, index) => `many-${String(index)}`);
  for (const key of keys) service.addFlag(shop, { key });
  const { snapshot } = (await ok('snapshot', '--json')).json<{ snapshot: string }>();
  for (const key of keys) person(key, [{ kind: 'turnFlagOn' }]);
  await ok('rollback', '--snapshot', snapshot, '--digest', await digestOf('plan', '--snapshot', snapshot));
  const { stdout } = await ok('recover', '--status');
  expect(stdout).toMatch(/12 of them differ from snapshot .* and 2 more$/m);
});
