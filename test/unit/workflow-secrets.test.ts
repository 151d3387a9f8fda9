import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** Which job of our workflows may hold which credential. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const workflow = z.looseObject({
  jobs: z.record(
    z.string(),
    z.looseObject({
      uses: z.string().optional(),
      environment: z.union([z.string(), z.looseObject({ name: z.string() })]).optional(),
      steps: z.array(z.unknown()).optional(),
    }),
  ),
});

interface Job {
  readonly file: string;
  readonly id: string;
  readonly environment: string | null;
  /** The words of its steps after `command:`. */
  readonly commands: string;
  readonly secrets: readonly string[];
  readonly roles: readonly string[];
}

const jobs = [
  '.github/workflows/snapshot.yml',
  '.github/workflows/release.yml',
  '.github/workflows/rollback.yml',
  '.github/workflows/recover.yml',
  '.github/workflows/mitigate.yml',
  '.github/workflows/monitor.yml',
  '.github/workflows/drill.yml',
  'examples/rollback-production-own-jobs.yml',
  'examples/pre-deploy-snapshot-own-jobs.yml',
  'examples/pre-deploy-snapshot-git-integration.yml',
].flatMap((file) =>
  Object.entries(workflow.parse(parse(readFileSync(join(ROOT, file), 'utf8'))).jobs)
    // A job that calls a workflow hands secrets over; the called job names the environment.
    .filter(([, { uses }]) => uses === undefined)
    .map(([id, job]): Job => {
      const text = JSON.stringify(job.steps ?? []);
      const { environment } = job;
      return {
        file,
        id,
        environment: typeof environment === 'string' ? environment : (environment?.name ?? null),
        commands: [...text.matchAll(/"command":"([^"]+)"/g)].map(([, command]) => command ?? '').join('\n'),
        secrets: [...text.matchAll(/secrets\.([A-Z_]+)/g)].map(([, name]) => name ?? ''),
        roles: [...text.matchAll(/"role-to-assume":"([^"]+)"/g)].map(([, role]) => role ?? ''),
      };
    }),
);

const writes = ({ id }: Job): boolean => id === 'execute' || id === 'lift';

describe('credentials of the jobs', () => {
  test('a job that holds a credential names an environment', () => {
    const holders = jobs.filter(({ secrets, roles }) => secrets.length + roles.length > 0);
    const ids = [
      ...['drill', 'execute', 'execute', 'execute', 'execute', 'lift', 'plan', 'plan', 'plan', 'plan'],
      ...['promote', 'release', 'snapshot', 'snapshot', 'watch'],
    ];
    expect(holders.map(({ id }) => id).sort()).toEqual(ids);
    expect(holders.filter(({ environment }) => environment === null)).toEqual([]);
  });

  test('the identity is in the approved jobs only, the signing key in the jobs that capture only', () => {
    const holding = (name: string): string[] => [
      ...new Set(jobs.filter(({ secrets }) => secrets.includes(name)).map(({ id }) => id)),
    ];
    // The approval of a mitigation covers its lift. A drill has an environment of its own, and an identity of its own.
    expect(holding('REWIND_IDENTITY')).toEqual(['execute', 'lift', 'drill']);
    expect(holding('REWIND_SIGNING_KEY')).toEqual(['snapshot', 'release']);
    // A job without an approval could sign that something was approved.
    expect(holding('REWIND_APPROVAL_KEY')).toEqual(['execute']);
  });

  test('the jobs that read and the job that writes have other environments and other roles', () => {
    for (const file of new Set(jobs.map((job) => job.file))) {
      const own = jobs.filter((job) => job.file === file);
      const [reading, writing] = [own.filter((one) => !writes(one)), own.filter(writes)];
      for (const { environment, roles } of writing) {
        expect(reading.map((job) => job.environment)).not.toContain(environment);
        expect(reading.flatMap((job) => job.roles).filter((role) => roles.includes(role))).toEqual([]);
        expect(roles).toHaveLength(1);
      }
    }
  });

  test('each workflow that plans mitigations signs in its approved job what the lift acts on', () => {
    const planning = jobs.filter(({ commands }) => commands.includes('mitigate'));
    const signing = jobs.filter(({ secrets }) => secrets.includes('REWIND_APPROVAL_KEY'));
    expect(signing.every(({ id }) => id === 'execute')).toBe(true);
    const files = (of: readonly Job[]): string[] => [...new Set(of.map(({ file }) => file))].sort();
    expect(files(signing)).toEqual(files(planning));
    expect(files(signing)).toHaveLength(3);
  });

  test('the lift, which nobody approves, shares neither environment nor role with another job, and cannot write data', () => {
    const lift = jobs.find(({ id }) => id === 'lift');
    const others = jobs.filter(({ id, file }) => file === lift?.file && id !== 'lift');
    expect(others.map(({ environment }) => environment)).not.toContain(lift?.environment);
    expect(others.flatMap(({ roles }) => roles)).not.toContain(lift?.roles[0]);
    expect(lift?.secrets).toContain('REWIND_SECRETS');
    for (const name of ['DATABASE_URL', 'STRIPE_API_KEY']) expect(lift?.secrets).not.toContain(name);
  });
});

