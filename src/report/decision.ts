import { age } from '../runtime/progress.js';
import { sentences, textOf } from '../runtime/text.js';
import { deployFlagsLines, deployFlagsMarkdown, type ShownDeployFlags } from './deploy-flags.js';
import { codeSpan, lineOf, table } from '../runtime/markdown.js';
import { optionLines, optionMarkdown, type ShownOption } from './decision-options.js';
import { suspectLines, suspectMarkdown, type Suspects } from './decision-suspects.js';
import { ruleText } from './verdict.js';

/** One finding of a watch. */
export interface Evidence {
  /** ISO 8601 */
  readonly at: string;
  readonly level: string;
  readonly criterion: string;
  readonly probe: string;
  readonly rule: string;
  readonly bad: number;
  readonly total: number;
  /** Normal rate; null: the rule has none. */
  readonly normal: number | null;
  readonly evidence: number | null;
  readonly threshold: number | null;
}

/** What is broken, from an incident or from the file of a watch. */
export interface Broken {
  readonly incident: { readonly id: string; readonly title: string } | null;
  /** Level of the last verdict; null: no verdict. */
  readonly level: string | null;
  /** ISO 8601: the first verdict; without one, the opening of the incident. */
  readonly since: string;
  /** Id of the deployment that was watched; null: unknown. */
  readonly deployment: string | null;
  readonly suspect: 'deploy' | 'shared' | null;
  /** A rollback after the last verdict was verified at this time (ISO 8601); null: none. */
  readonly restoredAt: string | null;
  /** Oldest first. */
  readonly evidence: readonly Evidence[];
}

export interface ShownDecision {
  readonly environment: string;
  readonly broken: Broken | null;
  /** Null: no snapshot can be compared. */
  readonly suspects: Suspects | null;
  /** The flags that pull requests of the deploy name; null: unknown, and `missing` says why. */
  readonly flags: ShownDeployFlags | null;
  /** In the order in which to consider them. */
  readonly options: readonly ShownOption[];
  /** What is left out, and why. */
  readonly missing: readonly string[];
}

const HARMFUL: ReadonlySet<string | null> = new Set(['mitigate', 'roll-back']);

/** One line: what is broken and since when. */
export function decisionHeadline({ environment, broken }: ShownDecision, now: Date): string {
  const production = `"${environment}"`;
  if (broken === null)
    return `Nothing says what is broken in ${production}: no incident is open, and there is no verdict.`;
  const { level, since, incident, evidence, restoredAt } = broken;
  const when = `${since} (${age(now.getTime() - Date.parse(since))} ago)`;
  const newest = evidence.at(-1);
  const what = newest === undefined ? '' : `: ${measured(newest)}`;
  const restored = restoredAt === null ? [] : [`A rollback was verified at ${restoredAt}.`];
  if (HARMFUL.has(level))
    return sentences(
      `${production} ${restoredAt === null ? 'has been' : 'had been'} broken since ${when}${what}.`,
      ...restored,
    );
  if (level !== null) {
    const last = `The last one, of ${when}, is "${level}"${what}.`;
    return sentences(`No verdict says that ${production} is broken. ${last}`, ...restored);
  }
  // Nobody measured when it broke: a rollback opens an incident, too.
  const opened = `An incident of ${production} is open since ${when}, without a verdict: ${incident?.title ?? ''}`;
  return sentences(opened, ...restored);
}

/** "payments, probe checkout: failures, 12 of 30 bad (normal: up to 5.0 %), evidence 14.2 of 9.8" */
function measured({ criterion, probe, rule, bad, total, normal, evidence, threshold }: Evidence): string {
  const usual = normal === null ? '' : ` (normal: up to ${(100 * normal).toFixed(1)} %)`;
  const proof =
    evidence === null || threshold === null ? '' : `, evidence ${evidence.toFixed(1)} of ${threshold.toFixed(1)}`;
  return `${criterion}, probe ${probe}: ${ruleText(rule)}, ${bad} of ${total} bad${usual}${proof}`;
}

const SHARED =
  'The previous deployment fails too: suspect the database or a provider before the code. A rollback of the code alone may not help.';

/** What must be read before the rest. */
function warningsOf({ broken, suspects }: ShownDecision): string[] {
  return [
    ...(broken?.suspect === 'shared' ? [SHARED] : []),
    ...(broken?.deployment != null && suspects?.production != null && !suspects.production.includes(broken.deployment)
      ? [`The verdict is about ${broken.deployment}. Production is ${suspects.production} now.`]
      : []),
  ];
}

const NO_OPTION = 'There is no option: Rewind knows no difference that it can take back.';

/** For a terminal. */
export function decisionText(shown: ShownDecision, now: Date): string {
  const { broken, suspects, flags, options, missing } = shown;
  return textOf([
    decisionHeadline(shown, now),
    ...warningsOf(shown).map((line) => `! ${line}`),
    ...(broken?.incident == null ? [] : [`Incident ${broken.incident.id}: ${broken.incident.title}`]),
    ...(broken === null || broken.evidence.length === 0 ? [] : ['', 'Evidence:']),
    ...(broken?.evidence ?? []).map((one) => `  ${one.at}  ${one.level}: ${measured(one)}`),
    ...(suspects === null ? [] : ['', ...suspectLines(suspects, now)]),
    ...deployFlagsLines(flags),
    '',
    options.length === 0 ? NO_OPTION : 'Options, in the order in which to consider them:',
    ...options.flatMap((option, at) => optionLines(option, at + 1)),
    ...(missing.length === 0 ? [] : ['', 'Read this, too:', ...missing.map((line) => `  - ${line}`)]),
  ]);
}

/** For a job summary. */
export function decisionMarkdown(shown: ShownDecision, now: Date): string {
  const { broken, suspects, flags, options, missing } = shown;
  const mark = broken?.restoredAt == null && HARMFUL.has(broken?.level ?? null) ? '🔴 ' : '';
  return `${[
    `## ${mark}${lineOf(decisionHeadline(shown, now))}`,
    ...warningsOf(shown).map((line) => `⚠️ **${lineOf(line)}**`),
    ...(broken?.incident == null ? [] : [`Incident ${codeSpan(broken.incident.id)}: ${lineOf(broken.incident.title)}`]),
    options.length === 0 ? NO_OPTION : '### Options, in the order in which to consider them',
    ...options.map((option, at) => optionMarkdown(option, at + 1)),
    ...(broken === null || broken.evidence.length === 0
      ? []
      : [
          '### Evidence',
          table(
            ['UTC', 'Verdict', 'What was measured'],
            broken.evidence.map((one) => [one.at, one.level, measured(one)]),
          ),
        ]),
    ...(suspects === null ? [] : suspectMarkdown(suspects, now)),
    ...[deployFlagsMarkdown(flags).trimEnd()].filter((text) => text !== ''),
    ...(missing.length === 0 ? [] : ['### Read this, too', missing.map((line) => `- ${lineOf(line)}`).join('\n')]),
  ].join('\n\n')}\n`;
}
