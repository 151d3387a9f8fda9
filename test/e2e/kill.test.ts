import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tidyFiles } from '../fuzz/subject.js';
import { World } from '../sandbox/demo/world.js';
import { KILLER } from '../support/killer.js';
import { sourcesAfter } from '../support/program.js';

/**
 * Law 3, the hard half: the rollback is killed (SIGKILL, nothing can be tidied up) as soon as its journal has n lines, for
 * each n; the same command is run again, and everything is as in the snapshot.
 */
let world: World;
let snapshot: string;

beforeAll(async () => {
  world = await World.start({ seed: false });
  await world.addFans(500);
  const taken = await world.run(['snapshot', '--json']);
  if (taken.status !== 0) throw new Error(taken.stderr);
  snapshot = taken.json<{ snapshot: string }>().snapshot;
}, 60_000);
afterAll(() => world.stop());

/** Lines of the journal of one plan. */
function journal(digest: string): string[] {
  const file = join(world.root, '.rewind/journal', `${digest}.jsonl`);
  const all = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  // The line that nothing waits for is not flushed, so it ends no run.
  return all.filter((line) => !line.includes('"event":"lock"'));
}

/** Each plan reads all manifests, and lists all databases: without what the kills before left, the last ones cost as the first. */
async function tidy(): Promise<void> {
  tidyFiles(world.root, snapshot);
  const kept = await world.postgres.query(
    'postgres',
    `SELECT datname AS name FROM pg_database WHERE starts_with(datname, '${world.database}_')`,
  );
  for (const { name } of kept) await world.postgres.dropDatabase(String(name));
}

const plan = async (mode: string): Promise<{ digest: string; changes: unknown[] }> =>
  (await world.run(['plan', '--json', '--database', mode])).json();

async function rollback(digest: string, killAfter?: number): Promise<NodeJS.Signals | number | null> {
  const args = ['rollback', '--json', '--plan', '.rewind/plan.json', '--digest', digest];
  args.push('--confirm-data-loss', world.database);
  const { status, signal, stderr } = await world.run(args, {
    ...(killAfter === undefined ? {} : { command: sourcesAfter(KILLER), env: { KILL_AFTER: String(killAfter) } }),
  });
  if (killAfter === undefined && status !== 0) throw new Error(stderr);
  return signal ?? status;
}

test.each(['restore', 'down'] as const)(
  '--database %s: killed at each line of the journal, run again, it converges',
  async (mode) => {
    const boundaries: string[] = [];
    for (let lines = 1; ; lines += 1) {
      // The pin of the rollback before is lifted, or the next bad release would never go live.
      world.project.autoAssignCustomDomains = true;
      await world.badRelease();
      const { digest, changes } = await plan(mode);
      expect(changes.length).toBe(3);
      const ended = await rollback(digest, lines);
      if (ended === 'SIGKILL') {
        expect(journal(digest)).toHaveLength(lines);
        boundaries.push((JSON.parse(journal(digest).at(-1) ?? '') as { event: string }).event);
      }
      await rollback(digest);
      expect((await plan(mode)).changes).toEqual([]);
      const facts = await world.facts();
      expect(facts.loyaltyPoints).not.toBeNull();
      expect(facts.flags).toMatchObject({ 'new-checkout': false });
      if (ended === 0) break;
      expect(ended).toBe('SIGKILL');
      await tidy();
    }
    // Killed at every line, in order: three changes in three stages. Down migrations are backed up before their stage.
    const change = ['begin', 'end'];
    const backup = mode === 'down' ? ['backup'] : [];
    expect(boundaries).toEqual([
      'before',
      'run',
      'stage',
      ...change,
      'stage',
      ...backup,
      ...change,
      'stage',
      ...change,
      'finish',
    ]);
  },
  300_000,
);
