import { z } from 'zod';
import { drillOutcome, type DrillOutcome } from './drill.js';
import { faultOf, GAME_DAY_FAULT_NAMES } from './game-day-faults.js';

const amount = z.number().nonnegative();
const word = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

/** What a person or the program did, in order. `nothing`: they left production as it was. */
const step = z.strictObject({
  /** Kind of the option that was chosen (`OptionKind`), or `nothing`. */
  option: word,
  /** `rewind decide` recommended it at that moment. */
  recommended: z.boolean(),
  /** From the moment the choice was shown until the plan was approved, in our time; null: nothing was approved, or the program chose. */
  decideMs: amount.nullable(),
  /** The approved plan was carried out to its end. */
  done: z.boolean(),
  /** From the approval to the end of the command and of its watch, in the time of the sandbox; null: nothing was carried out. */
  tookMs: amount.nullable(),
});

/** What was measured in the sandbox. Times of the sandbox are those of its programs, `clock` times as fast as ours. */
export const playedGame = z.strictObject({
  version: z.literal(1),
  fault: z.enum(GAME_DAY_FAULT_NAMES),
  /** Decided by the program, without a person. */
  auto: z.boolean(),
  clock: amount,
  /** What the watch of the deployment found; null: it did not end. */
  watch: z
    .strictObject({
      level: word,
      /** From the deploy with the fault to the verdict, in the time of the sandbox. */
      detectMs: amount,
      /** The rules that led to the verdict. */
      evidence: z.array(z.strictObject({ criterion: word, probe: word })),
    })
    .nullable(),
  /** Kinds of the options that `rewind decide` recommended when the first choice was made; empty: none. */
  recommended: z.array(word),
  steps: z.array(step),
  /** What the probes said after the last rollback. `inconclusive`, `not-watched`: not proven either way. */
  recovery: z.enum(['recovered', 'not-recovered', 'inconclusive', 'not-watched']),
  /** What must be gone at the end. */
  left: z.strictObject({ folder: z.string(), pids: z.array(z.number().int().positive()) }),
});
export type PlayedGame = z.infer<typeof playedGame>;

/** Points of each part, in all 100. */
export const GAME_DAY_PARTS = {
  detection: 20,
  evidence: 15,
  decision: 30,
  speed: 10,
  recovery: 20,
  tidiness: 5,
} as const;
export type GameDayPart = keyof typeof GAME_DAY_PARTS;

/** Milliseconds up to which a part has all its points, and from which on the time earns none. */
const TIMES = {
  detection: { full: 120_000, none: 600_000 },
  speed: { full: 180_000, none: 900_000 },
  recovery: { full: 300_000, none: 1_200_000 },
} as const;
/** Of the points for recovery: those for the proof alone, however late. */
const PROOF = 10;

/** Points of one part; null: it was not measured, and never counts as points. */
export interface GameDayScore {
  readonly part: GameDayPart;
  readonly points: number | null;
  readonly of: number;
}

const scored = z.strictObject({
  part: z.enum(Object.keys(GAME_DAY_PARTS) as [GameDayPart, ...GameDayPart[]]),
  points: amount.nullable(),
  of: amount,
});

/** The result of a game day. No text of a person or a service. */
export const gameDayRecord = z.strictObject({
  version: z.literal(1),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  verdict: z.enum(['passed', 'failed', 'unverified']),
  /** Number that the fault was drawn with; null: it was named. */
  seed: z.number().int().nonnegative().nullable(),
  ...playedGame.omit({ version: true, left: true }).shape,
  /** Nothing of the sandbox is left; null: it could not be looked at. */
  clean: z.boolean().nullable(),
  scores: z.array(scored),
  points: amount,
  /** Points of the parts that were measured: 100 if all were. */
  measured: amount,
});
export type GameDayRecord = z.infer<typeof gameDayRecord>;

type Facts = Omit<PlayedGame, 'version' | 'left'> & { readonly clean: boolean | null };

/** The rules that led to the verdict name the probe and the criterion of the fault; null: there is no verdict. Pure. */
export function namedFault({ fault, watch }: Pick<Facts, 'fault' | 'watch'>): boolean | null {
  if (watch === null || watch.level === 'inconclusive') return null;
  const { probe, criterion } = faultOf(fault);
  return watch.evidence.some((one) => one.probe === probe && one.criterion === criterion);
}

/** The watch said that something is wrong; null: it could not tell. Pure. */
export function detected({ watch }: Pick<Facts, 'watch'>): boolean | null {
  if (watch === null || watch.level === 'inconclusive') return null;
  return watch.level === 'roll-back' || watch.level === 'mitigate';
}

const isRight = ({ fault }: Pick<Facts, 'fault'>, { recommended, option }: PlayedGame['steps'][number]): boolean =>
  recommended || option === faultOf(fault).alsoRight;

