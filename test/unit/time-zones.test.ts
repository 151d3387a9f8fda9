import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';

/** The time zone of the machine must not matter: the same questions in child processes with other ones. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const QUESTIONS = `
import { deployState } from './src/readiness/windows/index.js';
import { holidaysOf } from './src/config/holidays.js';
const answers = [String(new Date('2026-11-23T12:00:00Z').getHours())];
for (const timezone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe']) {
  const windows = {
    timezone,
    open: [{ days: ['sun', 'mon'], from: '02:15', to: '16:00' }],
    holidays: { country: 'IL' },
    freezes: [{ from: '2026-07-01T00:00', to: '2026-07-08T00:00', reason: 'fair' }],
  };
  for (const day of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-07-05', '2026-09-21', '2026-10-04', '2026-10-25']) {
    for (const hour of ['01:20', '07:00', '15:40']) {
      answers.push((await deployState(windows, new Date(day + 'T' + hour + 'Z'))).why);
    }
  }
}
answers.push(JSON.stringify(['DE', 'US', 'AU', 'SA'].map((country) => holidaysOf({ country }, 2026))));
console.log(JSON.stringify(answers));
`;
let program: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: QUESTIONS, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
  });
  program = outputFiles[0]?.text ?? '';
});

const answersIn = (zone: string): string[] => {
  const ran = spawnSync(process.execPath, ['--input-type=module', '-'], {
    input: program,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: zone },
  });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  return JSON.parse(ran.stdout) as string[];
};

test('the calendar gives the same answers on machines in three time zones', () => {
  const [hour, ...expected] = answersIn('UTC');
  expect([hour, expected.length]).toEqual(['12', 64]);
  for (const [zone, hourThere] of [
    ['America/New_York', '7'],
    ['Australia/Lord_Howe', '23'],
  ] as const) {
    // The machine really is in that zone.
    expect(answersIn(zone)).toEqual([hourThere, ...expected]);
  }
});
