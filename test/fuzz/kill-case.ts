import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgramResult } from '../support/program.js';
import { sourcesAfter } from '../support/program.js';
import { random } from '../support/random.js';
import type { Subject } from './subject.js';

const WRITES = fileURLToPath(new URL('./writes.mjs', import.meta.url));

/** Where a run is killed. */
export interface Kill {
  readonly point: string;
  /** The point is reached so many times before. */
  readonly nth: number;
  /** The programs that it started are killed too. */
  readonly children: boolean;
}

export interface CaseResult {
  readonly kills: readonly Kill[];
  /** Kills that were planned and whose point was not reached: an earlier run had done it. */
  readonly missed: number;
  /** Times that the application could not connect after a kill. */
  readonly lockedOut: number;
  /** What is wrong; empty if it converged. */
  readonly problems: readonly string[];
}

/** Runs the program with the mechanism that counts writes. */
function watched(subject: Subject, args: readonly string[], env: Readonly<Record<string, string>>) {
  return subject.run(args, {
    command: sourcesAfter(WRITES),
    env: { FUZZ_ROOT: subject.root, FUZZ_PORT: String(subject.port ?? ''), ...env },
  });
}

const wrong = (what: string, { status, stdout, stderr }: ProgramResult): Error =>
  new Error(`${what}: exit ${status}\n${stdout.slice(-1500)}\n${stderr.slice(-3000)}`);

/** A bad release and the plan that undoes it. @returns the arguments of the rollback */
async function planned(subject: Subject): Promise<string[]> {
  await subject.damage();
  for (let rows = 0; rows < 3; rows += 1) await subject.use();
  const made = await subject.run(['plan', '--json', ...subject.choice]);
  if (made.status !== 0) throw wrong('plan', made);
  const { digest, changes } = made.json<{ digest: string; changes: unknown[] }>();
  if (changes.length === 0) throw wrong('plan has no change', made);
  return ['rollback', '--json', '--digest', digest, ...subject.choice, ...subject.confirmation];
}

/**
 * All points of one rollback that nobody kills, in order. With a database of the second one: the first leaves marks, e.g. the
 * comment of a database, and all later ones are like the second.
 */
export async function pointsOf(subject: Subject): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rewind-fuzz-'));
  try {
    for (let left = subject.port === null ? 1 : 2; left > 0; left -= 1) {
      const result = await watched(subject, await planned(subject), { FUZZ_LOG: join(folder, String(left)) });
      if (result.status !== 0) throw wrong('rollback without a kill', result);
      const problems = await subject.problems();
      if (problems.length > 0) throw wrong(problems.join('\n'), result);
      await subject.tidy();
    }
    return readFileSync(join(folder, '1'), 'utf8').trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Where the next run is killed. One kind of write is as likely as another, then one point as another: a snapshot writes a
 * hundred files.
 *
 * @param before where the run before was killed: what it did is not done again, so the next kill is there or later
 */
export function drawKill(points: readonly string[], next: () => number, before?: Kill): Kill {
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  };
  const kindOf = (point: string): string => /^(http|sql|program|fed)/.exec(point)?.[1] ?? 'file';
  const open = before === undefined ? points : points.slice(points.indexOf(before.point));
  const kind = pick([...new Set(open.map(kindOf))]);
  const point = pick([...new Set(open.filter((each) => kindOf(each) === kind))]);
  const times = before === undefined ? points.filter((each) => each === point).length : 1;
  return { point, nth: 1 + Math.floor(next() * times), children: next() < 0.5 };
}

/**
 * A bad release, its rollback, killed once or more (SIGKILL) at the drawn points, then the same command until its end: it
 * must end well, and leave nothing to do.
 *
 * @param mostKills limit: a rollback that is killed again and again must go on each time
 */
export async function killCase(
  subject: Subject,
  points: readonly string[],
  seed: number,
  mostKills = 8,
): Promise<CaseResult> {
  const next = random(seed);
  const kills: Kill[] = [];
  const problems: string[] = [];
  let missed = 0;
  let lockedOut = 0;
  const rollback = await planned(subject);
  for (let more = true; more && kills.length < mostKills; more = next() < 0.75) {
    const kill = drawKill(points, next, kills.at(-1));
    const ended = await watched(subject, rollback, { FUZZ_KILL: JSON.stringify(kill) });
    const unfences = next() < 0.3;
    if (ended.signal !== 'SIGKILL') {
      missed += 1;
      if (ended.status !== 0)
        problems.push(wrong(`after ${kills.length} kills, "${kill.point}" not met`, ended).message);
      break;
    }
    kills.push(kill);
    await subject.settled();
    if (await subject.use()) continue;
    lockedOut += 1;
    if (!unfences) continue;
    const lifted = await subject.run(['unfence', '--json']);
    if (lifted.status !== 0) problems.push(wrong('unfence', lifted).message);
    if (!(await subject.use())) problems.push('the application cannot connect after "unfence"');
  }
  const last = await subject.run(rollback);
  if (last.status !== 0) problems.push(wrong(`the same command after ${kills.length} kills`, last).message);
  problems.push(...(await leftToDo(subject)));
  if (!(await subject.use())) problems.push('the application cannot connect after the rollback');
  problems.push(...(await subject.problems()));
  await subject.tidy();
  return { kills, missed, lockedOut, problems };
}

/** Once killed at this point, the first time that it is reached; then the same command. */
export async function killAt(subject: Subject, point: string): Promise<CaseResult> {
  const kill: Kill = { point, nth: 1, children: false };
  const rollback = await planned(subject);
  const ended = await watched(subject, rollback, { FUZZ_KILL: JSON.stringify(kill) });
  const isKilled = ended.signal === 'SIGKILL';
  const lockedOut = isKilled && !(await subject.use().finally(() => subject.settled()));
  const last = isKilled ? await subject.run(rollback) : ended;
  const problems = [
    ...(last.status === 0 ? [] : [wrong(`the same command after "${point}"`, last).message]),
    ...(await leftToDo(subject)),
    ...(await subject.problems()),
  ];
  await subject.tidy();
  return { kills: isKilled ? [kill] : [], missed: isKilled ? 0 : 1, lockedOut: lockedOut ? 1 : 0, problems };
}

/** A new plan is empty, but for what the application wrote since the restore. */
async function leftToDo(subject: Subject): Promise<string[]> {
  const plan = await subject.run(['plan', '--json', '--plan', '.rewind/left.json', ...subject.choice]);
  if (plan.status !== 0) return [wrong('plan afterwards', plan).message];
  const { changes } = plan.json<{ changes: { resource: string; id: string; since?: unknown }[] }>();
  const left = changes.filter(({ since }) => since === undefined);
  return left.map(({ resource, id }) => `left to do: ${resource}/${id}`);
}
