import { expect, test } from '@jest/globals';
import { configuredIn, configuredOf, otherwiseConfigured } from '../../src/engine/configured.js';
import { defineProvider } from '../../src/engine/provider.js';
import { PROVIDER_CONFIGS } from '../../src/providers/configs.js';
import type { Resource } from '../../src/engine/resources.js';

const resource = (config: Record<string, unknown>): Resource => ({ id: 'env', providerId: 'text', config, provider });
const provider = defineProvider<unknown, unknown>({} as never);
const planned = (config: unknown, program = '1') => ({ program, configured: { env: configuredOf(config) } });
const changed = (before: unknown, now: Record<string, unknown>, running = '1'): unknown =>
  Object.fromEntries(otherwiseConfigured(planned(before), [resource(now)], running));

test('any key that differs, appears or goes away is named; the order of keys is no difference', () => {
  const before = { targets: ['production'], ignore: [] };
  expect(changed(before, { ignore: [], targets: ['production'] })).toEqual({});
  expect(changed(before, { ...before, ignore: ['A'], endpoints: ['https://a.test'] })).toEqual({
    env: ['endpoints', 'ignore'],
  });
  expect(changed(before, { targets: ['production'], ignore: undefined })).toEqual({ env: ['ignore'] });
  // A key without a value is no key.
  expect(changed({ targets: [] }, { targets: [], ignore: undefined })).toEqual({});
  expect(changed({ targets: [], ignore: undefined }, { targets: [] })).toEqual({});
});

test('what an earlier plan wrote down is what is calculated now', () => {
  expect(configuredOf({ targets: ['production'] })).toEqual({ targets: '0c19a912e7cda562a982150ebb68473e' });
});

test('a plan holds the configuration of the resources that it changes, and of no others', () => {
  const configured = configuredOf({ targets: ['production'] });
  const resources = [{ id: 'env', configured }, { id: 'flags', configured: {} }, { id: 'web' }];
  const of = (...changed: string[]) =>
    configuredIn(
      resources,
      changed.map((one) => ({ resource: one })),
    );
  expect(of('env', 'web')).toEqual({ configured: { env: configured } });
  expect(of('flags', 'env', 'env')).toEqual({ configured: { env: configured, flags: {} } });
  // The digest of the plan of an earlier version does not change.
  expect(of('web')).toEqual({});
  expect(of()).toEqual({});
});

test('the order of a list is no difference: none of the keys means one', () => {
  const before = { targets: ['production', 'preview'], 'signing-secrets': { a: { 'vercel-env': ['A', 'B'] } } };
  const now = { targets: ['preview', 'production'], 'signing-secrets': { a: { 'vercel-env': ['B', 'A'] } } };
  expect(changed(before, now)).toEqual({});
  expect(changed(before, { ...now, targets: ['preview'] })).toEqual({ env: ['targets'] });
});

test('a key that says how Rewind works is no difference, and each one in the list exists', () => {
  expect(changed({ 'poll-seconds': 1, wait: 1 }, { 'poll-seconds': 2, 'client-bin': '/usr/bin' })).toEqual({});
  const known = PROVIDER_CONFIGS.flatMap(({ shape }) => Object.keys(shape));
  const left = known.filter((key) => Object.keys(configuredOf({ [key]: 1 })).length === 0);
  expect([...new Set(left)].sort()).toEqual([
    'client-bin',
    'compress',
    'drill',
    'gate-timeout-seconds',
    'keep-days',
    'lock-timeout-seconds',
    'maintenance',
    'maintenance-database',
    'poll-seconds',
    'timeout-seconds',
    'wait',
  ]);
});

test('another version of Rewind may have a key more with a default: only the keys of the plan count', () => {
  const before = { targets: ['production'] };
  expect(changed(before, { ...before, new: 'default' }, '2')).toEqual({});
  expect(changed(before, { targets: [], new: 'default' }, '2')).toEqual({ env: ['targets'] });
});

test('a plan of an earlier version says nothing', () => {
  const now = [resource({ ignore: ['A'] })];
  expect(otherwiseConfigured({ program: '1' }, now, '2').size).toBe(0);
  expect(otherwiseConfigured({ program: '1', configured: {} }, now, '1').size).toBe(0);
});
