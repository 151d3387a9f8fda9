import { expect, test } from '@jest/globals';
import { codeownersOf, ownersOf } from '../../src/services/github/codeowners.js';

const of = (text: string, path: string): readonly string[] => ownersOf(codeownersOf(text), path);

/** The examples of GitHub's page "About code owners". */
test.each([
  ['*', 'a/b.txt', true],
  ['*.js', 'src/deep/a.js', true],
  ['*.js', 'src/a.jsx', false],
  ['/build/logs/', 'build/logs/a/b.log', true],
  ['/build/logs/', 'x/build/logs/a.log', false],
  ['docs/*', 'docs/getting-started.md', true],
  ['docs/*', 'docs/build-app/troubleshooting.md', false],
  ['docs/*', 'x/docs/a.md', false],
  ['apps/', 'x/apps/y/z.ts', true],
  ['apps/', 'apps', false],
  ['/docs/', 'docs/a.md', true],
  ['/docs/', 'x/docs/a.md', false],
  ['/scripts/', 'scripts/a', true],
  ['**/logs', 'build/logs/a', true],
  ['**/logs', 'deeply/nested/logs/a/b', true],
  ['**/logs', 'logs/a', true],
  ['/apps/github', 'apps/github/a', true],
  ['/apps/github', 'apps/githubs', false],
  ['src/**/test', 'src/test/a', true],
  ['src/**/test', 'src/a/b/test/c', true],
  ['src/**', 'src/a/b', true],
  ['a?c.txt', 'x/abc.txt', true],
  ['a?c.txt', 'a/c.txt', false],
  ['with\\ space/', 'with space/a', true],
  ['a.b', 'aXb', false],
  ['a+(b)', 'a+(b)', true],
])('%s and %s: %s', (pattern, path, matches) => {
  expect(of(`${pattern} @ada`, path)).toEqual(matches ? ['@ada'] : []);
});

test('the last match wins; a line without an owner takes it away; comments and lines that are not valid do not count', () => {
  const text = [
    '# @nobody',
    '*       @acme/all ops@acme.io # for everything',
    '/payments/ @acme/payments @ada',
    '/payments/generated/',
    '!/payments/ @mallory',
    '/payments/[ab].ts @mallory',
    '/payments/ nobody',
    '',
  ].join('\r\n');
  expect(of(text, 'README.md')).toEqual(['@acme/all', 'ops@acme.io']);
  expect(of(text, 'payments/a.ts')).toEqual(['@acme/payments', '@ada']);
  expect(of(text, 'payments/generated/a.ts')).toEqual([]);
});

test('a long pattern of stars is matched in time', () => {
  expect(of(`${'*a'.repeat(15)} @ada`, `${'a'.repeat(60)}b`)).toEqual([]);
});
