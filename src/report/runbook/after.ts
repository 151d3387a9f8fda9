import { numbered } from './click.js';
import { callerFor, keptInWorkflows, type RunbookFacts } from './facts.js';
import { code, commands, either, list, missing, paragraphs, rewind, startCommand, workflowLink } from './markup.js';
import { plural } from '../../runtime/text.js';

/** What is checked, and what is still not normal. */
export function afterwards(facts: RunbookFacts): string {
  const { config } = facts;
  const watched = config.probes.length > 0 && config.monitor['after-rollback-minutes'] > 0;
  const own = config.resources.filter(({ provider }) => provider === 'postgres');
  const carried = own.filter((one) => one.provider === 'postgres' && one.restore !== 'in-place');
  const stripe = config.resources.filter(({ provider }) => provider === 'stripe-webhooks');
  return paragraphs(
    list(
      '**Automatic:** Rewind captures everything again and compares it with the snapshot. The report says what is equal, what differs, and what was not compared.',
      watched
        ? `**Automatic:** the probes watch for ${plural(config.monitor['after-rollback-minutes'], 'minute')}; the report says of each area whether it has recovered.`
        : '**By hand:** sign in, buy something, look at the errors. No probe does that for you.',
      '**Automatic:** production is pinned: a push does not replace the rollback. The commit that was rolled back is held back.',
      `**By hand:** write down what you saw and did: ${noteWith(facts)}.`,
      carried.length > 0 &&
        `**By hand, after a restore of ${carried.map(({ id }) => code(id)).join(', ')}:** carry over the rows that were written since. ${code(rewind(facts, 'salvage'))} plans it, ${code(rewind(facts, 'salvage', '--digest', 'DIGEST'))} does it.`,
      own.length > 0 &&
        stripe.length > 0 &&
        `**By hand, after a restore:** send the events of Stripe again that it took back: ${code(rewind(facts, 'replay'))} plans it.`,
    ),
    'What is not yet normal, oldest first, each with its command:',
    show(facts),
    '**To take the rollback back**, data included:',
    undo(facts),
  );
}

function noteWith(facts: RunbookFacts): string {
  if (!keptInWorkflows(facts)) return code(rewind(facts, 'incident', 'note', '--text', 'TEXT'));
  const form = callerFor(facts, 'incident');
  return form?.inputs == null
    ? 'in the issue of the incident'
    : `${workflowLink(facts, form)} with the action ${code('note')}`;
}

/** The record of the incident. */
function show(facts: RunbookFacts): string {
  const form = callerFor(facts, 'incident');
  if (!keptInWorkflows(facts)) return commands(rewind(facts, 'incident', 'show'));
  return form?.inputs == null
    ? missing('No workflow shows the record of an incident.', 'Copy examples/incident.yml to .github/workflows.')
    : paragraphs(
        `Start ${workflowLink(facts, form)}, or:`,
        either(startCommand(facts, form, { action: 'show' }), [rewind(facts, 'incident', 'show')]),
      );
}

function undo(facts: RunbookFacts): string {
  const caller = callerFor(facts, 'rollback');
  const form = caller?.inputs?.some(({ name }) => name === 'undo') === true ? caller : null;
  return paragraphs(
    either(
      form === null ? null : startCommand(facts, form, { reason: 'WHY', undo: 'latest' }),
      keptInWorkflows(facts) && form !== null
        ? []
        : [rewind(facts, 'undo', '--reason', 'WHY'), rewind(facts, 'rollback', '--digest', 'DIGEST')],
    ),
    'It is a plan, and approved like any other.',
  );
}

/** A command of the incident: the form of its workflow if only workflows keep the record. */
function onRecord(
  facts: RunbookFacts,
  action: string,
  words: readonly string[],
  fields: Record<string, string>,
): string {
  const form = callerFor(facts, 'incident');
  return keptInWorkflows(facts) && form?.inputs != null
    ? code(startCommand(facts, form, { action, ...fields }))
    : code(rewind(facts, 'incident', action, ...words));
}

function dropWith(facts: RunbookFacts): string {
  const form = callerFor(facts, 'recover');
  return keptInWorkflows(facts) && form?.inputs?.some(({ name }) => name === 'drop-database') === true
    ? `start ${workflowLink(facts, form)} with its name in **drop-database**`
    : code(rewind(facts, 'recover', '--drop-database', 'NAME'));
}

/** The way forward, until nothing is open. */
export function recovery(facts: RunbookFacts): string {
  const { config } = facts;
  const caller = callerFor(facts, 'recover');
  const form = caller?.inputs == null ? null : caller;
  const own = config.resources.some(({ provider }) => provider === 'postgres');
  const promote =
    form === null && keptInWorkflows(facts)
      ? missing(
          'No workflow leads forward after a rollback.',
          'Copy examples/recover-production.yml to .github/workflows.',
        )
      : either(
          form === null ? null : startCommand(facts, form, { reason: 'WHY', deployment: 'latest' }),
          keptInWorkflows(facts)
            ? []
            : [
                rewind(facts, 'recover', '--deployment', 'latest', '--reason', 'WHY'),
                rewind(facts, 'rollback', '--digest', 'DIGEST'),
              ],
        );
  return paragraphs(
    `${code(rewind(facts, 'recover', '--status'))} shows what is not yet normal, and changes nothing.`,
    numbered(
      '**By hand:** find the cause, fix it, and deploy the fix. It stays staged while production is pinned. Check it there.',
      paragraphs(
        `**Promote the fix.** ${form === null ? 'The plan' : `Start ${workflowLink(facts, form)}; it`} shows the deployment and its commit, and a second person approves.`,
        promote,
      ),
      `**If the fix needs configuration that the rollback took away:** name its resources, too, in ${form === null || keptInWorkflows(facts) ? '' : `**scope** of the form, or with `}${keptInWorkflows(facts) ? '**scope**' : code('--scope')}. The plan applies it before the deployment takes production.`,
      `**By hand:** lift the quarantine of the commit when it is safe, with a reason, or leave it: ${onRecord(facts, 'discharge', ['--obligation', 'ID', '--reason', 'WHY'], { obligation: 'ID', text: 'WHY' })}.`,
      `**By hand:** close the incident: ${onRecord(facts, 'close', ['--reason', 'WHY'], { text: 'WHY' })}. It cannot be closed while something is open.`,
    ),
    list(
      own &&
        `A database that a restore kept may be dropped after ${plural(config.recovery['keep-days'], 'day')}, not before: ${dropWith(facts)}.`,
      !own &&
        `Nothing that a rollback kept is dropped before ${plural(config.recovery['keep-days'], 'day is', 'days are')} over.`,
      `**By hand, within a week:** the post-mortem. ${code(rewind(facts, 'postmortem'))} writes it from the record; answer the questions in it.`,
    ),
  );
}
