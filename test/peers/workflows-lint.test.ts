import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { pinTo } from '../../src/runtime/release.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ACTIONLINT = join(ROOT, '.cache/peers/bin/actionlint');
const ZIZMOR = join(ROOT, '.cache/peers/venv/bin/zizmor');
const EVALUATE = join(ROOT, 'test/support/act/evaluate.mjs');
const VALIDATE = join(ROOT, 'test/support/act/validate-workflows.mjs');

/** What actionlint 1.7.12 does not know yet. Each holds for one message only. */
const IGNORED = [
  {
    message: String.raw`specifying action "\$/\.github/actions/rewind" in invalid format`,
    why: '`uses: $/path`, the running commit of this repository, is of July 2026',
  },
  { message: 'unexpected key "queue" for "concurrency" section', why: '`queue: max` is of May 2026' },
  {
    message: String.raw`property "workflow_(repository|sha|ref|file_path)" is not defined in object type .*check_run_id`,
    why: '`job.workflow_*` names the called workflow, where `github.workflow_*` names the caller',
  },
];

/** examples/ also holds a configuration file; a workflow is what has `on` and `jobs`. */
const isWorkflow = (path: string): boolean => {
  const content: unknown = parse(readFileSync(path, 'utf8'));
  return typeof content === 'object' && content !== null && 'jobs' in content && 'on' in content;
};
const yamlIn = (folder: string): string[] =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [];
const ours = yamlIn('.github/workflows');
const examples = yamlIn('examples').filter((path) => isWorkflow(join(ROOT, path)));
const workflows = [...ours, ...examples];

const RELEASE = { repository: 'acme-tools/rewind', version: '1.2.3', commit: 'c0ffee'.repeat(7).slice(0, 40) };
/** What zizmor writes with `--format json-v1`. */
const findings = z.array(
  z.looseObject({
    ident: z.string(),
    ignored: z.boolean(),
    locations: z.array(
      z.looseObject({
        symbolic: z.looseObject({
          key: z.looseObject({ Local: z.looseObject({ verbatim_path: z.string() }).optional() }),
        }),
      }),
    ),
  }),
);

interface Ran {
  readonly status: number;
  readonly out: string;
}

const run = (file: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    execFile(file, args, { cwd: ROOT, timeout: 50_000 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === 'number') resolve({ status, out: stdout + stderr });
      else reject(error ?? new Error(file));
    });
  });

// shellcheck and pyflakes are whatever the machine has; left out, so that the outcome is the same everywhere.
const actionlint = (files: readonly string[]): Promise<Ran> =>
  run(ACTIONLINT, [
    ...['-no-color', '-shellcheck=', '-pyflakes='],
    ...IGNORED.flatMap(({ message }) => ['-ignore', message]),
    ...files,
  ]);
const zizmor = (inputs: readonly string[], more: readonly string[] = ['--pedantic']): Promise<Ran> =>
  run(ZIZMOR, [
    ...[...more, '--offline', '--no-progress', '--color', 'never'],
    ...(more.includes('--no-config') ? [] : ['--config', 'test/support/act/zizmor.yml']),
    ...inputs,
  ]);
const validate = async (files: readonly string[]): Promise<Record<string, string[]>> =>
  JSON.parse((await run(process.execPath, [VALIDATE, ROOT, ...files])).out) as Record<string, string[]>;

interface Expression {
  readonly expression: string;
  readonly contexts: Record<string, unknown>;
}
const evaluate = async (expressions: readonly Expression[]): Promise<unknown[]> =>
  JSON.parse((await run(process.execPath, [EVALUATE, JSON.stringify(expressions)])).out) as unknown[];

