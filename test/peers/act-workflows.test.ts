import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DATABASE, Shop } from '../support/act/shop.js';
import type { Deployment } from '../sandbox/vercel/model.js';
import type { ActResult } from '../support/act/harness.js';
import { expectNoLeak, filesOf, unpacked } from '../support/act/leaks.js';
import { zipOfFiles } from '../support/artifact-zip.js';

/**
 * The three uses of the product, as a user has them: callers copied from examples/ byte for byte, run by act against a
 * GitHub, a Vercel and a database that answer as the real ones. What runs is the compiled program of dist/.
 */
const outcomes = (run: ActResult): Record<string, string> =>
  Object.fromEntries(run.jobs.map((job) => [job.id, job.result]));
const errorsOf = (run: ActResult): string =>
  run.annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n');
const namesOf = (shop: Shop): string[] => shop.hub.artifacts.map(({ name }) => name);

describe('a merge, a bad release, a rollback', () => {
  let shop: Shop;
  let merged: ActResult;
  let before: Record<string, unknown>;
  let run: ActResult;

  beforeAll(async () => {
    shop = await Shop.start();
    before = await shop.facts();
    merged = await shop.snapshot();
    await shop.breakEverything();
    const incident = shop.hub.addIssue({ title: 'Checkout is broken' });
    run = await shop.rollback({
      database: 'restore',
      'confirm-data-loss': DATABASE,
      incident: String(incident.number),
    }).done;
  }, 120_000);
  afterAll(() => shop.stop());

  test('the merge takes a snapshot before the deploy, and tells the deploy its id', () => {
    expect(outcomes(merged)).toEqual({ snapshot: 'success', deploy: 'success' });
    const id = merged.step('snapshot', 'rewind').outputs['snapshot-id'] ?? '';
    expect(id).toMatch(/^\d{8}T\d{6}Z-[0-9a-f]{6}$/);
    expect(
      merged
        .job('deploy')
        .steps.map(({ log }) => log)
        .join(''),
    ).toContain(`snapshot ${id}`);
    expect(namesOf(shop)).toContain(`rewind-snapshot-production-${id}`);
  });

  test('the approver reads what will change, who is affected, what is lost, and the digest', () => {
    const { summary } = run.job('plan');
    for (const text of [
      '**4 changes**, database: `restore`. Nothing has been changed yet.',
      'dpl_000005',
      'data at risk',
      '### Who is affected',
      '### What this takes back',
      'Release 3, which is broken',
      'Requested by: **alice**: checkout is broken',
      'This rollback may not be expedited',
      'pager 4711',
      run.step('plan', 'rewind').outputs['plan-digest'] ?? 'no digest',
    ]) {
      expect(summary).toContain(text);
    }
  });

  test('the rollback returns everything, proves it, and says who asked and who approved', async () => {
    expect(outcomes(run)).toEqual({ plan: 'success', execute: 'success', record: 'success' });
    expect(await shop.facts()).toEqual(before);
    const { summary } = run.job('execute');
    expect(summary).toContain('Captured again: "production" equals snapshot');
    expect(summary).toContain('requested by alice; approved by bob');
    expect(run.step('execute', 'rewind').outputs.verdict).toBe('rolled-back');
  });

  test('the way back, the plan, the journal and the report are kept', () => {
    const names = namesOf(shop);
    const undo = run.step('execute', 'rewind').outputs['undo-config-artifact'] ?? 'none';
    expect(names).toEqual(expect.arrayContaining([undo, 'rewind-plan-production', 'rewind-report-production-1']));
    expect(names.some((name) => name.startsWith('rewind-rollback-production-'))).toBe(true);
  });

  test("GitHub's Deployments page says what is live", () => {
    const live = shop.hub.deployments.filter(({ statuses }) => statuses.at(-1)?.state === 'success');
    expect(live).toHaveLength(1);
    const served = shop.vercel.deployments.get(shop.project.production ?? '');
    expect(live[0]?.sha).toBe(served?.meta.githubCommitSha);
    expect(live[0]?.statuses.at(-1)?.description).toContain('Rolled back to snapshot');
  });

  test('the issue of the incident is told the outcome, and which pull request is not live any more', () => {
    const bodies = shop.hub.comments.map(({ body }) => body);
    const [body = '', ...others] = bodies.filter((one) => one.startsWith('<!-- rewind:run-'));
    expect(others).toEqual([]);
    // The default channel has an issue of its own, without a line in the configuration.
    const told = bodies.flatMap((one) => /^<!-- rewind:rewind\/.*\/([a-z-]+)\/github-issue -->/.exec(one)?.[1] ?? []);
    expect(told).toEqual(['rolled-back', 'verified']);
    expect(body).toContain('Rolled back: "production" equals snapshot');
    expect(body).toContain('requested by alice; approved by bob');
    expect(body).toContain('Release 3, which is broken');
    expect(body).not.toContain('Release 2');
  });

  test('while the rollback holds production, the next merge does not deploy over it', async () => {
    const next = await shop.snapshot();
    expect(outcomes(next)).toEqual({ snapshot: 'failure', deploy: 'skipped' });
    expect(next.summary).toContain('production is pinned by a rollback');
    expect(next.summary).toContain('To unblock: deploy the fix');
  });

  test('run once more, there is nothing to do, and nobody is asked', async () => {
    const again = await shop.rollback({ database: 'restore', 'confirm-data-loss': DATABASE }).done;
    expect(outcomes(again)).toEqual({ plan: 'success', execute: 'skipped', record: 'skipped' });
    expect(again.summary).toContain('**No changes**: production equals the snapshot');
  });

  test('no secret is anywhere', () => expectNoLeak(shop));

  test('a planted secret would be found: in a log, a comment, and inside an archive', () => {
    const plant = (put: () => () => void): void => {
      const remove = put();
      expect(() => expectNoLeak(shop)).toThrow('holds a secret');
      remove();
    };
    const secret = encodeURIComponent(shop.canaries[0] ?? '');
    plant(() => {
      shop.logs.push({ what: 'a log', text: `token=${Buffer.from(secret).toString('base64')}` });
      return () => shop.logs.pop();
    });
    plant(() => {
      shop.hub.addComment(1, `see ${secret}`);
      return () => shop.hub.comments.pop();
    });
    plant(() => {
      shop.hub.addArtifact({ name: 'planted', zip: zipOfFiles({ 'a.txt': `${secret.repeat(3)}\n` }) });
      return () => shop.hub.artifacts.pop();
    });
    expectNoLeak(shop);
  });
});

