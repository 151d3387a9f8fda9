import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Entry } from '../../../src/incident/entry.js';
import type { PlayedGame } from '../../../src/engine/game-day.js';
import type { GameDayFault } from '../../../src/engine/game-day-faults.js';
import type { ProgramResult } from '../../support/program.js';
import type { ShopFault } from '../shop/app.js';
import type { ShopWorld } from '../shop/world.js';
import { Stopped, type Table } from './referee.js';

const SHOP_FAULTS: Readonly<Record<GameDayFault, ShopFault>> = {
  errors: '500s',
  slow: 'slow',
  login: 'login broken',
  asset: 'CDN checksum',
  'payments-failing': 'payments failing',
  'payments-silent': 'payments silent',
  'corrupted-rows': 'corrupted rows',
};
/** Digits of the digest that a person types to approve a plan. */
const DIGITS = 6;
/** Choices after which the game is over. */
const MOST = 6;
const REASON = 'Game day';
const ATTEMPTS = 3;

const verdictFile = z.object({
  verdict: z.object({
    level: z.string(),
    criteria: z.array(
      z.object({ criterion: z.string(), level: z.string(), decisive: z.object({ probe: z.string() }).nullable() }),
    ),
  }),
});
const decision = z.object({
  options: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      recommended: z.array(z.string()),
      mitigation: z.string().nullable(),
      inputs: z.record(z.string(), z.string()).nullable(),
    }),
  ),
});
type Choice = z.infer<typeof decision>['options'][number];
type Step = PlayedGame['steps'][number];

export interface Game {
  readonly world: ShopWorld;
  readonly table: Table;
  readonly fault: GameDayFault;
  /** How many times as fast the programs live. */
  readonly clock: number;
  /** The program chooses and approves. */
  readonly auto: boolean;
  readonly signal: AbortSignal;
  /** Runs the program in the repository of the shop. */
  run(args: readonly string[], shown: boolean): Promise<ProgramResult>;
}

/** From the snapshot to the proof by the probes. @throws Stopped */
export async function play(game: Game): Promise<Omit<PlayedGame, 'version' | 'left'>> {
  const { world, table, fault, auto } = game;
  table.chapter(
    'Before the deploy: a maintenance page is made ahead, and a snapshot with the baselines of five probes',
  );
  await must(game, ['maintenance']);
  await must(game, ['snapshot']);
  table.chapter('A deploy goes out: new code and a flag. Something in it is wrong');
  world.release('b', SHOP_FAULTS[fault]);
  world.flags.items.set('new-checkout', { value: true, description: null, createdAt: 1, updatedAt: world.now() });
  const faultAt = world.now();
  table.chapter('The watch of the deployment');
  const watched = await game.run(['monitor'], true);
  const watch = readVerdict(world, watched, faultAt);
  const { recommended, steps } = await respond(game);
  return { fault, auto, clock: game.clock, watch, recommended, steps, recovery: recoveryOf(world, steps) };
}

/** Before the fault, so a machine that is too busy for the fast time of the programs may try again. */
async function must(game: Game, args: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { status } = await game.run(args, false);
    if (game.signal.aborted) throw new Stopped('cancelled');
    if (status === 0) return;
    if (attempt === ATTEMPTS) throw new Error(`"rewind ${args.join(' ')}" ended with status ${status}`);
  }
}

function readVerdict(world: ShopWorld, { status }: ProgramResult, faultAt: number): PlayedGame['watch'] {
  const file = join(world.repository.root, '.rewind/verdict.json');
  if ((status !== 0 && status !== 3) || !existsSync(file)) return null;
  const { level, criteria } = verdictFile.parse(JSON.parse(readFileSync(file, 'utf8'))).verdict;
  const reached = record(world).flatMap(({ kind, data }) =>
    kind === 'verdict' && data.level === level ? [Date.parse(data.reachedAt)] : [],
  );
  return {
    level,
    detectMs: Math.max(0, (reached[0] ?? world.now()) - faultAt),
    evidence: criteria.flatMap(({ criterion, level: own, decisive }) =>
      own === level && decisive !== null ? [{ criterion, probe: decisive.probe }] : [],
    ),
  };
}

