import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TEAM, type VercelSandbox } from '../sandbox/vercel/server.js';
import type { Project } from '../sandbox/vercel/model.js';
import { Shop } from '../support/act/shop.js';
import { expectNoLeak } from '../support/act/leaks.js';
import type { ActResult } from '../support/act/harness.js';

/** One repository with two environments: "production", and "eu" with three projects at Vercel. One run serves both. */
const APPS = ['web', 'api', 'docs'] as const;
const SECRETS = ['VERCEL_TOKEN', 'DATABASE_URL', 'REWIND_FINGERPRINT_KEY'];
const CALLERS = { production: '.github/rewind.yml', eu: '.github/eu.yml' };
const GRANTS =
  'contents: read, actions: read, id-token: write, deployments: write, statuses: write, issues: write, pull-requests: write';

/** A caller whose jobs call one workflow of ours, once for each environment. */
function caller(on: string, workflow: string, inputs: (environment: string) => string, secrets: string[]): string {
  const given = secrets.map((name) => `      ${name}: \${{ secrets.${name} }}\n`);
  const jobs = Object.entries(CALLERS).map(
    ([environment, config]) => `  ${environment}:
    uses: OWNER/rewind/.github/workflows/${workflow}@v1
    with: { config: ${config}${inputs(environment)} }
    permissions: { ${GRANTS} }
${given.length === 0 ? '' : `    secrets:\n${given.join('')}`}`,
  );
  return `name: ${workflow}\non: ${on}\npermissions: {}\njobs:\n${jobs.join('')}`;
}

/** What the caller does after a rollback: it reads the outputs by the names of its jobs, because `needs.*` has no order. */
const AFTER = `  after:
    needs: [production, eu]
    runs-on: ubuntu-latest
    steps:
      - id: told
        env:
          OUTPUTS: '[\${{ toJSON(needs.production.outputs) }}, \${{ toJSON(needs.eu.outputs) }}]'
        run: node -e 'require("fs").appendFileSync(process.env.GITHUB_OUTPUT, "told=" + JSON.stringify(JSON.parse(process.env.OUTPUTS)) + "\\n")'
`;

const EXAMPLE = readFileSync(new URL('../../examples/rewind-monorepo.yml', import.meta.url), 'utf8');
const projects: Project[] = [];
function files(vercel: VercelSandbox, config: string): Record<string, string> {
  projects.push(...APPS.map((name) => vercel.addProject(name, [`${name}.eu.example.com`], `prj_change_${name}`)));
  const own = (key: string): string => new RegExp(`\\b${key}: (\\[[^\\]]+\\])`).exec(config)?.[1] ?? 'none';
  const monorepo = EXAMPLE.replace('environment: production', 'environment: eu')
    .replace(/recipients: \[.*\]/, `recipients: ${own('recipients')}`)
    .replace(/keys: \[.*\]/, `keys: ${own('keys')}`)
    .replaceAll('team_change', TEAM);
  const form = '{ workflow_dispatch: { inputs: { reason: { type: string }, incident: { type: string } } } }';
  const plan = ', plan-environment: production-plan';
  const rollback = (environment: string): string =>
    `, environment: ${environment}${plan}, reason: "\${{ inputs.reason }}", incident: "\${{ inputs.incident }}"`;
  return {
    '.github/eu.yml': monorepo,
    '.github/workflows/before.yml': caller('push', 'snapshot.yml', () => plan, [...SECRETS, 'REWIND_SIGNING_KEY']),
    '.github/workflows/back.yml': `${caller(form, 'rollback.yml', rollback, [...SECRETS, 'REWIND_IDENTITY'])}${AFTER}`,
    '.github/workflows/ready.yml': caller('pull_request', 'readiness.yml', () => '', []),
  };
}

let shop: Shop;
let good: string;
let run: ActResult;
let lists: number;
let incident: number;

