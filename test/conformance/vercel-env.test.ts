import fc from 'fast-check';
import provider from '../../src/providers/vercel-env/index.js';
import { config as schema, type Config } from '../../src/providers/vercel-env/config.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import type { EnvRow, Project } from '../sandbox/vercel/model.js';
import { testContext } from '../support/context.js';
import { conformance } from './suite.js';

const SECRETS = ['sk_live_0123456789abcdef', 'postgresql://u:hunter2-secret@h/db', 'supplied-secret-0123456789'];
const KEYS = ['STRIPE_KEY', 'DATABASE_URL', 'NODE_ENV', 'FEATURES', 'NEW_ONE', 'SIGNING_SECRET'];
const places: fc.Arbitrary<Pick<EnvRow, 'target' | 'gitBranch'>> = fc.constantFrom(
  { target: ['production'], gitBranch: null },
  { target: ['production', 'preview'], gitBranch: null },
  { target: ['preview'], gitBranch: null },
  { target: ['preview'], gitBranch: 'staging' },
);
const type = fc.constantFrom<EnvRow['type']>('plain', 'encrypted', 'sensitive');
const mutations = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    key: fc.constantFrom(...KEYS),
    value: fc.string({ maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('comment' as const),
    key: fc.constantFrom(...KEYS),
    value: fc.constantFrom('why', ''),
  }),
  fc.record({ kind: fc.constant('type' as const), key: fc.constantFrom(...KEYS), type }),
  fc.record({ kind: fc.constant('place' as const), key: fc.constantFrom(...KEYS), place: places }),
  fc.record({ kind: fc.constant('delete' as const), key: fc.constantFrom(...KEYS) }),
  fc.record({
    kind: fc.constant('add' as const),
    key: fc.constantFrom(...KEYS),
    place: places,
    type,
    value: fc.string({ maxLength: 30 }),
  }),
);
type Mutation = typeof mutations extends fc.Arbitrary<infer T> ? T : never;

conformance<Config, Awaited<ReturnType<typeof provider.capture>>, Mutation>({
  name: 'vercel-env',
  provider,
  async start() {
    const vercel = await new VercelSandbox().start();
    const ctx = testContext({
      env: {
        VERCEL_TOKEN: 'vercel-token-sandbox',
        VERCEL_API_URL: vercel.url,
        REWIND_FINGERPRINT_KEY: 'k',
        // The values that Vercel does not give back.
        REWIND_ENV_SIGNING_SECRET: SECRETS[2],
      },
      http: { backoffMs: 0.5 },
    });
    const config: Record<string, unknown> = {
      id: 'subject',
      provider: 'vercel-env',
      project: 'prj_x',
      team: TEAM,
      targets: ['production', 'preview'],
    };
    let project: Project;
    let other: Project;
    const overlaps = (row: EnvRow, one: Pick<EnvRow, 'key' | 'target' | 'gitBranch'>): boolean =>
      row.key === one.key &&
      row.gitBranch === one.gitBranch &&
      row.target.some((target) => one.target.includes(target));
    return {
      get config() {
        return schema.parse(config);
      },
      ctx,
      async reset() {
        vercel.clear();
        project = vercel.addProject('shop');
        config.project = project.id;
        vercel.addEnv(project, 'STRIPE_KEY', SECRETS[0] ?? '', { comment: 'live' });
        vercel.addEnv(project, 'DATABASE_URL', SECRETS[1] ?? '', { target: ['production', 'preview'] });
        vercel.addEnv(project, 'NODE_ENV', 'production', { type: 'plain' });
        vercel.addEnv(project, 'FEATURES', 'a', { target: ['production'] });
        vercel.addEnv(project, 'FEATURES', 'b', { target: ['preview'] });
        vercel.addEnv(project, 'FEATURES', 'c', { target: ['preview'], gitBranch: 'staging' });
        vercel.addEnv(project, 'SIGNING_SECRET', SECRETS[2] ?? '', { type: 'sensitive' });
        vercel.addEnv(project, 'VERCEL_URL', '', { type: 'system' });
        vercel.addEnv(project, 'MANAGED', 'x', { configurationId: 'icfg_1' });
        vercel.addEnv(project, 'LOCAL', 'dev only', { target: ['development'] });
        other = vercel.addProject('other');
        vercel.addEnv(other, 'STRIPE_KEY', 'theirs');
      },
      mutations,
      async mutate(mutation) {
        const rows = project.env.filter(({ key }) => key === mutation.key);
        const [row] = rows;
        const touch = (change: Partial<EnvRow>): void => {
          if (row) Object.assign(row, change, { updatedAt: vercel.now() });
        };
        if (mutation.kind === 'value') touch({ value: mutation.value });
        if (mutation.kind === 'comment') touch({ comment: mutation.value === '' ? null : mutation.value });
        // The dashboard cannot turn a sensitive variable into another kind.
        if (mutation.kind === 'type' && row?.type !== 'sensitive') touch({ type: mutation.type });
        if (mutation.kind === 'delete' && row) project.env.splice(project.env.indexOf(row), 1);
        if (mutation.kind === 'place' && row) {
          const wanted = { key: row.key, ...mutation.place };
          if (!rows.some((one) => one !== row && overlaps(one, wanted))) touch(mutation.place);
        }
        if (mutation.kind === 'add') {
          const wanted = { key: mutation.key, ...mutation.place };
          if (!rows.some((one) => overlaps(one, wanted)))
            vercel.addEnv(project, mutation.key, mutation.value, { ...mutation.place, type: mutation.type });
        }
      },
      outside: async () => [
        other.env,
        project.env.filter(({ key }) => ['VERCEL_URL', 'MANAGED', 'LOCAL'].includes(key)),
      ],
      writes: () => vercel.writes,
      secrets: [...SECRETS, 'vercel-token-sandbox'],
      crashAfterWrite: (n) => vercel.crashAfterWrite(n),
      close: () => vercel.stop(),
    };
  },
});