/** Choices until production is well again, or nobody does anything more. */
async function respond(game: Game): Promise<Pick<PlayedGame, 'recommended' | 'steps'>> {
  const { world, table, auto } = game;
  const steps: Step[] = [];
  let first: string[] | undefined;
  while (steps.length < MOST) {
    table.chapter('Decide: what is broken, what changed, what can be done');
    if (!auto) await game.run(['decide'], true);
    const { options } = decision.parse((await game.run(['decide', '--json'], false)).json());
    const able = options.filter(({ inputs }) => inputs !== null);
    const best = able.filter(({ recommended }) => recommended.length > 0);
    first ??= best.map(({ kind }) => kind);
    // A plan that is not approved is no decision: the time goes on.
    const askedAt = process.hrtime.bigint();
    // What did not help once does not help twice.
    const fresh = (kind: string): Choice | undefined =>
      steps.some(({ option }) => option === kind) ? undefined : able.find((one) => one.kind === kind);
    const next = steps.length === 0 ? best.at(-1) : (fresh('code') ?? fresh('restore'));
    const chosen = await approvedChoice(game, able, next);
    if (chosen === null) {
      steps.push({ option: 'nothing', recommended: false, decideMs: null, done: false, tookMs: null });
      break;
    }
    const decideMs = auto ? null : Number((process.hrtime.bigint() - askedAt) / 1_000_000n);
    const from = world.now();
    const { status } = await game.run(chosen.command, true);
    if (game.signal.aborted) throw new Stopped('cancelled');
    steps.push({
      option: chosen.kind,
      recommended: chosen.recommended,
      decideMs,
      done: status === 0,
      tookMs: world.now() - from,
    });
    const recovery = recoveryOf(world, steps);
    // The program alone has no other way to learn more than to look for longer.
    if (recovery === 'recovered' || (auto && recovery !== 'not-recovered')) break;
    table.say(chosen.kind === 'mitigate' ? '   It is eased. The cause is still there.' : '   It is not over yet.');
  }
  return { recommended: first ?? [], steps };
}

interface Approved {
  readonly kind: string;
  readonly recommended: boolean;
  readonly command: readonly string[];
}

/** Asks what to do, and to approve its plan; null: nothing. @throws Stopped */
async function approvedChoice(game: Game, able: readonly Choice[], best: Choice | undefined): Promise<Approved | null> {
  const { table, auto } = game;
  for (;;) {
    const chosen = auto ? (best ?? null) : await choose(table, able);
    if (chosen === null) return null;
    const flags = Object.entries(chosen.inputs ?? {}).flatMap(([name, value]) =>
      name === 'reason' || name === 'mitigation' ? [] : [`--${name}`, value],
    );
    const words = chosen.mitigation === null ? ['plan', ...flags] : ['mitigate', chosen.mitigation];
    const planned = await game.run([...words, '--reason', REASON], true);
    if (planned.status !== 0) {
      table.say('   This plan cannot be made now.');
      if (auto) return null;
      continue;
    }
    const digest = digestOf(game.world);
    const start = digest.slice(0, DIGITS);
    const approved =
      auto ||
      (await table.ask(
        `Read the plan. To approve it, type the first ${DIGITS} digits of its digest, else "no":`,
        (answer) => (answer === 'no' ? false : answer === start ? true : undefined),
      ));
    if (!approved) continue;
    const command = ['rollback', '--plan', '.rewind/plan.json', '--digest', digest, '--reason', REASON];
    // The shop has one database, and the person has read in the plan what is lost.
    const loss = chosen.kind === 'restore' || chosen.kind === 'down' ? ['--confirm-data-loss', 'shop'] : [];
    return { kind: chosen.kind, recommended: chosen.recommended.length > 0, command: [...command, ...loss] };
  }
}

async function choose(table: Table, able: readonly Choice[]): Promise<Choice | null> {
  table.say('\nYour choice:');
  able.forEach(({ title }, at) => table.say(`   ${at + 1}  ${title}`));
  table.say('   0  Do nothing more. The game is over, and is scored');
  table.say('   q  End the game without a score');
  const answer = await table.ask('Number:', (typed) => {
    if (typed === 'q') return 'q' as const;
    return /^\d$/.test(typed) && Number(typed) <= able.length ? Number(typed) : undefined;
  });
  if (answer === 'q') throw new Stopped('ended by the person');
  return able[answer - 1] ?? null;
}

function digestOf(world: ShopWorld): string {
  const text = readFileSync(join(world.repository.root, '.rewind/plan.json'), 'utf8');
  return z.object({ digest: z.string() }).parse(JSON.parse(text)).digest;
}

/** What the incident record says of the probes since the last change. */
function recoveryOf(world: ShopWorld, steps: readonly Step[]): PlayedGame['recovery'] {
  // Nothing was changed, so the fault is where it was.
  if (!steps.some(({ tookMs }) => tookMs !== null)) return 'not-recovered';
  const entries = record(world);
  const last = entries.findLastIndex(({ kind }) => kind === 'rolled-back' || kind === 'mitigated');
  const observed = entries.slice(last + 1).flatMap((entry) => (entry.kind === 'observed' ? [entry.data] : []));
  // No probe watches the others.
  const areas = (observed.at(-1)?.areas ?? []).filter(({ probes }) => probes.length > 0);
  // A page for maintenance is no recovery.
  if (entries[last]?.kind === 'mitigated') return 'not-recovered';
  for (const state of ['not-recovered', 'inconclusive', 'not-watched'] as const) {
    if (areas.some((area) => area.state === state)) return state;
  }
  return areas.length === 0 ? 'not-watched' : 'recovered';
}

/** All entries of the incident, oldest first. */
function record(world: ShopWorld): Entry[] {
  const folder = join(world.repository.root, '.rewind/store/incidents/production');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((id) =>
      readdirSync(join(folder, id))
        .filter((name) => /^\d+\.json$/.test(name))
        .sort()
        .map((name) => JSON.parse(readFileSync(join(folder, id, name), 'utf8')) as Entry),
    );
}
