import { afterEach, describe, expect, test } from '@jest/globals';
import { accessFindings } from '../../src/commands/check/access.js';
import { loadProvider } from '../../src/providers/load.js';
import { PROVIDER_FACTS } from '../../src/providers/facts.js';
import { tokenAccess } from '../../src/services/github/token.js';
import { LaunchDarklySandbox } from '../sandbox/launchdarkly/server.js';
import { testContext } from '../support/context.js';
import { JsonServer, type Answer, type SandboxRequest } from '../sandbox/json-server.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const accessOf = async (provider: string, env: Record<string, string>, config: unknown = {}) =>
  (await loadProvider(provider)).capabilities?.access?.(config, testContext({ env }));

test.each(Object.keys(PROVIDER_FACTS))('%s says what its credential can do', async (id) => {
  expect((await loadProvider(id)).capabilities).toHaveProperty('access');
});

test('one finding for each kind of answer; each credential once', () => {
  const access = (credential: string, writes: boolean | null) => ({ credential, writes, why: 'why' });
  const all = [access('A', true), access('A', true), access('B', false), access('C', null), access('D', null)];
  const brief = (purpose: 'reads' | 'writes' | 'unknown') =>
    accessFindings(all, purpose).map(({ level, code }) => `${level} ${code}`);
  const unknown = 'info credential-write-unknown';
  expect(brief('writes')).toEqual(['error credential-read-only', 'info credential-can-write', unknown]);
  expect(brief('unknown')).toEqual(['warning credential-read-only', 'info credential-can-write', unknown]);
  expect(brief('reads')).toEqual(['warning credential-can-write', unknown]);
  expect(accessFindings(all, 'writes')[1]?.message).toBe('Can write: A (why).');
  expect(accessFindings(all, 'writes')[2]?.message).toContain('C (why), D (why).');
  expect(accessFindings([], 'writes')).toEqual([]);
});

test('Stripe and Unleash: the form of the key tells', async () => {
  expect(await accessOf('stripe-webhooks', { STRIPE_API_KEY: 'sk_live_abcdefgh' })).toMatchObject({ writes: true });
  expect(await accessOf('stripe-webhooks', { STRIPE_API_KEY: 'rk_live_abcdefgh' })).toMatchObject({ writes: null });
  // A publishable key can do nothing of this.
  expect(await accessOf('stripe-webhooks', { STRIPE_API_KEY: 'pk_live_abcdefgh' })).toMatchObject({ writes: null });
  expect(await accessOf('unleash', { UNLEASH_API_TOKEN: '*:*.abcdefgh' })).toMatchObject({ writes: true });
  expect(await accessOf('unleash', { UNLEASH_API_TOKEN: 'user:abcdefgh' })).toMatchObject({ writes: null });
});

describe('LaunchDarkly', () => {
  test.each([
    ['reader', false],
    ['writer', true],
    ['nobody', null],
  ] as const)('a token with the role %s: writes %s', async (role, writes) => {
    const sandbox = await new LaunchDarklySandbox().start();
    stops.push(() => sandbox.stop());
    sandbox.tokens.set('api-token-0001', role);
    const env = { LAUNCHDARKLY_ACCESS_TOKEN: 'api-token-0001', LAUNCHDARKLY_API_URL: sandbox.url };
    const config = { project: 'default', environment: 'production' };
    expect(await accessOf('launchdarkly', env, config)).toMatchObject({ writes });
  });
});

describe('GitHub', () => {
  class Scopes extends JsonServer {
    scopes = '';
    protected override handle(request: SandboxRequest): Answer {
      expect(request.path).toBe('/rate_limit');
      return { status: 200, body: {}, headers: { 'x-oauth-scopes': this.scopes } };
    }
  }
  test.each([
    ['repo, read:org', true],
    ['workflow', true],
    ['read:org, user:email', false],
    ['', false],
  ])('a classic token with the scopes "%s": writes %s', async (scopes, writes) => {
    const hub = await new Scopes().start();
    stops.push(() => hub.stop());
    hub.scopes = scopes;
    const ctx = testContext({ env: { GITHUB_TOKEN: 'ghp_0123456789abcdef', GITHUB_API_URL: hub.url } });
    expect(await tokenAccess(ctx)).toMatchObject({ writes });
  });

  test('any other token tells nothing and is not asked', async () => {
    const ctx = testContext({ env: { GITHUB_TOKEN: 'ghs_0123456789abcdef', GITHUB_API_URL: 'http://127.0.0.1:1' } });
    expect(await tokenAccess(ctx)).toMatchObject({ writes: null });
  });
});
