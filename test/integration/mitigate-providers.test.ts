import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SCALING_KEY_ID, SCALING_SECRET, ScalingSandbox } from '../sandbox/aws/scaling.js';
import { UnleashFixture } from '../sandbox/unleash/fixture.js';
import { UnleashSandbox } from '../sandbox/unleash/server.js';
import { newFlag } from '../sandbox/vercel/flags.js';
import type { Project } from '../sandbox/vercel/model.js';
import { TEAM, VercelSandbox } from '../sandbox/vercel/server.js';
import { sourcesAfter } from '../support/program.js';
import { makeRepository, type Repository } from '../support/repository.js';

/** Measures of the other providers by the program: planned, applied, killed after a write, finished, undone. */
const WRITES = fileURLToPath(new URL('../fuzz/writes.mjs', import.meta.url));
const TARGET = 'service/shop/web';
const DIMENSION = 'ecs:service:DesiredCount';
const aws = new ScalingSandbox();
const unleash = new UnleashSandbox();
let vercel: VercelSandbox;
let project: Project;
let repository: Repository;

beforeAll(async () => {
  vercel = await new VercelSandbox().start();
  await Promise.all([aws.start(), unleash.start()]);
  unleash.tokens.set('admin', 'admin');
  await new UnleashFixture(unleash.url, 'admin').reset();
  project = vercel.addProject('shop', ['shop.example.com']);
  for (const slug of ['search', 'basket']) vercel.flagsOf(project).set(slug, newFlag(slug, { tags: ['risky'] }));
  aws.addTarget(TARGET, DIMENSION, 2, 10);
  Object.assign(aws.addFunction('checkout', 'live'), { reserved: 10 });
  aws.addFunction('mail');
  repository = await makeRepository({
    sections: [
      'approval: none',
      'mitigations:',
      '  - { id: unleash, kind: flags-off, resources: [unleash], flags: [checkout, banner] }',
      '  - { id: vercel-flags, kind: flags-off, resources: [vercel-flags], tags: [risky] }',
      '  - { id: scale-up, kind: scale-up, resources: [ecs, checkout], min: 4, max: 40 }',
      '  - { id: in-part, kind: scale-up, resources: [ecs, mail], max: 40 }',
    ],
    resources: [
      '{ id: unleash, provider: unleash, environment: production }',
      `{ id: vercel-flags, provider: vercel-flags, project: ${project.id}, team: ${TEAM}, environments: [production, preview] }`,
      `{ id: ecs, provider: aws-scaling, region: eu-central-1, target: ${TARGET}, dimension: ${DIMENSION} }`,
      '{ id: checkout, provider: lambda-concurrency, region: eu-central-1, function: checkout, qualifier: live }',
      '{ id: mail, provider: lambda-concurrency, region: eu-central-1, function: mail }',
    ],
    env: {
      ...vercel.env,
      UNLEASH_URL: `${unleash.url}/api/`,
      UNLEASH_API_TOKEN: 'admin',
      AWS_ACCESS_KEY_ID: SCALING_KEY_ID,
      AWS_SECRET_ACCESS_KEY: SCALING_SECRET,
      AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING: aws.url,
      AWS_ENDPOINT_URL_LAMBDA: aws.url,
    },
  });
  await repository.ok('snapshot');
});
afterAll(async () => {
  await Promise.all([vercel.stop(), aws.stop(), unleash.stop()]);
  repository.remove();
});

/** What users of each service get. */
const LIVE = {
  unleash: () =>
    [...unleash.model.features].map(([name, flag]) => [name, flag.environments.get('production')?.enabled]),
  'vercel-flags': () =>
    [...vercel.flagsOf(project)].map(([slug, { environments: all }]) => [
      slug,
      all.production?.active,
      all.preview?.active,
      all.development?.active,
    ]),
  'scale-up': () => [
    ...[...aws.targets.values()].map(({ min, max }) => [min, max]),
    ...[...aws.functions].map(([name, { reserved, provisioned }]) => [
      name,
      reserved,
      ...[...provisioned.values()].map((one) => one?.requested ?? null),
    ]),
  ],
};

/** With the measure; and the write at whose answer the process ends. */
const CASES = [
  {
    id: 'unleash',
    kill: 'http POST /api/admin/projects/default/features/banner/environments/production/off',
    eased: [
      ['banner', false],
      ['checkout', false],
      ['colors', true],
      ['limits', false],
    ],
  },
  {
    id: 'vercel-flags',
    kill: 'http PATCH /#/projects/#/feature-flags/flags/basket',
    eased: [
      ['search', false, false, true],
      ['basket', false, false, true],
    ],
  },
  {
    id: 'scale-up',
    kill: 'http PUT /#/functions/checkout/concurrency',
    eased: [
      [4, 40],
      ['checkout', 40, 4],
      ['mail', null],
    ],
  },
] as const;

test.each(CASES)('$id: killed after a write, run again, undone: live equals before', async ({ id, kill, eased }) => {
  const before = LIVE[id]();
  const digest = await repository.digestOf('mitigate', id);
  const point = { point: `${kill}: answered`, nth: 1, children: false };
  const env = { FUZZ_ROOT: repository.root, FUZZ_PORT: '', FUZZ_KILL: JSON.stringify(point) };
  const { signal } = await repository.run(['rollback', '--digest', digest], { command: sourcesAfter(WRITES), env });
  expect(signal).toBe('SIGKILL');
  expect(LIVE[id]()).not.toEqual(before);
  await repository.ok('rollback', '--digest', digest);
  expect(LIVE[id]()).toEqual(eased);
  await repository.ok('rollback', '--digest', await repository.digestOf('undo', digest));
  expect(LIVE[id]()).toEqual(before);
});

test('a resource that does not support the measure stops the plan of all', async () => {
  const { status, stderr } = await repository.run(['mitigate', 'in-part']);
  expect(stderr).toContain('mail has no reserved concurrency, so it has no limit that "max" raises.');
  expect({ status, live: LIVE['scale-up']()[0] }).toEqual({ status: 2, live: [2, 10] });
});