describe('shortly after a deploy by a tag', () => {
  let shop: Shop;
  let deployed: ActResult;
  beforeAll(async () => {
    shop = await Shop.start({ expedited: true });
    deployed = await shop.snapshotByTag('v1.2.3');
    shop.release('Release 3');
  }, 60_000);
  afterAll(() => shop.stop());

  test('the snapshot is taken before the deploy', () => {
    expect(outcomes(deployed)).toEqual({ snapshot: 'success', deploy: 'success' });
  });

  test('an expedited rollback needs no review where nothing is lost, and what was left out is recorded', async () => {
    const run = await shop.rollback({}, { approved: false }).done;
    expect(outcomes(run)).toEqual({ plan: 'success', execute: 'success', record: 'success' });
    expect(run.step('plan', 'rewind').outputs['snapshot-id']).toBe(
      deployed.step('snapshot', 'rewind').outputs['snapshot-id'],
    );
    expect(run.job('plan').summary).toContain('**Expedited**');
    expect(run.job('execute').summary).toContain('skipped: the review of "production"');
  });

  test('no secret is anywhere', () => expectNoLeak(shop));
});

describe('a repository without reviewers: plan, read, type the digest', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.start({ byDigest: true });
    await shop.snapshot();
    shop.flip(true);
  }, 60_000);
  afterAll(() => shop.stop());

  test('"List snapshots" shows what the form takes', async () => {
    const run = await shop.list();
    expect(outcomes(run)).toEqual({ list: 'success' });
    expect(run.summary).toContain('**latest**');
  });

  test('only planned; then without a digest, with another one, and with that of the plan', async () => {
    const planned = { plan: 'success', execute: 'skipped', record: 'skipped' };
    const only = await shop.rollback({ 'plan-only': 'true', scope: 'flags' }, { approved: false }).done;
    expect(outcomes(only)).toEqual(planned);
    const digest = only.step('plan', 'rewind').outputs['plan-digest'] ?? '';
    const digits = digest.slice(0, 12);
    expect(only.summary).toContain(`start the workflow again with the same inputs and digest: ${digits}`);
    const without = await shop.rollback({ scope: 'flags' }, { approved: false }).done;
    expect([outcomes(without), without.step('plan', 'rewind').outputs.approval]).toEqual([planned, 'digest']);
    // The form takes a pull request or a commit: both name the same snapshot, and the plan is the same.
    const snapshot = `#${shop.hub.pulls.find(({ title }) => title === 'Release 2')?.number ?? 0}`;
    const wrong = { digest: 'f'.repeat(12), scope: 'flags', snapshot };
    const other = await shop.rollback(wrong, { approved: false }).done;
    expect(outcomes(other)).toEqual({ ...planned, plan: 'failure' });
    expect(other.summary).toContain(`this plan has another one, ${digits}`);
    expect(shop.flags.items.get('new-checkout')?.value).toBe(true);
    const commit = shop.vercel.deployments.get(shop.project.production ?? '')?.meta.githubCommitSha ?? '';
    const right = { digest: digits, scope: 'flags', snapshot: commit };
    const typed = await shop.rollback(right, { approved: false }).done;
    expect(outcomes(typed)).toEqual({ plan: 'success', execute: 'success', record: 'success' });
    expect(typed.job('execute').summary).toContain('approved by alice, who typed the digest');
    expect(shop.flags.items.get('new-checkout')?.value).toBe(false);
  }, 90_000);

  test('no secret is anywhere', () => expectNoLeak(shop));
});

