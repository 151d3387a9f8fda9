import type { CallerInput } from '../../config/callers.js';
import { details, tableOfMarkup } from '../../runtime/markdown.js';
import { approvalSteps, approvers, expeditedLane } from './approval.js';
import { callerFor, keptInWorkflows, type RunbookFacts } from './facts.js';
import {
  code,
  codes,
  commands,
  list,
  missing,
  paragraphs,
  plain,
  rewind,
  startCommand,
  workflowLink,
} from './markup.js';
import { plural } from '../../runtime/text.js';

/** The rollback itself, from the form to the report. */
export function click(facts: RunbookFacts): string {
  const { config } = facts;
  const caller = callerFor(facts, 'rollback');
  const line = commands(
    rewind(facts, 'plan', '--reason', 'WHY'),
    '# read the plan; then, with the digest that it ends with:',
    rewind(facts, 'rollback', '--digest', 'DIGEST'),
  );
  if (caller?.inputs == null) {
    return paragraphs(
      missing(
        caller === null
          ? 'No workflow of this repository starts a rollback.'
          : `${plain(caller.file)} rolls back, but nobody can start it by hand.`,
        'Copy examples/rollback-production.yml to .github/workflows, so that a rollback is one click and one approval.',
      ),
      paragraphs('Until then, on a machine with the credentials and the identity:', line, staysOnMachine(facts)),
      `**Who approves:** ${approvers(facts)}`,
      expeditedLane(config),
    );
  }
  const names = new Set(caller.inputs.map(({ name }) => name));
  const mismatch = caller.environments.environment;
  return paragraphs(
    mismatch !== undefined && mismatch.toLowerCase() !== config.environment.toLowerCase()
      ? `> ⚠️ **Wrong:** ${code(caller.file)} names the environment ${code(mismatch)}, and the configuration names ${code(config.environment)}: the plan will refuse to run.`
      : null,
    numbered(
      `Open ${workflowLink(facts, caller)} and choose **Run workflow**, on the default branch.`,
      'Write the reason. Leave everything else as it is to return to the state before the last deploy. The database stays as it is.',
      ...approvalSteps(config),
      `Rewind takes a snapshot of what is there now, rolls back, compares production with the snapshot${watches(facts)}, and writes a report. Read its first line.`,
    ),
    'The same start from a terminal:',
    commands(startCommand(facts, caller, { reason: 'WHY' })),
    `**Who approves:** ${approvers(facts)} A plan that is older than ${plural(config['plan-hours'], 'hour')} is refused.`,
    expeditedLane(config),
    details('The form, input by input', tableOfMarkup(['Input', 'What to write'], caller.inputs.map(row))),
    names.has('database')
      ? null
      : missing('The form has no input `database`.', 'Copy it from examples/rollback-production.yml.'),
    keptInWorkflows(facts)
      ? paragraphs('**Without GitHub Actions**, while the API of GitHub answers:', line, staysOnMachine(facts))
      : paragraphs('**Without GitHub**, on a machine with the credentials and the identity:', line),
  );
}

/** What a rollback on a machine leaves behind if the store is not there. */
const staysOnMachine = (facts: RunbookFacts): string | null =>
  keptInWorkflows(facts)
    ? `Set the variables of [Preparation](#preparation) first. First cancel the runs of the rollback workflow: nothing else keeps two rollbacks apart. Stay on that machine, and keep the folder ${code('.rewind')}: it alone has the journal, the record and the snapshot for the undo.`
    : null;

const row = ({ name, description, required, default: usual, options }: CallerInput): string[] => [
  `${code(name)}${required ? ' (required)' : ''}`,
  [
    plain(description),
    ...(options.length === 0 ? [] : [`One of ${codes(options)}.`]),
    ...(usual === '' ? [] : [`Default: ${code(usual)}.`]),
  ]
    .filter((text) => text !== '')
    .join(' '),
];

const watches = ({ config: { probes, monitor } }: RunbookFacts): string =>
  probes.length === 0 || monitor['after-rollback-minutes'] === 0 ? '' : ', watches it with the probes';

/** Which database mode, and to which snapshot: what a person must decide. */
export function choices(facts: RunbookFacts): string {
  const { config } = facts;
  const restorable = config.resources.filter(({ provider }) =>
    ['postgres', 'neon-branch', 'rds-snapshot'].includes(provider),
  );
  const migrations = config.resources.filter(({ provider }) => provider === 'prisma');
  const lists = callerFor(facts, 'list');
  return list(
    `**Which snapshot:** ${code('latest')} is the newest one from before the deploy that is live. ${code('previous')} goes one further back. ${lists !== null && lists.inputs !== null ? `${workflowLink(facts, lists)} shows all of them.` : `${code(rewind(facts, 'list'))} shows all of them.`}`.trim(),
    restorable.length + migrations.length > 0 &&
      `**Which database mode:** ${code('none')} leaves the database alone; old code on a newer schema is usually safe.${migrations.length === 0 ? '' : ` ${code('down')} takes back the migrations since the snapshot.`}${restorable.length === 0 ? '' : ` ${code('restore')} brings the rows of the snapshot back, and what was written since is not there any more.`} The plan says what each mode loses and which one it recommends.`,
    `**Changes of people after the deploy** stay, unless ${code('include-later-changes')} names the resource.`,
    `**Order:** the deployment first, then the database, then configuration and services. What closes an exposure waits for nothing.`,
  );
}

export const numbered = (...steps: readonly string[]): string =>
  steps.map((step, index) => `${index + 1}. ${step.replaceAll('\n', '\n   ')}`).join('\n');