beforeAll(async () => {
  shop = await Shop.start({ files });
  const { hub, vercel } = shop;
  // GitHub compares names of environments without case. Vercel makes "Production".
  const [production] = hub.environments;
  if (production === undefined) throw new Error('no environment');
  Object.assign(production, { name: 'Production' });
  const rules = { preventSelfReview: true, branches: 'protected', adminsBypass: false } as const;
  hub.addEnvironment({ name: 'eu', ...rules, reviewers: ['bob'] });
  const deploy = (message: string): string => {
    const { sha } = hub.addCommit({ message });
    for (const project of projects) {
      vercel.release(project, { meta: { githubCommitSha: sha } });
      hub.addDeployment({ sha, environment: `Eu – ${project.name}`, state: 'success' });
    }
    return sha;
  };
  good = deploy('good');
  const taken = await shop.snapshot({ workflow: 'before.yml' });
  expect([taken.job('production/snapshot').result, taken.job('eu/snapshot').result]).toEqual(['success', 'success']);
  deploy('bad');
  shop.flip(true);
  // Other workflows of the repository.
  const other = hub.addArtifact({ name: 'coverage', zip: Buffer.from('PK') });
  hub.artifacts.push(...Array.from({ length: 119_999 }, () => other));
  incident = hub.addIssue({ title: 'Down' }).number;
  hub.requests.length = 0;
  // act chooses which caller is first.
  const onLog = (line: string, { runId }: { readonly runId: number }): void => {
    const [, caller] = /^\[(production|eu)\/plan\] 🏁/u.exec(line) ?? [];
    if (caller !== undefined) hub.approve(runId, 'bob', caller === 'eu' ? 'eu' : 'Production');
  };
  run = await shop.rollback({ incident: String(incident) }, { workflow: 'back.yml', approved: false, onLog }).done;
  lists = hub.requests.filter(({ path }) => path.endsWith('/artifacts')).length;
  hub.artifacts.splice(0, Infinity, ...new Set(hub.artifacts));
}, 150_000);
afterAll(() => shop.stop());

test('two environments in one run: each has its plan, its approval and its report', () => {
  const called = run.jobs.filter(({ calledBy }) => calledBy !== undefined);
  const outcomes = called.map(({ id, calledBy, result }) => `${calledBy ?? ''}/${id} ${result}`).sort();
  expect(outcomes).toEqual(
    ['eu', 'production'].flatMap((name) => ['execute', 'plan', 'record'].map((id) => `${name}/${id} success`)),
  );
  for (const name of Object.keys(CALLERS)) {
    expect(run.step(`${name}/execute`, 'rewind').outputs.verdict).toBe('rolled-back');
    expect(run.job(`${name}/execute`).summary).toContain('approved by bob');
  }
  const names = shop.hub.artifacts.filter(({ runId }) => runId === run.runId).map(({ name }) => name);
  const [eu = 'none'] = names.flatMap((name) => /^rewind-plan-(eu-[0-9a-f]{8})$/.exec(name)?.[1] ?? []);
  const own = ['rewind-plan-production', 'rewind-report-production-1', `rewind-report-${eu}-1`];
  expect(names).toEqual(expect.arrayContaining(own));
});

test('a monorepo: one snapshot, one plan, three deployments, each recorded under the name that Vercel gave it', () => {
  expect(run.step('eu/plan', 'rewind').outputs.changes).toBe('3');
  const live = shop.hub.deployments.filter(
    ({ environment, statuses }) => environment.startsWith('Eu') && statuses.at(-1)?.state === 'success',
  );
  expect(live.map(({ environment, sha }) => [environment, sha])).toEqual(APPS.map((name) => [`Eu – ${name}`, good]));
});

test('a caller reads the outputs of both rollbacks', () => {
  const outputs: unknown = JSON.parse(run.step('after', 'told').outputs.told ?? '[]');
  const rolledBack = {
    verdict: 'rolled-back',
    'error-code': '',
    changes: '3',
    'plan-digest': expect.stringMatching(/./),
  };
  expect(outputs).toEqual([
    expect.objectContaining({ ...rolledBack, changes: '1' }),
    expect.objectContaining(rolledBack),
  ]);
});

test('the issue of the incident has the outcome of both', () => {
  const told = shop.hub.comments.filter(({ issue, body }) => issue === incident && body.startsWith('<!-- rewind:run-'));
  expect(told).toHaveLength(2);
});

test('among 120,000 artifacts, six jobs need few requests to find the snapshots and the records', () => {
  expect(lists).toBeGreaterThan(0);
  expect(lists).toBeLessThanOrEqual(60);
});

test('two configurations in one pull request: each has its comment', async () => {
  const { number } = shop.hub.addPull({ title: 'notes' });
  shop.consumer.commit({ 'NOTES.md': 'x' }, 'notes', 'notes');
  const { eventPayload, ref, sha } = shop.consumer.pullRequest({ number, branch: 'notes' });
  const asked = { event: 'pull_request', workflow: 'ready.yml', eventPayload, ref, sha } as const;
  const secrets = { GITHUB_TOKEN: shop.secrets.GITHUB_TOKEN ?? '' };
  await shop.run('readiness', { ...asked, secrets, env: { GITHUB_BASE_REF: 'main' } });
  const titles = shop.hub.comments
    .filter(({ issue }) => issue === number)
    .map(({ body }) => /Rollback readiness: (.*)/.exec(body)?.[1]);
  expect(titles.sort()).toEqual(['`eu`, `.github/eu.yml`', '`production`, `.github/rewind.yml`']);
}, 60_000);

test('no secret is anywhere', () => expectNoLeak(shop));