describe('what stops a rollback before anything is changed', () => {
  let shop: Shop;
  let broken: Record<string, unknown>;
  const restore = { database: 'restore', 'confirm-data-loss': DATABASE };

  beforeAll(async () => {
    shop = await Shop.start();
  }, 60_000);
  afterAll(() => shop.stop());

  test('no snapshot', async () => {
    const run = await shop.rollback({}).done;
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(errorsOf(run)).toContain('The store has no snapshot of "production" yet.');
    await shop.snapshot();
    await shop.breakEverything();
    broken = await shop.facts();
  });

  test('the environment does not exist: the plan fails, and nobody could have approved', async () => {
    shop.hub.environments.length = 0;
    const run = await shop.rollback(restore).done;
    shop.protect();
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(errorsOf(run)).toContain('The environment "production" does not exist');
    expect(run.step('plan', 'rewind').outputs['error-code']).toBe('environment-missing');
  });

  test('the environment asks nobody', async () => {
    const production = shop.hub.environment('production');
    if (production) production.reviewers = [];
    const run = await shop.rollback(restore).done;
    shop.protect();
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(run.step('plan', 'rewind').outputs['error-code']).toBe('environment-unprotected');
  });

  test('nobody has approved this run', async () => {
    const run = await shop.rollback(restore, { approved: false }).done;
    expect(outcomes(run)).toMatchObject({ plan: 'success', execute: 'failure' });
    expect(run.step('execute', 'rewind').outputs['error-code']).toBe('approval-missing');
  });

  test('the digest is not that of the plan at hand', async () => {
    const run = shop.rollback(restore, {
      onLog: (line, { runId }) => {
        if (!line.includes('[plan] 🏁')) return;
        // Somebody exchanged the plan between the approval and its execution.
        const own = shop.hub.artifacts.find(
          (entry) => entry.runId === runId && entry.name === 'rewind-plan-production',
        );
        if (own) own.zip = zipOfFiles({ 'plan.json': unpacked(own.zip).replaceAll('dpl_000005', 'dpl_000004').trim() });
      },
    });
    const result = await run.done;
    expect(outcomes(result)).toMatchObject({ plan: 'success', execute: 'failure' });
    expect(result.step('execute', 'rewind').outputs['error-code']).toBe('plan-mismatch');
  });

  test('production changed after the plan was made', async () => {
    const run = shop.rollback(restore, {
      onLog: (line) => {
        if (line.includes('[plan] 🏁')) shop.vercel.addEnv(shop.project, 'LATE', 'added while they read');
      },
    });
    const result = await run.done;
    shop.project.env = shop.project.env.filter(({ key }) => key !== 'LATE');
    expect(outcomes(result)).toMatchObject({ plan: 'success', execute: 'failure' });
    expect(result.step('execute', 'rewind').outputs['error-code']).toBe('plan-drift');
    expect(errorsOf(result)).toContain('LATE');
  });

  test('a secret is missing: it is named', async () => {
    const run = await shop.rollback(restore, { secrets: shop.secretsWithout('VERCEL_TOKEN') }).done;
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(errorsOf(run)).toContain('VERCEL_TOKEN is not set');
  });

  test('the identity is missing in the approved job', async () => {
    const run = await shop.rollback(restore, { secrets: shop.secretsWithout('REWIND_IDENTITY') }).done;
    expect(outcomes(run)).toMatchObject({ plan: 'success', execute: 'failure' });
    expect(errorsOf(run)).toContain('REWIND_IDENTITY');
  });

  test('the name of the database was not typed', async () => {
    const run = await shop.rollback({ database: 'restore' }).done;
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(run.step('plan', 'rewind').outputs.unconfirmed).toBe(DATABASE);
  });

  test('the name of another database was typed', async () => {
    const run = await shop.rollback({ database: 'restore', 'confirm-data-loss': 'another' }).done;
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(run.step('plan', 'rewind').outputs['error-code']).toBe('data-loss-unconfirmed');
  });

  test('the artifact of the snapshot has expired', async () => {
    const [artifact] = shop.hub.artifacts.filter(({ name }) => name.startsWith('rewind-snapshot-'));
    if (!artifact) throw new Error('there is no snapshot');
    artifact.expired = true;
    const id = artifact.name.replace('rewind-snapshot-production-', '');
    const run = await shop.rollback({ ...restore, snapshot: id }).done;
    artifact.expired = false;
    expect(outcomes(run)).toMatchObject({ plan: 'failure', execute: 'skipped' });
    expect(run.step('plan', 'rewind').outputs['error-code']).toBe('snapshot-expired');
  });

  test('a snapshot that a fork has uploaded is not believed', async () => {
    const [real] = shop.hub.artifacts.filter(({ name }) => name.startsWith('rewind-snapshot-'));
    const fork = shop.hub.addRun({ event: 'pull_request', fork: 'mallory/shop', branch: 'main' });
    const id = '20991231T235959Z-abcdef';
    shop.hub.addArtifact({ name: `rewind-snapshot-production-${id}`, zip: real?.zip ?? Buffer.alloc(0), run: fork.id });
    const run = await shop.rollback({ ...restore, snapshot: id }).done;
    expect(run.step('plan', 'rewind').outputs['error-code']).toBe('snapshot-foreign');
    const latest = await shop.rollback({ ...restore, 'confirm-data-loss': '' }).done;
    expect(latest.step('plan', 'rewind').outputs['snapshot-id']).not.toBe(id);
  });

  test('after all that, nothing was changed', async () => {
    expect(await shop.facts()).toEqual(broken);
  });

  test('no secret is anywhere', () => expectNoLeak(shop));
});

