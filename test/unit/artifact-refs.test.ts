import { expect, test } from '@jest/globals';
import { fits } from '../../src/store/artifact-refs.js';

test.each<[string, string, boolean]>([
  ['main', 'main', true],
  ['main', 'Main', false],
  ['main', 'main2', false],
  ['release/*', 'release/1', true],
  ['release/*', 'release/', true],
  ['release/*', 'release/1/2', false],
  ['release/**', 'release/1/2', true],
  ['release/**', 'prerelease/1', false],
  ['**', 'anything/at/all', true],
  ['*/v*', 'a/v1', true],
  ['*/v*', 'a/b/v1', false],
  ['**-rc*', 'a/b-rc-rc1', true],
  ['v*.0', 'v1.0.0', true],
  ['v*.0', 'v1.0.1', false],
  ['v1.*', 'v1x2', false],
  ['re[x]*', 're[x]$(id)\n', true],
])('%s and the name %j: %s', (pattern, name, expected) => {
  expect(fits(pattern, name)).toBe(expected);
});

test('a name that almost fits a pattern with many stars is compared at once', () => {
  expect(fits('*a*a*a*a*a*a*a*b', 'a'.repeat(250))).toBe(false);
  expect(fits('**a**a**a**a**a**a**a**b', 'a'.repeat(250))).toBe(false);
});
