import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differences } from '../../src/providers/stripe-webhooks/differences.js';
import {
  recordSecret,
  newProvenance,
  readProvenance,
  withoutProvenance,
} from '../../src/providers/stripe-webhooks/provenance.js';
import { looksSecret, redactUrl, secretsOf } from '../../src/providers/stripe-webhooks/redact.js';
import { plan } from '../../src/providers/stripe-webhooks/plan.js';
import type { HookState, State } from '../../src/providers/stripe-webhooks/state.js';

function hook(rest: Partial<HookState> = {}): HookState {
  return {
    kind: 'endpoint',
    id: 'we_1',
    url: 'https://shop.example.test/hook',
    urlFingerprint: null,
    name: null,
    events: ['charge.succeeded'],
    enabled: true,
    description: null,
    metadata: {},
    secretMetadata: {},
    fixed: { apiVersion: null },
    connect: false,
    inScope: true,
    standsFor: [],
    secret: null,
    ...rest,
  };
}

function account(hooks: HookState[], rest: Partial<State> = {}): State {
  const target = { match: 'https://shop.example.test/hook', keys: ['SECRET'], project: 'prj_1', team: null };
  return {
    schemaVersion: 1,
    account: 'acct_1',
    livemode: false,
    hooks,
    secretDestinations: [target],
    connect: [],
    ...rest,
  };
}

const idsOf = (saved: State, live: State): string[] => plan(saved, live).map(({ id }) => id);