describe('a rollback that is cancelled half-way', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.start();
    await shop.snapshot();
  }, 60_000);
  afterAll(() => shop.stop());

  test('says how far it came, keeps its journal, and the next run does the rest', async () => {
    const before = await shop.facts();
    await shop.breakEverything();
    shop.vercel.behavior.jobMs = 3000;
    const first = await shop.rollback(
      { database: 'down', 'confirm-data-loss': DATABASE },
      {
        onLog: (line, run) => {
          // GitHub tells the program first, and ends it when it does not stop.
          if (line.includes('switching production to')) run.interrupt();
        },
      },
    ).done;
    shop.vercel.behavior.jobMs = 0;
    expect(outcomes(first)).toMatchObject({ plan: 'success', execute: 'failure' });
    const { summary } = first.job('execute');
    expect(summary).toContain('Rollback cancelled');
    const journal = shop.hub.artifacts.find(({ name }) => name.startsWith('rewind-rollback-production-'));
    expect(unpacked(journal?.zip ?? Buffer.alloc(0))).toContain('"event":"begin"');
    const second = await shop.rollback({ database: 'down', 'confirm-data-loss': DATABASE }).done;
    expect(outcomes(second)).toEqual({ plan: 'success', execute: 'success', record: 'success' });
    expect(await shop.facts()).toMatchObject({ ...before, points: 0 });
  });

  test('no secret is anywhere', () => expectNoLeak(shop));
});

