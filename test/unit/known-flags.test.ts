import { expect, test } from '@jest/globals';
import { describeState } from '../../src/engine/provider.js';
import { loadProvider } from '../../src/providers/load.js';

const environment = (active: boolean) => ({ active, rules: 0, targeting: 'f', experiment: false });
const flag = (slug: string, state: string, environments: Record<string, boolean>) => ({
  slug,
  tags: [],
  state,
  variants: 'f',
  environments: Object.fromEntries(Object.entries(environments).map(([name, on]) => [name, environment(on)])),
});
const item = (key: string, preview: string | null) => ({ key, value: 'f', preview, description: null });
const launchDarkly = (key: string, on: boolean, archived = false) => ({
  key,
  archived,
  tags: [],
  kind: 'boolean',
  variations: [],
  on,
  version: 1,
  offVariation: null,
  fallthrough: null,
  targets: [],
  rules: [],
  prerequisites: [],
  trackEvents: false,
  trackEventsFallthrough: false,
});
const unleash = (name: string, enabled: boolean) => ({
  name,
  tags: [],
  type: 'release',
  stale: false,
  impressionData: false,
  description: '',
  enabled,
  strategies: [],
  variants: { names: [], fingerprint: '' },
  dependencies: [],
});

test.each<[string, object, [string, boolean][]]>([
  [
    'vercel-flags',
    {
      project: 'prj_1',
      flags: [
        flag('off', 'active', { production: false, preview: true }),
        flag('on', 'active', { production: true, preview: false }),
        flag('elsewhere', 'active', { preview: true }),
        flag('gone', 'archived', { production: true }),
      ],
    },
    [
      ['off', false],
      ['on', true],
      ['elsewhere', true],
    ],
  ],
  [
    'vercel-edge-config',
    {
      store: 'ecfg_1',
      slug: 'shop',
      purpose: null,
      items: [item('off', 'false'), item('on', 'true'), item('text', '"true"'), item('hidden', null)],
    },
    [
      ['off', false],
      ['on', true],
    ],
  ],
  [
    'launchdarkly',
    {
      project: 'shop',
      environment: 'production',
      flags: [launchDarkly('off', false), launchDarkly('on', true), launchDarkly('gone', true, true)],
    },
    [
      ['off', false],
      ['on', true],
    ],
  ],
  [
    'unleash',
    {
      project: 'shop',
      environment: 'production',
      features: [unleash('off', false), unleash('on', true)],
      segments: [],
    },
    [
      ['off', false],
      ['on', true],
    ],
  ],
])('%s tells which flags exist and are on', async (id, state, expected) => {
  const { flags } = describeState(await loadProvider(id), { schemaVersion: 1, ...state });
  expect([...(flags ?? [])]).toEqual(expected);
});
