import { expect, test } from '@jest/globals';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { once } from 'node:events';
import { outputOf, start } from '../../src/providers/postgres/client.js';
import { testContext } from '../support/context.js';

test('the output of a program that ended before anybody read is complete', async () => {
  const script = 'process.stdout.write("x".repeat(20_000) + "end")';
  const running = start(testContext(), process.execPath, ['-e', script], null, null, 'restore-failed');
  const output = outputOf(running);
  await once(running.child, 'exit');
  await sleep(50);
  const read = await text(output);
  expect([read.length, read.slice(-3)]).toEqual([20_003, 'end']);
});
