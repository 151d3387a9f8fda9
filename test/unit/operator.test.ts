import { expect, test } from '@jest/globals';
import { hostname, userInfo } from 'node:os';
import { operatorOf } from '../../src/runtime/operator.js';
import { testContext } from '../support/context.js';

test.each<[string, Record<string, string>, string]>([
  ['the account of the operating system, without USER', {}, `${userInfo().username} on ${hostname()}`],
  ['what a variable claims does not count', { USER: 'somebody' }, `${userInfo().username} on ${hostname()}`],
  ['who called sudo', { SUDO_USER: 'ada' }, `ada on ${hostname()}`],
  ['another CI system', { GITHUB_ACTOR: 'ada' }, 'ada'],
])('who runs the program: %s', (_name, env, expected) => {
  // No configuration of git.
  expect(operatorOf(testContext({ env: { ...env, HOME: '/nonexistent' } }).env).replace(/ \(git: .*\)$/, '')).toBe(
    expected,
  );
});
