import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runWarm } from '../support/program-host.js';
import { runProgram, type ProgramOptions } from '../support/program.js';

/** The warm program of a suite does what a process of its own does, and no run knows anything of the run before. */
let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'rewind-warm-'));
  mkdirSync(join(cwd, '.github'));
  writeFileSync(
    join(cwd, '.github/rewind.yml'),
    `version: 1
environment: production
store: { kind: directory, path: store }
seal: { recipients: [age1ayzgrlw83mscy9hp3uek4sh22k3u7jau8ff49z5s5r3c8nq9hgzsh3wt92] }
resources: [{ id: env, provider: vercel-env, project: prj_1 }]
`,
  );
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** A run of each kind; what the next one would show if it knew it: arguments, directory, variables, a file of an action. */
function runs(folder: string): [string[], ProgramOptions][] {
  const files = (name: string) => ({
    GITHUB_STEP_SUMMARY: join(folder, `${name}-summary`),
    GITHUB_OUTPUT: join(folder, `${name}-output`),
  });
  for (const file of Object.values({ a: files('first'), b: files('second') }).flatMap(Object.values<string>))
    writeFileSync(file, '');
  const action = (name: string) => ({ GITHUB_ACTIONS: 'true', INPUT_COMMAND: name });
  return [
    [['--version'], { cwd }],
    [['check', '--help'], { cwd }],
    [['rolback'], { cwd }],
    [['check'], { cwd: folder }],
    [['check', '--json'], { cwd, env: { REWIND_SECRETS: 'no line of a secret' } }],
    [['list', '--json'], { cwd }],
    [[], { cwd, env: { ...action('list'), ...files('first') } }],
    [[], { cwd, env: { ...action('rolback'), ...files('second') } }],
    [['check', '--json'], { cwd }],
  ];
}

test('a warm run answers what a process of its own answers, also after other runs', async () => {
  const told = async (run: typeof runProgram): Promise<unknown[]> => {
    const folder = mkdtempSync(join(cwd, 'runs-'));
    const same = (text: string): string =>
      text
        .replaceAll(folder, '<folder>')
        .replace(/(::stop-commands::|^::|ghadelimiter_)[0-9a-f-]{16,}/gm, '$1<random>');
    const all: unknown[] = [];
    for (const [args, options] of runs(folder)) {
      const { status, signal, stdout, stderr } = await run(args, options);
      all.push({ args, status, signal, stdout: same(stdout), stderr: same(stderr) });
    }
    for (const name of ['first-summary', 'first-output', 'second-summary', 'second-output'])
      all.push([name, same(readFileSync(join(folder, name), 'utf8'))]);
    return all;
  };
  const own = await told(runProgram);
  expect(await told(runWarm)).toEqual(own);
  expect(own).toHaveLength(13);
});

test('runs at the same time do not mix', async () => {
  const [version, help, list] = await Promise.all([
    runWarm(['--version'], { cwd }),
    runWarm(['list', '--help'], { cwd }),
    runWarm(['list', '--json'], { cwd }),
  ]);
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(help.stdout).toContain('Usage: rewind list');
  expect(list.json()).toMatchObject({ snapshots: [] });
});
