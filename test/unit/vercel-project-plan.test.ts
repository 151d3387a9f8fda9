import { expect, test } from '@jest/globals';
import { plan } from '../../src/providers/vercel-project/plan.js';
import type { State } from '../../src/providers/vercel-project/state.js';

const state = (name: string, preview: string): State => ({
  schemaVersion: 1,
  project: 'prj_a',
  name: 'shop',
  settings: { [name]: { value: preview, preview } },
  domains: [],
  cronsEnabled: true,
  firewall: null,
  rollingRelease: { value: 'none', preview: 'none' },
});

test.each([
  ['ssoProtection', 'sealed value a', 'null', 'ssoProtection is taken away: this opens the project.'],
  ['protectedSourcemaps', 'true', 'false', 'protectedSourcemaps is taken away: this opens the project.'],
  ['gitForkProtection', 'true', 'false', 'gitForkProtection is taken away: this opens the project.'],
  // Vercel protects all deployments, or only the previews.
  ['ssoProtection', 'sealed value a', 'sealed value b', 'ssoProtection may protect less than now'],
  ['trustedIps', 'sealed value a', 'sealed value b', 'trustedIps may protect less than now'],
  ['optionsAllowlist', 'null', 'sealed value b', 'optionsAllowlist: OPTIONS requests to its paths pass'],
  ['ssoProtection', 'null', 'sealed value b', null],
  ['protectedSourcemaps', 'false', 'true', null],
  ['optionsAllowlist', 'sealed value a', 'null', null],
  ['framework', 'nextjs', 'null', null],
])('%s from %s to %s: the plan warns if it may open the project', (name, now, desired, warning) => {
  const [change] = plan(state(name, desired), state(name, now));
  expect(change?.warnings).toEqual(warning === null ? [] : [expect.stringContaining(warning)]);
});
