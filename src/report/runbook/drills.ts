import type { Caller } from '../../config/callers.js';
import { callerFor, type RunbookFacts } from './facts.js';
import {
  code,
  codes,
  either,
  foldedSettings,
  issuesLink,
  lasting,
  list,
  missing,
  paragraphs,
  rewind,
  rewindPage,
  startCommand,
  workflowLink,
} from './markup.js';
import { plural } from '../../runtime/text.js';

/**
 * The rehearsals. The last result is a link: its text would make the page old after each drill, and a runbook is made without
 * reading the store.
 */
export function drills(facts: RunbookFacts): string {
  const caller = callerFor(facts, 'drill');
  const form = caller?.inputs == null ? null : caller;
  const training = rewindPage(facts, 'blob/v1/docs/training.md');
  return paragraphs(
    `A drill restores a snapshot beside production, checks it there, and measures how long that takes (RTO) and what it would lose (RPO). It only reads production.`,
    caller === null
      ? missing(
          'No workflow rehearses a rollback. A rollback that nobody has tried may not work.',
          `Copy examples/drill.yml to .github/workflows/rewind-drill.yml.`,
        )
      : null,
    list(
      caller !== null && automatic(facts, caller),
      caller !== null && result(facts, caller),
      ...targets(facts),
      age(facts, caller),
      facts.config.drill.preview !== undefined &&
        `The HTTP probes of a drill ask ${code(facts.config.drill.preview)}, which must have no data of production.`,
      '**By hand, each quarter:** one person who has never done it rolls back in a test environment with this page alone. Correct what was unclear.',
      training !== null && `**By hand, for new people:** [an hour with the game day](${training}), in a sandbox.`,
    ),
    '**By hand, at any time**, with the snapshot that a rollback would take:',
    either(form === null ? null : startCommand(facts, form, { snapshot: 'latest' }), [
      rewind(facts, 'drill'),
      rewind(facts, 'drill', '--random'),
    ]),
    `On a machine it needs an identity and credentials that only read. Exit status 1: a check failed, or a target was missed. 3: something could not be checked, which does not count as passed. ${code('--random')} takes any snapshot of the store.`,
    foldedSettings('Settings of the drill', facts.config.drill, [
      'targets.rto-minutes',
      'targets.rpo-minutes',
      'preview',
    ]),
  );
}

function automatic(facts: RunbookFacts, caller: Caller): string {
  const which = `${workflowLink(facts, caller)} (${code(caller.file)})`;
  const environment = caller.environments['drill-environment'];
  const where = environment === undefined ? '' : ` It uses the GitHub environment ${code(environment)}.`;
  return caller.schedules.length === 0
    ? `⚠️ **By hand:** ${which} rehearses a rollback, and no schedule starts it. Add one, e.g. each quarter.${where}`
    : `**Automatic:** ${which} rehearses a rollback (${codes(caller.schedules)}, UTC).${where} GitHub stops the schedule of a public repository in which nothing happens for 60 days.`;
}

const result = (facts: RunbookFacts, caller: Caller): string =>
  `**Last result, RTO and RPO:** the summary of the newest run of ${workflowLink(facts, caller)}; it lists the last 12 drills. After a drill that did not pass, there is an open ${issuesLink(facts, 'rewind-drill')} with the label ${code('rewind-drill')}.`;

function targets({ config }: RunbookFacts): string[] {
  const { 'rto-minutes': rto, 'rpo-minutes': rpo } = config.drill.targets;
  const open = [
    ...(rto === undefined ? [code('drill.targets.rto-minutes')] : []),
    ...(rpo === undefined ? [code('drill.targets.rpo-minutes')] : []),
  ];
  return [
    ...(rto === undefined
      ? []
      : [
          `**Target:** ${lasting(rto)} from the decision to a verified rollback, with the usual wait for the approval.`,
        ]),
    ...(rpo === undefined
      ? []
      : [`**Target:** the newest snapshot that passed its last drill is at most ${lasting(rpo)} old.`]),
    ...(open.length === 0
      ? []
      : [`No target is set for ${open.join(' and ')}: a drill measures it, and fails for none.`]),
  ];
}

function age(facts: RunbookFacts, caller: Caller | null): string {
  const days = facts.config.readiness['drill-days'];
  if (days === 0) return `Nobody checks the age of the last drill (${code('readiness.drill-days')} is 0).`;
  const pulls = callerFor(facts, 'readiness') === null ? '' : 'the check of a pull request';
  const told = `The last drill that passed must not be older than ${plural(days, 'day')}.`;
  // Without any drill, a pull request gets no more than a warning.
  if (caller === null) return pulls === '' ? told : `${told} Until there is one, ${pulls} warns.`;
  return `${told} Else ${code(rewind(facts, 'check'))} and each snapshot warn${pulls === '' ? '' : `, and ${pulls} fails`}.`;
}
