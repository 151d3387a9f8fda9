import { expect, test } from '@jest/globals';
import type { Change } from '../../src/engine/change.js';
import { plan as scaling } from '../../src/providers/aws-scaling/plan.js';
import { state as scalingState } from '../../src/providers/aws-scaling/state.js';
import { plan as cloudfront } from '../../src/providers/cloudfront/plan.js';
import { state as distributionState } from '../../src/providers/cloudfront/state.js';
import { capabilities as lambdaCapabilities } from '../../src/providers/lambda-concurrency/capabilities.js';
import { plan as lambda } from '../../src/providers/lambda-concurrency/plan.js';
import { state as lambdaState } from '../../src/providers/lambda-concurrency/state.js';
import { plan as compute } from '../../src/providers/neon-compute/plan.js';
import { state as computeState } from '../../src/providers/neon-compute/state.js';
import { plan as branch } from '../../src/providers/neon-branch/plan.js';
import { state as branchState } from '../../src/providers/neon-branch/state.js';
import { plan as prisma } from '../../src/providers/prisma/plan.js';
import { state as prismaState } from '../../src/providers/prisma/state.js';
import { plan as rds } from '../../src/providers/rds-snapshot/plan.js';
import { restoredName } from '../../src/providers/rds-snapshot/names.js';
import { state as rdsState, type State as RdsState } from '../../src/providers/rds-snapshot/state.js';
import { ASPECTS } from '../../src/providers/s3-bucket/documents.js';
import { plan as bucket } from '../../src/providers/s3-bucket/plan.js';
import { state as bucketState } from '../../src/providers/s3-bucket/state.js';
import { plan as edgeConfig } from '../../src/providers/vercel-edge-config/plan.js';
import { state as edgeConfigState } from '../../src/providers/vercel-edge-config/state.js';
import { plan as env } from '../../src/providers/vercel-env/plan.js';
import { state as envState } from '../../src/providers/vercel-env/state.js';
import { plan as flags } from '../../src/providers/vercel-flags/plan.js';
import { state as flagsState } from '../../src/providers/vercel-flags/state.js';
import { plan as project } from '../../src/providers/vercel-project/plan.js';
import { state as projectState } from '../../src/providers/vercel-project/state.js';

/** The configuration names another object than it did when the snapshot was taken: nothing of one is written to the other. */
const domain = { name: 'shop.example.com', redirect: null, redirectStatusCode: null };
const place = { gitBranch: null, customEnvironmentId: null };
const down = { name: '1_points', sha256: 's', path: 'down.sql', losing: [], outsideTransaction: [], edited: false };
const AT = '2026-01-01T00:00:00Z';
const scaled = { min: 1, max: 4, suspended: { scaleIn: false, scaleOut: false, scheduled: false } };

const neonBranch = (project: string, written: number, compared: boolean, production: { id: string; name: string }) =>
  branchState.parse({
    ...{ schemaVersion: 1, project, snapshot: 's' },
    production: {
      ...production,
      root: false,
      mark: 'm',
      resetAt: null,
      written,
      activeSeconds: 0,
      size: 1,
      computes: [],
    },
    copy: { id: 'br-c', name: 'rewind-db-s', lsn: '0/1', at: AT, expires: null, writable: false, written: 0 },
    compared: compared ? { idleSince: null, restore: null } : null,
  });

interface Rds {
  readonly region?: string;
  readonly kind?: 'instance' | 'cluster';
  readonly id?: string;
  readonly resourceId?: string;
  readonly database?: string;
}

/** Without the switch of the application, which is a person's in each plan. */
const rdsPlan = (live: Rds): Change[] =>
  rds(rdsSnapshot('a', false), rdsSnapshot('b', true, live)).filter(({ id }) => id !== 'switch');

function rdsSnapshot(catalogs: string, compared: boolean, named: Rds = {}): RdsState {
  const { region = 'eu-west-1', kind = 'instance', id = 'shop', resourceId = `db-${id}`, database = 'app' } = named;
  const source = { kind, id, resourceId, endpoint: `${id}.rds:5432`, members: 0, settings: {} };
  return rdsState.parse({
    ...{ schemaVersion: 1, region, resource: 'db', snapshot: 's', source },
    reading: {
      ...{
        database,
        serverMajor: 18,
        catalogs,
        sequences: {},
        others: [],
        tables: [],
        layout: { tables: {}, enums: {} },
      },
      ...{ largeObjects: { count: 0, content: '' }, boundary: { next: '3', open: [], oldest: '3', seen: null } },
      ...{ origin: { server: null, database: '1' }, restored: null },
    },
    copy: {
      kind: 'instance',
      method: 'snapshot',
      id: 'c',
      at: AT,
      status: 'available',
      resourceId: 'r',
      version: null,
    },
    compared: compared ? { url: `${id}.rds:5432`, restored: null } : null,
  });
}

