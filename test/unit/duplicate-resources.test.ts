import { describe, expect, test } from '@jest/globals';
import type { ProviderFacts } from '../../src/engine/provider-facts.js';
import { PROVIDER_FACTS } from '../../src/providers/facts.js';
import { configurationFindings } from '../../src/readiness/configuration.js';

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const found = async (...resources: string[]) => {
  const text = [
    'version: 1',
    'environment: production',
    'store: { kind: directory, path: store }',
    `seal: { recipients: [${KEY}] }`,
    'contacts: [{ name: Ada Berg, role: on-call, reach: pager }]',
    'resources:',
    ...resources.map((resource, index) => `  - { id: r${index}, ${resource} }`),
  ].join('\n');
  const { config, findings } = await configurationFindings('rewind.yml', text);
  if (config === null) throw new Error(JSON.stringify(findings));
  return findings;
};

/** Two resources of each provider; the last differs from the first in one key that names the object. */
const CASES: Readonly<Record<string, readonly [string, string]>> = {
  'aws-scaling': [
    'region: eu-central-1, target: service/shop/web, dimension: "ecs:service:DesiredCount"',
    'region: us-east-1, target: service/shop/web, dimension: "ecs:service:DesiredCount"',
  ],
  cloudfront: ['distribution: E2EXAMPLE12345', 'distribution: E2EXAMPLE12346'],
  'lambda-concurrency': ['region: eu-central-1, function: pay', 'region: eu-central-1, function: mail'],
  launchdarkly: ['project: shop, environment: production', 'project: shop, environment: staging'],
  'neon-branch': [
    'project: cool-star-1, branch: main, url: "${A}"',
    'project: cool-star-1, branch: other, url: "${A}"',
  ],
  'neon-compute': ['project: cool-star-1, endpoint: ep-one-1', 'project: cool-star-1, endpoint: ep-two-2'],
  'rds-snapshot': [
    'region: eu-central-1, instance: shop, url: "${A}"',
    'region: eu-central-1, instance: other, url: "${A}"',
  ],
  's3-bucket': ['bucket: shop-assets, region: eu-central-1', 'bucket: shop-media, region: eu-central-1'],
  'stripe-webhooks': ['endpoints: ["https://a.example.com"]', 'endpoints: ["https://b.example.com"]'],
  unleash: ['environment: production', 'environment: production, project: other'],
  'vercel-deployment': ['project: prj_1, team: team_1', 'project: prj_2, team: team_1'],
  'vercel-edge-config': ['store: ecfg_1, team: team_1', 'store: ecfg_2, team: team_1'],
  'vercel-env': ['project: prj_1, team: team_1', 'project: prj_1, team: team_1, targets: [preview]'],
  'vercel-flags': ['project: prj_1, team: team_1', 'project: prj_1, team: team_1, environments: [preview]'],
  'vercel-project': ['project: prj_1, team: team_1', 'project: prj_1, team: team_2'],
};
const facts: Readonly<Record<string, ProviderFacts>> = PROVIDER_FACTS;

describe('two resources', () => {
  test('every provider says what names its object, or works on a database that the loader compares', () => {
    const named = Object.keys(facts).filter((id) => facts[id]?.object !== undefined);
    expect(named).toEqual(Object.keys(CASES));
    expect(Object.keys(facts).filter((id) => !named.includes(id))).toEqual(['postgres', 'prisma']);
  });

  test.each(Object.entries(CASES))(
    '%s: the same object is a warning, another one is none',
    async (id, [one, other]) => {
      const resource = (keys: string): string => `provider: ${id}, ${keys}`;
      expect(await found(resource(one), resource(other))).toEqual([]);
      expect(await found(resource(one), resource(other), resource(one))).toMatchObject([
        {
          level: 'warning',
          code: 'resource-duplicate',
          message: expect.stringContaining('"r0" and "r2" are the same '),
          file: 'rewind.yml',
          line: 9,
        },
      ]);
    },
  );

  test('the message names the object', async () => {
    const web = 'provider: vercel-deployment, project: prj_1, team: team_1';
    expect((await found(web, web))[0]?.message).toBe(
      '"r0" and "r1" are the same Vercel production deployment (project prj_1, team team_1). Each plan shows its changes twice.',
    );
  });

  test('without a list of parts a resource holds all of them', async () => {
    const all = 'provider: stripe-webhooks';
    const some = 'provider: stripe-webhooks, endpoints: ["https://a.example.com"]';
    expect(await found(all, some)).toMatchObject([{ code: 'resource-duplicate' }]);
  });

  test('two providers on one project are not the same', async () => {
    const keys = 'project: prj_1, team: team_1';
    expect(await found(`provider: vercel-deployment, ${keys}`, `provider: vercel-project, ${keys}`)).toEqual([]);
  });
});