describe('URLs that are shown', () => {
  test.each([
    ['https://shop.example.test/api/webhooks/stripe', 'https://shop.example.test/api/webhooks/stripe'],
    ['https://shop.example.test/hook?token=s3cret-value', 'https://shop.example.test/hook?…'],
    ['https://ann:pass-word@shop.example.test/hook', 'https://shop.example.test/hook'],
    ['https://hooks.example.test/services/T0123456789abcdefghijk/x', 'https://hooks.example.test/services/…/x'],
    ['not a url', '(not a URL)'],
  ])('%s → %s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });

  test('whatever is masked is not shown', () => {
    const secret = fc.stringMatching(/^[a-z0-9]{8,30}$/);
    const property = fc.property(secret, secret, secret, (user, password, query) => {
      const url = `https://${user}:${password}@shop.example.test/hook?token=${query}`;
      expect(secretsOf(url)).toEqual([user, password, query]);
      for (const value of secretsOf(url)) expect(redactUrl(url)).not.toContain(value);
    });
    fc.assert(property);
  });

  test('keys that look secret', () => {
    expect(['api_key', 'Token', 'signature', 'AUTH'].map(looksSecret)).toEqual([true, true, true, true]);
    expect(['team', 'tier', 'owner'].map(looksSecret)).toEqual([false, false, false]);
  });
});

describe('provenance', () => {
  test('what is written is read back, and does not count as metadata of the owner', () => {
    const metadata = { team: 'blue', ...newProvenance('we_2', ['we_1'], 3) };
    expect(readProvenance(metadata)).toEqual({ of: ['we_1', 'we_2'], attempt: 3, secret: 'created' });
    expect(withoutProvenance(metadata)).toEqual({ team: 'blue' });
    expect(readProvenance({})).toEqual({ of: [], attempt: 1, secret: null });
    expect(recordSecret(null)).toEqual({ rewind_secret: null, rewind_attempt: null });
  });

  test('a long line of ancestors stays within what Stripe allows, and keeps the youngest', () => {
    const ancestors = Array.from({ length: 60 }, (_, i) => `we_${String(i).padStart(12, '0')}`);
    const { rewind_of: value = '' } = newProvenance('we_last', ancestors, 1);
    expect(value.length).toBeLessThanOrEqual(500);
    expect(value.endsWith('we_last')).toBe(true);
  });

  test('invalid provenance counts as none', () => {
    expect(readProvenance({ rewind_attempt: 'x', rewind_secret: 'y' })).toEqual({ of: [], attempt: 1, secret: null });
  });
});

describe('differences', () => {
  test('hidden values differ without being shown', () => {
    const want = hook({ url: 'https://a.test/?…', urlFingerprint: 'aa', secretMetadata: { api_key: 'f1' } });
    const have = hook({ url: 'https://a.test/?…', urlFingerprint: 'bb', secretMetadata: { api_key: 'f2' } });
    const found = differences(want, have);
    expect(found.map(({ name }) => name)).toEqual(['url', 'metadata.api_key']);
    expect(JSON.stringify(found)).not.toMatch(/"(aa|bb|f1|f2)"/);
  });

  test('a key of the metadata may have the name of a member of each object', () => {
    const change = { name: 'metadata.constructor', before: 'absent', after: 'acme' };
    expect(differences(hook({ metadata: { constructor: 'acme' } }), hook({ metadata: {} }))).toEqual([change]);
  });

  test('of long lists of events only what the other side lacks is told', () => {
    const many = Array.from({ length: 30 }, (_, i) => `a.event_${String(i)}`);
    const [events] = differences(hook({ events: many }), hook({ events: many.slice(1) }));
    expect(events).toEqual({ name: 'events', before: '29 events', after: '30 events: a.event_0' });
  });
});

describe('plan', () => {
  test('matched by id, else by mark, else by address', () => {
    const saved = account([hook()]);
    expect(idsOf(saved, account([hook()]))).toEqual([]);
    expect(idsOf(saved, account([hook({ id: 'we_2', standsFor: ['we_1'] })]))).toEqual([]);
    expect(idsOf(saved, account([hook({ id: 'we_3' })]))).toEqual(['secret:we_3']);
    const both = [hook({ id: 'we_3' }), hook({ id: 'we_2', standsFor: ['we_1'] })];
    expect(idsOf(saved, account(both))).toEqual(['disable:we_3']);
  });

  test('a stranger with another API version or of another kind does not stand in', () => {
    const saved = account([hook()]);
    const expected = ['create:we_1', 'disable:we_9', 'redeploy:prj_1'];
    expect(idsOf(saved, account([hook({ id: 'we_9', fixed: { apiVersion: '2020-08-27' } })]))).toEqual(expected);
    expect(idsOf(saved, account([hook({ id: 'we_9', connect: true })]))).toEqual(expected);
  });

  test('the only endpoint at a URL stays enabled until a person has created the one of the snapshot', () => {
    const saved = account([hook()], { secretDestinations: [] });
    const stranger = hook({ id: 'we_2', fixed: { apiVersion: '2020-08-27' } });
    const elsewhere = hook({ id: 'we_3', url: 'https://shop.example.test/other' });
    const changes = plan(saved, account([stranger, elsewhere], { secretDestinations: [] }));
    expect(changes.map(({ id }) => id)).toEqual(['create:we_1', 'disable:we_3']);
    expect(changes[0]?.manual).toContain(
      'there is now we_2, which did not exist at the snapshot and stays enabled until then',
    );
    // With the one of the snapshot in place, it is one too many. One that was disabled is not missed.
    expect(idsOf(saved, account([hook(), stranger]))).toEqual(['disable:we_2']);
    const disabled = account([hook({ enabled: false })]);
    expect(idsOf(disabled, account([stranger], { secretDestinations: [] }))).toEqual(['create:we_1', 'disable:we_2']);
  });

  test('the undo of a re-creation says that the app has the secret of the endpoint that it disables', () => {
    const before = hook({ id: 'we_2', fixed: { apiVersion: '2020-08-27' } });
    const own = hook({ id: 'we_3', standsFor: ['we_1'], secret: 'written' });
    const warnings = (saved: HookState[]): string[] =>
      plan(account(saved), account([{ ...before, enabled: false }, own])).flatMap((change) =>
        change.id === 'disable:we_3' ? change.warnings : [],
      );
    expect(warnings([before])).toContainEqual(
      expect.stringContaining('SECRET of Vercel project prj_1 has the signing secret of the endpoint that is disabled'),
    );
    expect(warnings([{ ...before, enabled: false }])).toHaveLength(1);
  });

  test('the steps of a re-creation that was cut off', () => {
    const saved = account([hook()]);
    const made = hook({ id: 'we_2', standsFor: ['we_1'] });
    expect(idsOf(saved, account([]))).toEqual(['create:we_1', 'redeploy:prj_1']);
    expect(idsOf(saved, account([{ ...made, secret: 'created' }]))).toEqual(['create:we_1', 'redeploy:prj_1']);
    expect(idsOf(saved, account([{ ...made, secret: 'written' }]))).toEqual(['redeploy:prj_1']);
    expect(idsOf(saved, account([made]))).toEqual([]);
  });

  test('the warning of a full account does not come or go while a run is cut off', () => {
    const wanted = [1, 2].map((n) => hook({ id: `we_${n}`, url: `https://shop.example.test/hook?${n}` }));
    const others = Array.from({ length: 15 }, (_, i) => hook({ id: `we_o${i}`, url: `https://o.test/${i}` }));
    const saved = account([...wanted, ...others]);
    const half = hook({ id: 'we_new', url: wanted[0]?.url ?? null, standsFor: ['we_1'] });
    const warningsOf = (live: HookState[]): readonly string[] =>
      plan(saved, account(live)).find(({ id }) => id === 'create:we_2')?.warnings ?? [];
    expect(warningsOf(others).join()).toContain('more than 16');
    expect(warningsOf([...others, { ...half, secret: 'created' }])).toEqual(warningsOf(others));
    expect(warningsOf([...others, half])).toEqual(warningsOf(others));
  });

  test('what is out of scope is never touched', () => {
    const saved = account([hook(), hook({ id: 'we_out', inScope: false })]);
    expect(idsOf(saved, account([hook(), hook({ id: 'we_new', inScope: false })]))).toEqual([]);
  });

  test('what the configuration of the snapshot left out is not new', () => {
    const saved = account([hook(), hook({ id: 'we_out', url: 'https://other.test/', inScope: false })]);
    expect(idsOf(saved, account([hook(), hook({ id: 'we_out', url: 'https://other.test/' })]))).toEqual([]);
  });
});