/** One migration more than the snapshot. */
function prismaPlan(named: { readonly database?: string; readonly schema?: string }): Change[] {
  const row = { id: 'r', name: '1_points', checksum: 'c', startedAt: 1, finished: true, rolledBack: false };
  const of = (history: readonly object[], { database = 'a', schema = 'public' } = {}) =>
    prismaState.parse({
      ...{ schemaVersion: 1, database, schema, closed: null, history },
      downs: history.length === 0 ? [] : [down],
      ups: [],
    });
  return prisma(of([]), of([row], named));
}

const lambdaStateOf = (name: string, reserved: number, qualifier: string | null = null) =>
  lambdaState.parse({
    ...{ schemaVersion: 1, region: 'eu-west-1', function: name },
    ...{ qualifier, reserved, provisioned: null },
  });

const CASES: Record<string, (one: boolean) => Change[]> = {
  's3-bucket': (one) => {
    const settings = Object.fromEntries(ASPECTS.map((aspect) => [aspect, null]));
    const blocks = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    };
    const of = (name: string, cors: object | null) =>
      bucketState.parse({ schemaVersion: 1, bucket: name, settings: { ...settings, cors }, blocks, mfaDelete: null });
    return bucket(of('a', { fingerprint: 'f', summary: [], dangers: [] }), of(one ? 'a' : 'b', null));
  },
  cloudfront: (one) => {
    const of = (distribution: string, Enabled: string) =>
      distributionState.parse({
        ...{ schemaVersion: 1, distribution, fields: { Enabled }, sealed: {}, functions: {}, staging: false },
        ...{ deploymentPolicy: null, modified: AT, invalidate: [], invalidated: false },
      });
    return cloudfront(of('E1', 'true'), of(one ? 'E1' : 'E2', 'false'));
  },
  'vercel-env': (one) => {
    const row = { id: 'e', key: 'KEY', target: ['production'], ...{ gitBranch: null, customEnvironmentIds: [] } };
    const of = (project: string, value: string) =>
      envState.parse({
        ...{ schemaVersion: 1, project, snapshot: 's', skipped: [], supplied: [] },
        rows: [{ ...row, type: 'encrypted', value, comment: null, updatedAt: 1 }],
      });
    return env(of('prj_a', 'a'), of(one ? 'prj_a' : 'prj_b', 'b'));
  },
  'vercel-flags': (one) => {
    const flag = { slug: 'f', state: 'active', variants: 'v', tags: [] };
    const of = (project: string, active: boolean) =>
      flagsState.parse({
        ...{ schemaVersion: 1, project },
        flags: [{ ...flag, environments: { production: { active, rules: 0, targeting: 't', experiment: false } } }],
      });
    return flags(of('prj_a', true), of(one ? 'prj_a' : 'prj_b', false));
  },
  'vercel-project': (one) => {
    const of = (id: string, domains: readonly object[]) =>
      projectState.parse({
        ...{ schemaVersion: 1, project: id, name: id, settings: {}, domains, cronsEnabled: true, firewall: null },
        rollingRelease: { value: 'r', preview: 'none' },
      });
    return project(of('prj_a', [{ ...domain, ...place }]), of(one ? 'prj_a' : 'prj_b', []));
  },
  'vercel-edge-config': (one) => {
    const of = (store: string, value: string) =>
      edgeConfigState.parse({
        ...{ schemaVersion: 1, store, slug: 'flags', purpose: null },
        items: [{ key: 'k', value, preview: value, description: null }],
      });
    return edgeConfig(of('ecfg_a', '1'), of(one ? 'ecfg_a' : 'ecfg_b', '2'));
  },
  'lambda-concurrency': (one) => lambda(lambdaStateOf('a', 1), lambdaStateOf(one ? 'a' : 'b', 2)),
  'lambda-concurrency, another qualifier': (one) =>
    lambda(lambdaStateOf('a', 1, 'live'), lambdaStateOf('a', 2, one ? 'live' : 'blue')),
  'lambda-concurrency, no qualifier any more': (one) =>
    lambda(lambdaStateOf('a', 1, 'live'), lambdaStateOf('a', 2, one ? 'live' : null)),
  'aws-scaling': (one) => {
    const of = (region: string, max: number) =>
      scalingState.parse({
        ...{ schemaVersion: 1, region, target: 'service/shop/web', dimension: 'ecs:service:DesiredCount' },
        scaling: { ...scaled, max },
      });
    return scaling(of('eu-west-1', 4), of(one ? 'eu-west-1' : 'us-east-1', 8));
  },
  'neon-compute': (one) => {
    const of = (endpoint: string, max: number) =>
      computeState.parse({
        ...{ schemaVersion: 1, project: 'p', endpoint, limits: { min: 1, max }, suspendAfter: 0 },
      });
    return compute(of('ep-a', 4), of(one ? 'ep-a' : 'ep-b', 8));
  },
  'neon-branch': (one) => {
    const main = { id: 'br-main', name: 'main' };
    return branch(neonBranch('p', 0, false, main), neonBranch(one ? 'p' : 'q', 1, true, main));
  },
  'neon-branch, another branch': (one) => {
    const named = one ? { id: 'br-new', name: 'main' } : { id: 'br-test', name: 'test' };
    return branch(neonBranch('p', 0, false, { id: 'br-main', name: 'main' }), neonBranch('p', 1, true, named));
  },
  'rds-snapshot': (one) => rdsPlan(one ? {} : { id: 'other' }),
  'rds-snapshot, another region': (one) => rdsPlan(one ? {} : { region: 'us-east-1' }),
  'rds-snapshot, another database': (one) => rdsPlan(one ? {} : { database: 'test' }),
  prisma: (one) => prismaPlan(one ? {} : { database: 'b' }),
  'prisma, another schema': (one) => prismaPlan(one ? {} : { schema: 'app' }),
};

