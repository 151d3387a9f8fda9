import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { World } from '../sandbox/demo/world.js';

/**
 * Law 3, the hard half: the rollback is killed (SIGKILL, nothing can be tidied up) as soon as its journal has n lines, for
 * each n; the same command is run again, and everything is as in the snapshot.
 */
let world: World;

beforeAll(async () => {
  world = await World.start({ seed: false });
  await world.postgres.query(
    world.database,
    `INSERT INTO fans (email, display_name, country, loyalty_points) SELECT 'f' || i || '@example.com', 'F', 'DE', i FROM generate_series(1, 5000) i`,
  );
  const { status, stderr } = await world.run(['snapshot']);
  if (status !== 0) throw new Error(stderr);
}, 60_000);
afterAll(() => world.stop());

/** Lines of the journal of one plan. */
function journal(digest: string): string[] {
  const file = join(world.root, '.rewind/journal', `${digest}.jsonl`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** Kills the child when the journal has so many lines. */
async function killAt(lines: number, digest: string, child: Promise<ChildProcess>, done: () => boolean): Promise<void> {
  const running = await child;
  while (!done()) {
    if (journal(digest).length >= lines) {
      running.kill('SIGKILL');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function rollback(digest: string, killAfter?: number): Promise<NodeJS.Signals | number | null> {
  const args = ['rollback', '--json', '--plan', '.rewind/plan.json', '--digest', digest];
  args.push('--confirm-data-loss', world.database);
  let finished = false;
  let started: (child: ChildProcess) => void = () => undefined;
  const child = new Promise<ChildProcess>((resolve) => (started = resolve));
  const run = world.run(args, { onLog: (_, process) => started(process) }).finally(() => (finished = true));
  const killer = killAfter === undefined ? undefined : killAt(killAfter, digest, child, () => finished);
  const { status, signal, stderr } = await run;
  await killer;
  if (killAfter === undefined && status !== 0) throw new Error(stderr);
  return signal ?? status;
}

test.each(['restore', 'down'] as const)(
  '--database %s: killed at each line of the journal, run again, it converges',
  async (mode) => {
    const boundaries = new Set<string>();
    for (let lines = 1; ; lines += 1) {
      // The pin of the rollback before is lifted, or the next bad release would never go live.
      world.project.autoAssignCustomDomains = true;
      await world.badRelease();
      // Answers that take a moment leave time to kill between two lines.
      world.vercel.latencyMs = 15;
      const planned = await world.run(['plan', '--json', '--database', mode]);
      const { digest, changes } = planned.json<{ digest: string; changes: unknown[] }>();
      expect(changes.length).toBe(3);
      const ended = await rollback(digest, lines);
      boundaries.add(
        journal(digest)
          .at(-1)
          ?.replace(/"at":"[^"]*",/, '') ?? '',
      );
      world.vercel.latencyMs = 0;
      await rollback(digest);
      const left = (await world.run(['plan', '--json', '--database', mode])).json<{ changes: unknown[] }>();
      expect(left.changes).toEqual([]);
      const facts = await world.facts();
      expect(facts.loyaltyPoints).not.toBeNull();
      expect(facts.flags).toMatchObject({ 'new-checkout': false });
      if (ended === 0) break;
      expect(ended).toBe('SIGKILL');
    }
    // Begin and end of each of the three changes at least, and the run's own lines.
    expect(boundaries.size).toBeGreaterThanOrEqual(6);
    const seen = [...boundaries].join('\n');
    for (const event of ['"event":"begin"', '"event":"end"']) expect(seen).toContain(event);
  },
  300_000,
);
