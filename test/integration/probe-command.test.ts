import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { adapter as command } from '../../src/probes/adapters/command.js';
import { testContext } from '../support/context.js';
import { probed, tickAt } from '../support/probes.js';

const root = mkdtempSync(join(tmpdir(), 'rewind-command-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const isLink = (path: string): boolean => {
  try {
    return readlinkSync(path) !== '';
  } catch {
    return false;
  }
};
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

/** A program of Node, so that no shell is in between. */
const node = (code: string, ...rest: string[]): string[] => [process.execPath, '-e', code, ...rest];
const env = { TOKEN: 'token-value-1', STRIPE_API_KEY: 'stripe-value-2', GATE_TOKEN: 'gate-value-3' };
const run = (entry: Record<string, unknown>, tick = tickAt(), signal?: AbortSignal) =>
  probed(command, { area: 'content', ...entry }, testContext({ root, env, ...(signal && { signal }) }), tick);

test('exit status 0 is good; the arguments reach the program as they are', async () => {
  const code = "process.exit(process.argv[1] === '$(false) *' && process.cwd() === process.argv[2] ? 0 : 1)";
  const { samples, errors } = await run({ run: node(code, '$(false) *', root) });
  expect(errors).toEqual([]);
  expect(samples).toMatchObject([{ kind: 'check', ok: true }]);
});

test('exit status 1 is bad, after a second try; the last line of the output says why', async () => {
  const log = join(root, 'tries');
  const code = `require('fs').appendFileSync(process.argv[1], 'x'); console.log('one'); console.error('\\u001b[31mbasket is empty\\n\\n'); process.exitCode = 1`;
  expect((await run({ run: node(code, log) })).samples).toMatchObject([
    { ok: false, retried: true, error: expect.stringMatching(/^exit status 1: .\[31mbasket is empty$/) },
  ]);
  expect(readFileSync(log, 'utf8')).toBe('xx');
});

test('a second try that succeeds', async () => {
  const code = `const f = process.argv[1]; if (!require('fs').existsSync(f)) { require('fs').writeFileSync(f, ''); process.exit(1) }`;
  expect((await run({ run: node(code, join(root, 'once')) })).samples).toMatchObject([{ ok: true, retried: true }]);
});

test('a program that does not end in time has failed, and its children end with it', async () => {
  const alive = join(root, 'pid');
  const child = `setInterval(() => undefined, 1000)`;
  const code = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]); require('fs').writeFileSync(process.argv[1], String(c.pid)); setInterval(() => undefined, 1000)`;
  const { samples } = await run({ run: node(code, alive), 'timeout-seconds': 1 });
  expect(samples).toMatchObject([{ ok: false, error: expect.stringMatching(/^no end after 1 s/) }]);
  // A process that ended has no program, also while nobody has read its status.
  const program = `/proc/${readFileSync(alive, 'utf8')}/exe`;
  await until(() => !isLink(program));
});

describe('no answer is an error', () => {
  test.each([
    ['another exit status', node("console.log('broken'); process.exitCode = 3"), 'provider', /exit status 3: broken/],
    ['a signal', node("process.kill(process.pid, 'SIGKILL')"), 'provider', /SIGKILL/],
    ['a program that does not exist', ['/no/such/program'], 'not-watched', /could not be started/],
  ])('%s', async (_what, argv, reason, message) => {
    const { samples, errors } = await run({ run: argv });
    expect(samples).toEqual([]);
    expect(errors).toMatchObject([{ reason, message: expect.stringMatching(message) }]);
  });

  test('the end of the tick, and a cancelled run, end the program', async () => {
    const forever = { run: node('setInterval(() => undefined, 1000)'), 'timeout-seconds': 30 };
    const late = await run(forever, tickAt(Date.now(), { signal: AbortSignal.timeout(150) }));
    expect(late.errors).toMatchObject([{ reason: 'provider', message: 'No answer before the end of the tick.' }]);
    const cancelled = await run(forever, tickAt(), AbortSignal.timeout(150));
    expect(cancelled.errors).toMatchObject([{ reason: 'refused' }]);
  });
});

test('the program gets the variables that the entry names, and no other credential', async () => {
  const code = `console.log(JSON.stringify(process.env)); process.exitCode = 2`;
  const named = await run({
    run: node(`console.log(process.env.MINE.length); process.exitCode = 2`),
    env: { MINE: '${TOKEN}' },
  });
  expect(named.errors[0]?.message).toMatch(/: 13$/);
  const { errors } = await run({ run: node(code), env: { MINE: '${TOKEN}' } });
  expect(errors[0]?.message).toMatch(/"MINE":"\*\*\*"/);
  expect(errors[0]?.message).not.toMatch(/value-\d/);
  expect(errors[0]?.message).not.toMatch(/STRIPE|GATE_/);
  const missing = await run({ run: node(''), env: { MINE: '${UNSET}' } });
  expect(missing.errors).toMatchObject([{ reason: 'not-watched', message: expect.stringContaining('UNSET') }]);
});

test('endless output is not kept', async () => {
  const code = `const text = 'x'.repeat(1 << 20); for (let i = 0; i < 600; i += 1) require('fs').writeSync(1, text); process.exitCode = 1`;
  const before = process.memoryUsage.rss();
  const { samples } = await run({ run: node(code) });
  expect(samples).toMatchObject([{ ok: false }]);
  // The content would be 600 MB. The rest is the garbage collector's choice of when to run.
  expect(process.memoryUsage.rss() - before).toBeLessThan(350_000_000);
});

test('a literal secret in the entry is refused', () => {
  const entry = { id: 'x', adapter: 'command', area: 'content' };
  for (const bad of [
    { run: ['curl', 'https://a.example.com', '-H', 'sk_live_abcdefghijklmnop1234'] },
    { run: ['x'], env: { TOKEN: 'value' } },
    { run: 'curl https://a.example.com' },
    { run: [] },
  ]) {
    expect(command.config.safeParse({ ...entry, ...bad }).success).toBe(false);
  }
});