let scratch: string;
const draft = (name: string, text: string): string => {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'rewind-lint-'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('there are workflows to check, and callers among them', () => {
  expect(ours).toEqual(
    expect.arrayContaining(['snapshot', 'readiness', 'rollback', 'recover', 'monitor'].map(workflowFile)),
  );
  expect(examples.length).toBeGreaterThanOrEqual(3);
});

describe('actionlint', () => {
  test('finds nothing', async () => {
    expect(await actionlint(workflows)).toEqual({ status: 0, out: '' });
  });

  test('reports an unknown key, an unknown context and a job that is not there', async () => {
    const path = draft(
      'broken.yml',
      `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    needs: nobody
    concurrency: { group: a, queu: max }
    steps:
      - run: echo "\${{ inputs.nothing.here }} \${{ job.workflow_color }}"
      - uses: $/.github/actions/other
`,
    );
    const { status, out } = await actionlint([path]);
    expect(status).toBe(1);
    for (const message of ['"nobody"', 'unexpected key "queu"', 'workflow_color', '$/.github/actions/other']) {
      expect(out).toContain(message);
    }
  });
});

describe('zizmor, pedantic', () => {
  test('finds nothing', async () => {
    const { status, out } = await zizmor([
      '.github',
      ...yamlIn('.').filter((path) => path === './action.yml'),
      ...examples,
    ]);
    expect(out).toContain('No findings to report');
    expect(status).toBe(0);
  });

  test('as an auditor, only asks who may use the own runners of those examples that are made for them', async () => {
    const { out } = await zizmor(
      ['.github', 'action.yml', ...examples],
      ['--persona', 'auditor', '--format', 'json-v1'],
    );
    const found = findings.parse(JSON.parse(out.slice(out.indexOf('['), out.lastIndexOf(']') + 1)));
    const places = found
      .filter(({ ignored }) => !ignored)
      .map(({ ident, locations }) => `${ident} ${locations[0]?.symbolic.key.Local?.verbatim_path ?? '?'}`);
    expect([...new Set(places)].sort()).toEqual([
      'self-hosted-runner examples/pre-deploy-snapshot-own-jobs.yml',
      'self-hosted-runner examples/rollback-readiness-own-jobs.yml',
    ]);
  });

  test('finds nothing in the examples of a release, where no exception holds: each use is pinned by commit', async () => {
    const released = examples.map((path) =>
      draft(basename(path), pinTo(RELEASE, readFileSync(join(ROOT, path), 'utf8'))),
    );
    const { out } = await zizmor(released, ['--pedantic', '--no-config']);
    expect(out).toContain('No findings to report');
    // As they are in the repository, with the placeholder and v1, they would be found.
    const loose = await zizmor(examples, ['--pedantic', '--no-config']);
    expect(loose.out).toContain('unpinned-uses');
  });

  test('reports an expression in a script, an unpinned action and permissions without a reason', async () => {
    const path = draft(
      'dangerous.yml',
      `name: Dangerous
on: { issues: { types: [opened] } }
permissions: { contents: write }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: someone/something@v1
      - run: echo "\${{ github.event.issue.title }}"
`,
    );
    const { status, out } = await zizmor([path]);
    expect(status).toBeGreaterThan(0);
    for (const audit of ['template-injection', 'unpinned-uses', 'excessive-permissions']) expect(out).toContain(audit);
  });
});

describe('workflow-parser, the parser of GitHub', () => {
  test('accepts every workflow, and every caller against what it calls', async () => {
    const report = await validate(workflows);
    expect(report).toEqual(Object.fromEntries(workflows.map((path) => [path, []])));
  });

  test('reports a misspelt input, a missing required one, an unknown secret and a workflow that is not there', async () => {
    const caller = readFileSync(join(ROOT, 'examples/rollback-production.yml'), 'utf8');
    const misspelt = caller
      .replace(/^ {6}reason: /m, '      resaon: ')
      .replace(/^ {6}VERCEL_TOKEN: /m, '      VERCEL_TOKN: ');
    const lost = caller.replace('/workflows/rollback.yml@', '/workflows/rolback.yml@');
    const [a, b] = [draft('misspelt.yml', misspelt), draft('lost.yml', lost)];
    const report = await validate([a, b]);
    expect(report[a]?.map((message) => message.replace(/^.*\): /, ''))).toEqual([
      'Input reason is required, but not provided while calling.',
      'Invalid input, resaon is not defined in the referenced workflow.',
      'Invalid secret, VERCEL_TOKN is not defined in the referenced workflow.',
    ]);
    expect(report[b]).toEqual([expect.stringContaining('Unable to find reusable workflow')]);
  });
});

describe('expressions, by the evaluator of GitHub', () => {
  test('each job of a reusable workflow runs on a label, a list of labels or a group', async () => {
    const jobs = ours.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      if (!/^ {2}workflow_call:/m.test(text)) return [];
      return [...text.matchAll(/^ {4}runs-on: (.*)$/gm)].map(([, value = '']) => ({ path, value }));
    });
    expect(jobs.length).toBeGreaterThanOrEqual(14);
    const group = { group: 'production', labels: ['linux', 'x64'] };
    const given = ['ubuntu-latest', '["self-hosted", "linux"]', JSON.stringify(group)];
    const wanted = ['ubuntu-latest', ['self-hosted', 'linux'], group];
    const values = await evaluate(
      jobs.flatMap(({ value }) => {
        const expression = /^\$\{\{ (.*) \}\}$/.exec(value)?.[1] ?? 'false';
        return given.map((one) => ({ expression, contexts: { inputs: { 'runs-on': one } } }));
      }),
    );
    expect(jobs.map(({ path }, index) => [path, values.slice(3 * index, 3 * index + 3)])).toEqual(
      jobs.map(({ path }) => [path, wanted]),
    );
  });

  test.each(['.github/workflows/readiness.yml', 'examples/rollback-readiness-own-jobs.yml'])(
    '%s compares with the base of a pull request, of a merge queue, or what is named',
    async (path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const expression = /^ {10}base: \$\{\{ (.*) \}\}$/m.exec(text)?.[1] ?? 'false';
      const at = (github: object, base = '') => ({ expression, contexts: { inputs: { base }, github } });
      const pull = at({ base_ref: 'release/2026+1#a', event: { pull_request: {} } });
      const queue = at({ base_ref: '', event: { merge_group: { base_sha: 'c0ffee' } } });
      expect(await evaluate([pull, queue])).toEqual(['origin/release/2026+1#a', 'c0ffee']);
      if (!text.includes('inputs.base')) return;
      expect(await evaluate([at({ base_ref: 'main', event: {} }, 'v1')])).toEqual(['v1']);
    },
  );
});

function workflowFile(name: string): string {
  return `.github/workflows/${name}.yml`;
}