describe('the same jobs in the repository of the user, by the composite action', () => {
  let shop: Shop;
  let before: Record<string, unknown>;
  let deployed: ActResult;
  let run: ActResult;
  beforeAll(async () => {
    shop = await Shop.start();
    before = await shop.facts();
    // Only the tunnel of the job reaches the database.
    const secrets = { ...shop.secrets, DATABASE_URL: shop.tunnelled };
    deployed = await shop.snapshot({ workflow: 'pre-deploy-snapshot-own-jobs.yml', secrets });
    await shop.breakEverything();
    run = await shop.rollback(
      { database: 'restore', 'confirm-data-loss': DATABASE },
      { workflow: 'rollback-production-own-jobs.yml' },
    ).done;
  }, 90_000);
  afterAll(() => shop.stop());

  test('the snapshot is taken through the tunnel, before the deploy', () => {
    expect(outcomes(deployed)).toEqual({ snapshot: 'success', deploy: 'success' });
    expect(
      deployed
        .job('deploy')
        .steps.map(({ log }) => log)
        .join(''),
    ).toContain(`snapshot ${deployed.step('snapshot', 'rewind').outputs['snapshot-id'] ?? '?'}`);
  });

  test('plan, roll back and record', async () => {
    expect(outcomes(run)).toEqual({ plan: 'success', execute: 'success', record: 'success' });
    expect(await shop.facts()).toEqual(before);
    expect(run.job('execute').summary).toContain('requested by alice; approved by bob');
    expect(namesOf(shop)).toEqual(expect.arrayContaining(['rewind-plan-production', 'rewind-report-production-1']));
    expect(namesOf(shop).filter((name) => name.startsWith('rewind-snapshot-'))).toHaveLength(2);
    expect(namesOf(shop).some((name) => name.startsWith('rewind-rollback-'))).toBe(true);
  });

  test('on a runner that keeps its workspace, a rollback that nobody approves is not taken for the last one', async () => {
    const last = shop.hub.artifacts.find(({ name }) => name.startsWith('rewind-report-'));
    const left = [...filesOf(last?.zip ?? Buffer.alloc(0))].map(([name, text]) => [`.rewind/${name}`, text] as const);
    expect(left.map(([name]) => name)).toEqual(expect.arrayContaining(['.rewind/result.json', '.rewind/report.html']));
    const staged = '.rewind/store/snapshots/production/20991231T235959Z-abcdef/SHA256SUMS';
    shop.consumer.keepWorkspace({ ...Object.fromEntries(left), [staged]: '' });
    shop.flip(true);
    const incident = shop.hub.addIssue({ title: 'Checkout is broken' });
    const next = await shop.rollback(
      { incident: String(incident.number) },
      { workflow: 'rollback-production-own-jobs.yml', approved: false },
    ).done;
    expect(outcomes(next)).toEqual({ plan: 'success', execute: 'failure', record: 'success' });
    expect(next.step('plan', 'rewind').outputs['snapshot-id']).toBe(run.step('plan', 'rewind').outputs['snapshot-id']);
    expect(next.step('execute', 'Roll back').outputs['error-code']).toBe('approval-missing');
    expect(next.job('record').summary).not.toContain('Rolled back');
    expect(shop.hub.comments.at(-1)?.body).toContain('Nothing was changed');
    // Only what this run wrote.
    const report = shop.hub.artifacts.find((one) => one.runId === next.runId && one.name.startsWith('rewind-report-'));
    const files = filesOf(report?.zip ?? Buffer.alloc(0));
    const digest = next.step('plan', 'rewind').outputs['plan-digest'] ?? '?';
    expect([...files.keys()].sort()).toEqual([expect.stringContaining(digest), 'result.json']);
    expect(files.get('result.json')).not.toContain('Rolled back');
  });

  test('no secret is anywhere', () => expectNoLeak(shop));
});

describe("Vercel's Git integration, three projects in one repository", () => {
  let shop: Shop;
  let build: Deployment;
  let before: string | null;
  beforeAll(async () => {
    shop = await Shop.start({ staged: true });
    before = shop.project.production;
    const { sha } = shop.hub.addCommit({ message: 'Release 3' });
    build = shop.vercel.release(shop.project, { meta: { githubCommitSha: sha } });
  }, 60_000);
  afterAll(() => shop.stop());

  test('a build of another project starts nothing', async () => {
    for (const name of ['docs', 'admin']) {
      const other = shop.vercel.addProject(name);
      const run = await shop.built(other, shop.vercel.addDeployment(other));
      expect(outcomes(run)).toEqual({ snapshot: 'skipped', promote: 'skipped' });
    }
  });

  test('a build of the configured project: snapshot of before, of its commit, then it is live, and the next stays staged', async () => {
    const run = await shop.built(shop.project, build);
    expect(outcomes(run)).toEqual({ snapshot: 'success', promote: 'success' });
    const id = run.step('snapshot', 'rewind').outputs['snapshot-id'] ?? '';
    const [artifact] = shop.hub.artifacts.filter(({ name }) => name.startsWith('rewind-snapshot-'));
    const { commit, resources } = JSON.parse(
      [...filesOf(artifact?.zip ?? Buffer.alloc(0))].find(([name]) => name.endsWith('manifest.json'))?.[1] ?? '{}',
    ) as { commit: string; resources: { id: string; state: { production: { id: string } } }[] };
    expect(id).not.toBe('');
    expect(commit).toBe(build.meta.githubCommitSha);
    expect(resources.find(({ id: one }) => one === 'web')?.state.production.id).toBe(before);
    expect(run.job('promote').summary).toContain(`${build.id} serves production of web`);
    expect([shop.project.production, shop.project.autoAssignCustomDomains]).toEqual([build.id, false]);
  });

  test('after a rollback, the next build is not promoted over it', async () => {
    const back = await shop.rollback({ scope: 'web' }).done;
    expect(outcomes(back)).toMatchObject({ execute: 'success' });
    expect(shop.project.production).toBe(before);
    const { sha } = shop.hub.addCommit({ message: 'Release 4' });
    const run = await shop.built(shop.project, shop.vercel.release(shop.project, { meta: { githubCommitSha: sha } }));
    expect(outcomes(run)).toEqual({ snapshot: 'failure', promote: 'skipped' });
    expect(shop.project.production).toBe(before);
  });

  test('no secret is anywhere', () => expectNoLeak(shop));
});