type Choices = Pick<Facts, 'fault' | 'steps'>;

/** Position of the step that decides: a mitigation that nobody recommended eases, and what follows it decides. -1: none. Pure. */
function decisive(facts: Choices): number {
  const at = facts.steps.findIndex((one) => isRight(facts, one) || one.option !== 'mitigate');
  return at === -1 ? Math.min(0, facts.steps.length - 1) : at;
}

/** The option that was chosen, a kind of `rewind decide` or `nothing`; null: none was. Pure. */
export const decisionOf = (facts: Choices): string | null => facts.steps[decisive(facts)]?.option ?? null;

/** The decision is one that `rewind decide` recommended, or that the fault needs; null: nothing was chosen or recommended. Pure. */
export function decidedRight(facts: Choices & Pick<Facts, 'recommended'>): boolean | null {
  const chosen = facts.steps[decisive(facts)];
  return chosen === undefined || facts.recommended.length === 0 ? null : isRight(facts, chosen);
}

/** Real time that a person took for the decision; null: it was not measured. Pure. */
export function decideMs(facts: Choices): number | null {
  const times = facts.steps.slice(0, decisive(facts) + 1).map((one) => one.decideMs);
  return times.length === 0 || times.includes(null) ? null : times.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
}

/** Time of all that was carried out, in the time of the sandbox; null: nothing was. Pure. */
export function recoverMs({ steps }: Pick<Facts, 'steps'>): number | null {
  const times = steps.flatMap(({ tookMs }) => tookMs ?? []);
  return times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0);
}

/** The probes say that production is well again after what was carried out; null: they could not tell. Pure. */
export function recovered(facts: Pick<Facts, 'recovery' | 'steps'>): boolean | null {
  if (facts.recovery === 'not-recovered') return false;
  return facts.recovery === 'recovered' && recoverMs(facts) !== null ? true : null;
}

/** From 1 to 0. */
const shareOf = (ms: number, { full, none }: { readonly full: number; readonly none: number }): number =>
  Math.max(0, Math.min(1, (none - ms) / (none - full)));
const round = (points: number): number => Math.round(points * 10) / 10;

/** The points of each part. What was not measured has none, and is not part of what was measured. Pure. */
export function scoreGame(facts: Facts): GameDayScore[] {
  const right = decidedRight(facts);
  const spent = decideMs(facts);
  const share: Readonly<Record<GameDayPart, number | null>> = {
    detection: onlyIf(detected(facts), () => shareOf(facts.watch?.detectMs ?? Infinity, TIMES.detection)),
    evidence: onlyIf(namedFault(facts), () => 1),
    decision: onlyIf(right, () => 1),
    // A quick wrong decision earns nothing.
    speed: right === true && spent === null ? null : onlyIf(right, () => shareOf(spent ?? Infinity, TIMES.speed)),
    recovery: onlyIf(recovered(facts), () => {
      const proof = PROOF / GAME_DAY_PARTS.recovery;
      return proof + (1 - proof) * shareOf(recoverMs(facts) ?? Infinity, TIMES.recovery);
    }),
    tidiness: onlyIf(facts.clean, () => 1),
  };
  return (Object.keys(GAME_DAY_PARTS) as GameDayPart[]).map((part) => {
    const [of, got] = [GAME_DAY_PARTS[part], share[part]];
    return { part, points: got === null ? null : round(of * got), of };
  });
}

const onlyIf = (held: boolean | null, share: () => number): number | null =>
  held === null ? null : held ? share() : 0;

/** Each question of a game day. Speed is no question: it only earns points. Pure. */
function outcomesOf(facts: Facts): Readonly<Record<string, DrillOutcome>> {
  const of = (held: boolean | null): DrillOutcome => (held === null ? 'unverified' : held ? 'passed' : 'failed');
  return {
    detected: of(detected(facts)),
    named: of(namedFault(facts)),
    decided: of(decidedRight(facts)),
    recovered: of(recovered(facts)),
    clean: of(facts.clean),
  };
}

/** The whole result. Pure. */
export function gameDayRecordOf(
  played: PlayedGame,
  more: Pick<GameDayRecord, 'startedAt' | 'endedAt' | 'seed' | 'clean'>,
): GameDayRecord {
  const { version, fault, auto, clock, watch, recommended, steps, recovery } = played;
  const facts = { fault, auto, clock, watch, recommended, steps, recovery };
  const all = { ...facts, clean: more.clean };
  const scores = scoreGame(all);
  const measured = scores.filter(({ points }) => points !== null);
  return {
    version,
    ...more,
    ...facts,
    verdict: drillOutcome(Object.values(outcomesOf(all)).map((outcome) => ({ outcome }))),
    scores,
    points: round(measured.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    measured: measured.reduce((sum, { of }) => sum + of, 0),
  };
}
