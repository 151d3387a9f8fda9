// Runs the unit suites that know a date or a time zone in two more zones: behind UTC, and ahead of it by a half hour with a
// change of half an hour. A suite that names neither has no expectation that a zone could change.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../test/unit', import.meta.url));
/** It compares runbooks of one zone with each other, for half a minute. */
const SLOW = ['runbook-mutations.test.ts'];

const suites = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts') && !SLOW.includes(name))
  .map((name) => join(folder, name))
  .filter((path) => /20\d\d-\d\d|Date\b|[zZ]one/.test(readFileSync(path, 'utf8')));
if (suites.length < 20) throw new Error(`Only ${suites.length} suites name a date: the pattern is wrong.`);
for (const TZ of ['America/New_York', 'Australia/Lord_Howe']) {
  console.log(`${suites.length} suites in ${TZ}`);
  const jest = fileURLToPath(new URL('jest.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [jest, '--selectProjects', 'unit', '--runTestsByPath', ...suites], {
    env: { ...process.env, TZ },
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