/** What to do if a person built the object again under the other name. */
const REBUILT: Readonly<Record<string, readonly string[]>> = {
  'rds-snapshot': [
    'If instance "other" was built in place of "shop", do so as well, for this plan only: "shop" need not exist any more. The restore is a new instance beside production and changes neither.',
  ],
  'neon-branch, another branch': [
    'If branch "test" was made in place of "main", give it that name in Neon first: a branch with the name counts as the same one.',
  ],
};

test.each(Object.keys(CASES))('%s: left to a person, who is told both names', (provider) => {
  const plan = CASES[provider];
  // The case itself has a difference.
  expect(plan?.(true)).toMatchObject([expect.not.objectContaining({ manual: expect.anything() })]);
  const [change, ...more] = plan?.(false) ?? [];
  expect([more, change?.id]).toEqual([[], 'other-object']);
  const [held] = /.*(?= \(in the snapshot\)$)/.exec(change?.after ?? '') ?? [];
  const manual = `Set ${held} in the configuration and plan again, or choose a newer snapshot.`;
  expect(change?.manual).toBe([manual, ...(REBUILT[provider] ?? [])].join(' '));
  expect(change?.before).toMatch(/^\w+ \S+ \(in the configuration\)$/);
});

test.each<[string, Rds]>([
  ['renamed', { id: 'shop-2', resourceId: 'db-shop' }],
  ['made again under its identifier', { resourceId: 'db-new' }],
  ['what a rollback restored from it', { id: restoredName('shop', 'db', 'an-older-one') }],
  ['a restore of a restore', { id: restoredName(restoredName('shop', 'db', 'one'), 'db', 'two') }],
  ['moved to a cluster', { kind: 'cluster', id: 'shop-cluster' }],
])('rds-snapshot, production has moved (%s): it is not another object', (_, named) => {
  expect(rds(rdsSnapshot('a', false), rdsSnapshot('b', true, named)).map(({ id }) => id)).toEqual([
    'restore',
    'switch',
  ]);
});

test('what was built again under another name: what the remedy says leads to a restore', () => {
  const gone = { ...rdsSnapshot('b', true, { id: 'other' }), source: null };
  expect(rds(rdsSnapshot('a', false), gone).map(({ id, manual }) => [id, manual === undefined])).toEqual([
    ['restore', true],
    ['switch', false],
  ]);
  const renamed = neonBranch('p', 1, true, { id: 'br-test', name: 'main' });
  expect(branch(neonBranch('p', 0, false, { id: 'br-main', name: 'main' }), renamed)).toMatchObject([
    { id: 'restore', params: { target: 'br-test' } },
  ]);
});

test('lambda-concurrency, a qualifier since the snapshot: what is provisioned for it is not compared, and the claim says so', () => {
  const [saved, live] = [lambdaStateOf('a', 1), { ...lambdaStateOf('a', 2, 'live'), provisioned: PROVISIONED }];
  expect(lambda(saved, live)).toMatchObject([{ id: 'reserved-concurrency' }]);
  const told = 'provisioned concurrency of a:live: the snapshot does not hold it';
  expect(lambdaCapabilities.blindSpots?.(saved, live)).toEqual([told]);
  expect(lambdaCapabilities.blindSpots?.(live, live)).toEqual([]);
});
const PROVISIONED = { requested: 5, failed: false };

test('rds-snapshot: the identifier of another server does not become its own by its beginning', () => {
  const long = 'shop-with-a-name-that-fills-the-identifier-of-';
  const changes = rds(rdsSnapshot('a', false, { id: `${long}eu` }), rdsSnapshot('b', true, { id: `${long}us` }));
  expect(changes.map(({ id }) => id)).toEqual(['other-object']);
});