describe('a pull request', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.start();
    await shop.snapshot();
  }, 60_000);
  afterAll(() => shop.stop());

  const pull = async (branch: string, files: Record<string, string>, fromFork = false): Promise<ActResult> => {
    const { number } = shop.hub.addPull({ title: branch });
    shop.consumer.commit(files, branch, branch);
    const { eventPayload, ref, sha } = shop.consumer.pullRequest({ number, branch, fromFork });
    const secrets = { GITHUB_TOKEN: shop.secrets.GITHUB_TOKEN ?? '' };
    return shop.run(`the pull request ${branch}`, {
      event: 'pull_request',
      workflow: 'rollback-readiness.yml',
      eventPayload,
      ref,
      sha,
      secrets,
      env: { GITHUB_BASE_REF: 'main' },
    });
  };
  const next = 'prisma/migrations/20261201000000_next';

  test('that can be rolled back is green', async () => {
    const run = await pull('good', {
      [`${next}/migration.sql`]: 'ALTER TABLE fans ADD COLUMN phone TEXT;\n',
      [`${next}/down.sql`]: 'ALTER TABLE fans DROP COLUMN phone;\n',
    });
    expect(outcomes(run)).toEqual({ readiness: 'success' });
    expect(run.summary).toContain('migration-reverts');
    expect(shop.hub.comments.at(-1)?.body).toContain('Ready');
  });

  test('that cannot is red, with the reason on the line', async () => {
    const run = await pull('bad', {
      [`${next}/migration.sql`]: '-- later\nALTER TABLE fans RENAME COLUMN email TO mail;\n',
    });
    expect(outcomes(run)).toEqual({ readiness: 'failure' });
    expect(run.annotations).toContainEqual(
      expect.objectContaining({
        level: 'error',
        properties: { file: `${next}/migration.sql`, line: '2', col: '1', title: 'renaming-column' },
      }),
    );
  });

  test('in a merge queue is compared with the base of its group, by the own jobs on a runner of the company', async () => {
    const { sha } = shop.consumer.pullRequest({ number: 99, branch: 'bad' });
    const ref = `refs/heads/gh-readonly-queue/main/pr-99-${shop.consumer.sha}`;
    const group = { head_sha: sha, head_ref: ref, base_sha: shop.consumer.sha, base_ref: 'refs/heads/main' };
    const run = await shop.run('the merge queue', {
      event: 'merge_group',
      workflow: 'rollback-readiness-own-jobs.yml',
      eventPayload: { action: 'checks_requested', merge_group: group },
      ref,
      sha,
      secrets: { GITHUB_TOKEN: shop.secrets.GITHUB_TOKEN ?? '' },
    });
    expect(outcomes(run)).toEqual({ readiness: 'failure' });
    expect(run.annotations.map(({ properties }) => properties.title)).toContain('renaming-column');
  });

  test('of a fork, whose token may not comment, is judged all the same', async () => {
    const comments = shop.hub.comments.length;
    shop.hub.permissions = new Set(['actions:read', 'contents:read', 'pull-requests:read']);
    const run = await pull('fork', { 'README.md': '# Shop\n' }, true);
    expect(outcomes(run)).toEqual({ readiness: 'success' });
    expect(run.summary).toContain('Rollback readiness');
    expect(shop.hub.comments).toHaveLength(comments);
  });

  test('no secret is anywhere', () => expectNoLeak(shop));
});