test('each example that probes hands over what the probes of the example configuration need', () => {
  const { probes } = z
    .looseObject({ probes: z.array(z.looseObject({ adapter: z.string() })) })
    .parse(parse(readFileSync(join(ROOT, 'examples/rewind.yml'), 'utf8')));
  const named = [...JSON.stringify(probes).matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name ?? '');
  expect([named.length > 0, probes.some(({ adapter }) => adapter === 'stripe-payments')]).toEqual([true, true]);
  const calling = z.looseObject({
    uses: z.string(),
    secrets: z.record(z.string(), z.string()),
  });
  const calls = readdirSync(join(ROOT, 'examples'))
    .filter((file) => file.endsWith('.yml') && !file.startsWith('rewind'))
    .flatMap((file) =>
      Object.values(workflow.parse(parse(readFileSync(join(ROOT, 'examples', file), 'utf8'))).jobs).flatMap((job) => {
        const call = calling.safeParse(job).data;
        const name = call?.uses.match(/workflows\/(snapshot|monitor|rollback|recover|mitigate)\.yml@/)?.[1];
        return call === undefined || name === undefined ? [] : [{ file, name, handed: Object.keys(call.secrets) }];
      }),
    );
  expect(new Set(calls.map(({ name }) => name))).toEqual(
    new Set(['snapshot', 'monitor', 'rollback', 'recover', 'mitigate']),
  );
  for (const { file, name, handed } of calls) {
    expect([file, handed]).toEqual([file, expect.arrayContaining(['STRIPE_API_KEY', 'REWIND_SECRETS'])]);
    // The control of a watch is found out at the snapshot; after a rollback there is none.
    if (name === 'snapshot' || name === 'monitor') expect(handed).toContain('VERCEL_AUTOMATION_BYPASS_SECRET');
  }
});

test('the attestation is a workflow of its own: the snapshot workflow asks its callers for no further permission', () => {
  const read = (file: string): string => readFileSync(join(ROOT, '.github/workflows', file), 'utf8');
  expect(read('snapshot.yml')).not.toContain('attestations:');
  expect(read('snapshot.yml')).toContain('artifact: ${{ steps.rewind.outputs.snapshot-artifact }}');
  const { jobs: found } = workflow.parse(parse(read('attest.yml')));
  expect(found).toMatchObject({ attest: { permissions: { 'id-token': 'write', attestations: 'write' } } });
  const steps = z.array(z.looseObject({ uses: z.string().optional() })).parse(found.attest?.steps);
  const actions = steps.flatMap(({ uses }) => uses ?? []);
  for (const uses of actions) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  // A runner that keeps its workspace may hold the manifest of an earlier run, which must not be attested.
  expect(steps[0]).toMatchObject({ run: 'rm -rf snapshot' });
});

test('each job on a runner that may keep its workspace begins with a checkout that cleans it, or cleans it', () => {
  const files = ['.github/workflows', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`),
  );
  const firsts = files.flatMap((file) => {
    // A release runs on the runners of GitHub alone, and each is new.
    if (file.endsWith('/_release.yml')) return [];
    const parsed = workflow.safeParse(parse(readFileSync(join(ROOT, file), 'utf8'))).data;
    return Object.entries(parsed?.jobs ?? {}).flatMap(([id, { steps = [] }]) => {
      return /"uses":"[^"]*(rewind|artifact)/.test(JSON.stringify(steps)) ? [{ name: `${file} ${id}`, steps }] : [];
    });
  });
  expect(firsts.length).toBeGreaterThanOrEqual(18);
  for (const { name, steps } of firsts) {
    const first = JSON.stringify(steps[0]);
    expect([name, first]).toEqual([
      name,
      expect.stringMatching(/actions\/checkout@|"run":"rm -rf (\.rewind|snapshot)"/),
    ]);
    expect([name, JSON.stringify(steps)]).toEqual([name, expect.not.stringContaining('"clean":')]);
  }
});

test.each([
  '.github/workflows/rollback.yml',
  '.github/workflows/recover.yml',
  'examples/rollback-production-own-jobs.yml',
])('%s: a record that is started again alone takes the report of the attempt that rolled back', (file) => {
  const shape = z.looseObject({ outputs: z.record(z.string(), z.string()).optional(), steps: z.array(z.unknown()) });
  const text = parse(readFileSync(join(ROOT, file), 'utf8')) as { jobs: Record<string, unknown> };
  const [execute, record] = ['execute', 'record'].map((id) => shape.parse(text.jobs[id]));
  expect(execute?.outputs?.attempt).toBe('${{ github.run_attempt }}');
  const steps = JSON.stringify(record?.steps);
  expect(steps).toContain(
    'rewind-report-${{ needs.plan.outputs.label }}-${{ needs.execute.outputs.attempt || github.run_attempt }}',
  );
  expect(steps).toContain('"attempt":"${{ needs.execute.outputs.attempt || github.run_attempt }}"');
  // A runner that was lost after the upload of the report gave no outputs.
  expect(steps.split('github.run_attempt')).toHaveLength(3);
});
