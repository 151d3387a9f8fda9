import {
  decidedRight,
  decideMs,
  decisionOf,
  detected,
  namedFault,
  recovered,
  recoverMs,
  type GameDayPart,
  type GameDayRecord,
} from '../engine/game-day.js';
import { faultOf } from '../engine/game-day-faults.js';
import { escapeText, table } from '../runtime/markdown.js';
import { seconds } from '../runtime/progress.js';
import { plural, textOf } from '../runtime/text.js';

/** What the options of `rewind decide` are called. */
const OPTIONS: Readonly<Record<string, string>> = {
  dependency: 'look at what both deployments use',
  flags: 'flags back',
  'flags-off': 'flags off',
  mitigate: 'ease it with the mitigation',
  code: 'code and configuration back, the database stays',
  down: 'code back and migrations down',
  restore: 'code back and the database restored',
  fix: 'fix forward',
  nothing: 'do nothing',
};
const named = (option: string): string => OPTIONS[option] ?? option;

const PARTS: Readonly<Record<GameDayPart, string>> = {
  detection: 'Detection: time from the deploy to the verdict',
  evidence: 'Evidence: the verdict names the fault',
  decision: 'Decision: what "rewind decide" recommends',
  speed: 'Speed: time from the verdict to the approval',
  recovery: 'Recovery: proven by the probes',
  tidiness: 'Tidiness: nothing of the sandbox is left',
};
const VERDICTS = { passed: 'passed', failed: 'FAILED', unverified: 'could not be measured in full' } as const;

const lasting = (ms: number): string => seconds(ms / 1000);

/** One line, e.g. "Game day passed: 98 of 100 points." */
export function gameDayTitle({ verdict, points, measured }: GameDayRecord): string {
  const left =
    measured === 100
      ? ''
      : `; ${plural(100 - measured, 'point was not measured and does', 'points were not measured and do')} not count`;
  return `Game day ${VERDICTS[verdict]}: ${points} of 100 points${left}.`;
}

/** What happened, a sentence each. */
export function gameDayLines(record: GameDayRecord): string[] {
  const { fault, auto, seed, clock, watch, recommended, steps, clean } = record;
  const chosen = decisionOf(record);
  const right = decidedRight(record);
  const took = recoverMs(record);
  const spent = decideMs(record);
  const well = recovered(record);
  const rule = watch?.evidence.map(({ criterion, probe }) => `${criterion} (probe ${probe})`).join(', ') ?? '';
  const own = namedFault(record);
  return [
    `Fault: ${fault}: ${faultOf(fault).what}${seed === null ? '' : ` (seed ${seed})`}.`,
    `Decided by ${auto ? 'the program' : 'a person'}. Times of the sandbox are those of its programs, whose clock runs ${clock} times as fast as ours.`,
    watch === null
      ? 'Detection was not measured: the watch did not end.'
      : detected(record) === null
        ? 'Detection was not measured: the watch could not tell.'
        : `The watch said "${watch.level}" ${lasting(watch.detectMs)} after the deploy (time of the sandbox)${detected(record) === true ? '' : ', and did not find the fault'}.`,
    own === null
      ? 'Whether the evidence names the fault was not measured.'
      : `The evidence ${own ? 'names the fault' : 'does not name the fault'}${rule === '' ? '' : `: ${rule}`}.`,
    chosen === null
      ? 'Nothing was decided.'
      : `Decision: ${named(chosen)}. ${
          right === null
            ? 'Whether it was right was not measured: "rewind decide" recommended nothing.'
            : right
              ? 'That was right.'
              : `That was not what the evidence called for. It called for: ${[...recommended, ...[faultOf(fault).alsoRight ?? []].flat()].map(named).join(', or ')}.`
        }`,
    ...(steps.length > 1 ? [`All steps: ${steps.map(({ option }) => named(option)).join(', then ')}.`] : []),
    spent === null
      ? 'The time to the approval was not measured.'
      : `From the choice to the approval: ${lasting(spent)} (our time).`,
    well === null
      ? 'Recovery was not measured: the probes could not tell.'
      : well
        ? `Recovered by the probes${took === null ? '' : `, ${lasting(took)} after the approval (time of the sandbox)`}.`
        : 'Production did not recover.',
    clean === null
      ? 'Whether something of the sandbox is left was not measured.'
      : clean
        ? 'Nothing of the sandbox is left.'
        : 'Something of the sandbox is left. The next game day removes it.',
  ];
}

const pointsOf = (points: number | null): string => (points === null ? 'not measured' : String(points));

/** For a terminal. */
export const gameDayText = (record: GameDayRecord): string =>
  textOf([
    gameDayTitle(record),
    ...gameDayLines(record),
    ...record.scores.map(({ part, points, of }) => `  ${PARTS[part]}: ${pointsOf(points)} of ${of}`),
  ]);

const SIGNS = { passed: '✅', failed: '❌', unverified: '❔' } as const;

/** The scoring sheet, also for a job summary. */
export const gameDayMarkdown = (record: GameDayRecord): string =>
  [
    `## ${SIGNS[record.verdict]} ${escapeText(gameDayTitle(record))}`,
    gameDayLines(record)
      .map((line) => `- ${escapeText(line)}`)
      .join('\n'),
    table(
      ['Part', 'Points', 'Of'],
      record.scores.map(({ part, points, of }) => [PARTS[part], pointsOf(points), String(of)]),
    ),
  ].join('\n\n');
