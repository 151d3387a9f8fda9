import { parseArgs } from 'node:util';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { killAt, killCase, pointsOf, type CaseResult } from './kill-case.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

/**
 * Law 3: rollbacks that are killed at random writes, and must converge by the same command.
 *
 *   npm run fuzz                                 500 kills, a new seed
 *   npm run fuzz -- --seed 7 --kills 20 --only swap
 *   npm run fuzz -- --only swap --case 123456    one case again: its number is printed with each failure
 *   npm run fuzz -- --only swap --at 'BEGIN; (COMMENT|ALTER)'   only at points of that name (--points prints them)
 *   npm run fuzz -- --only later-kept --each     one kill at each point, instead of random ones
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: { type: 'string', default: '500' },
    only: { type: 'string', multiple: true },
    case: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    points: { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
    at: { type: 'string', default: '' },
  },
});
const seed = Number(values.seed);
const wanted = Number(values.kills);
const chosen = SCENARIOS.filter(({ name }) => values.only?.includes(name) ?? true);
if (chosen.length === 0) throw new Error(`--only must be one of ${SCENARIOS.map(({ name }) => name).join(', ')}`);

interface Tally {
  kills: number;
  cases: number;
  missed: number;
  lockedOut: number;
  failures: number;
  readonly points: Set<string>;
  all: number;
}

async function runScenario(scenario: Scenario, postgres: TestPostgres, kills: number, first: number): Promise<Tally> {
  const tally: Tally = { kills: 0, cases: 0, missed: 0, lockedOut: 0, failures: 0, points: new Set(), all: 0 };
  let subject = await scenario.start(postgres);
  const all = await pointsOf(subject);
  const points = all.filter((point) => new RegExp(values.at).test(point));
  if (points.length === 0) throw new Error(`no point of ${scenario.name} matches --at ${values.at}`);
  tally.all = new Set(points).size;
  if (values.points) for (const point of all) console.log(`${scenario.name}: ${point}`);
  const each = [...new Set(points)];
  for (let number = first; values.each ? each.length > 0 : tally.kills < kills; number += 1) {
    let result: CaseResult;
    const point = values.each ? each.shift() : undefined;
    try {
      result = point === undefined ? await killCase(subject, points, number) : await killAt(subject, point);
    } catch (error) {
      result = { kills: [], missed: 0, lockedOut: 0, problems: [String(error)] };
    }
    tally.cases += 1;
    tally.kills += result.kills.length;
    tally.missed += result.missed;
    tally.lockedOut += result.lockedOut;
    for (const { point } of result.kills) tally.points.add(point);
    if (result.problems.length > 0) {
      tally.failures += 1;
      const again = point === undefined ? `--case ${number}` : `--each, at ${point}`;
      console.log(`FAILED ${scenario.name}, again with: npm run fuzz -- --only ${scenario.name} ${again}`);
      for (const kill of result.kills) console.log(`  killed at ${JSON.stringify(kill)}`);
      for (const problem of result.problems) console.log(`  ${problem.replaceAll('\n', '\n  ')}`);
      // The next case must not suffer from this one.
      await subject.stop();
      subject = await scenario.start(postgres);
    } else if (values.case !== undefined) console.log(JSON.stringify(result, null, 2));
    if (values.case !== undefined) break;
    if (tally.cases % 5 === 0) {
      console.log(`${scenario.name}: ${tally.kills} of ${kills} kills in ${tally.cases} cases, ${tally.missed} missed`);
    }
  }
  await subject.stop();
  return tally;
}

/** The server must not outlive this process. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

async function main(): Promise<void> {
  console.log(`seed ${seed}, ${wanted} kills`);
  const started = Date.now();
  const postgres = await startPostgres({ settings: ['max_connections=120'] });
  const total = chosen.reduce((sum, { weight }) => sum + weight, 0);
  const queue = chosen.map((scenario, index) => ({ scenario, first: (seed + index) * 100_000 }));
  const tallies: Tally[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { scenario, first } = next;
      const kills = Math.ceil((wanted * scenario.weight) / total);
      const from = values.case === undefined ? first : Number(values.case);
      const tally = await runScenario(scenario, postgres, kills, from);
      tallies.push(tally);
      console.log(
        `${scenario.name}: ${tally.kills} kills in ${tally.cases} cases, at ${tally.points.size} of ${tally.all} points; ` +
          `${tally.lockedOut} met a closed database; ${tally.failures} failed`,
      );
    }
  };
  try {
    await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  } finally {
    await postgres.stop();
  }
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + of(tally), 0);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${sum(({ kills }) => kills)} kills in ${seconds} s, ${sum(({ failures }) => failures)} cases failed`);
  if (sum(({ failures }) => failures) > 0) process.exitCode = 1;
}

await main();
// The host of the program (test/support/program-host.ts) waits for the next command, and this process for the host.
process.exit();
