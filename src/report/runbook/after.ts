import { callerFor, onlyInWorkflows, type RunbookFacts } from './facts.js';
import { code, commands, count, list, missing, paragraphs, rewind, startCommand, workflowLink } from './words.js';

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
        ? `**Automatic:** the probes watch for ${count(config.monitor['after-rollback-minutes'], 'minute')}; the report says of each area whether it has recovered.`
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
  if (!onlyInWorkflows(facts)) return code(rewind(facts, 'incident', 'note', '--text', 'TEXT'));
  const form = callerFor(facts, 'incident');
  return form?.inputs == null
    ? 'in the issue of the incident'
    : `${workflowLink(facts, form)} with the action ${code('note')}`;
}

/** The record of the incident. */
function show(facts: RunbookFacts): string {
  const form = callerFor(facts, 'incident');
  if (!onlyInWorkflows(facts)) return commands(rewind(facts, 'incident', 'show'));
  return form?.inputs == null
    ? missing('No workflow shows the record of an incident.', 'Copy examples/incident.yml to .github/workflows.')
    : paragraphs(`Start ${workflowLink(facts, form)}, or:`, commands(startCommand(facts, form, { action: 'show' })));
}

function undo(facts: RunbookFacts): string {
  const caller = callerFor(facts, 'rollback');
  const form = caller?.inputs?.some(({ name }) => name === 'undo') === true ? caller : null;
  return paragraphs(
    commands(
      ...(form === null ? [] : [startCommand(facts, form, { reason: 'WHY', undo: 'latest' })]),
      ...(onlyInWorkflows(facts) && form !== null ? [] : [rewind(facts, 'undo', '--reason', 'WHY')]),
    ),
    'It is a plan, and approved like any other.',
  );
}

/** The way forward, until nothing is open. */
export function recovery(facts: RunbookFacts): string {
  const { config } = facts;
  const caller = callerFor(facts, 'recover');
  const form = caller?.inputs == null ? null : caller;
  const own = config.resources.some(({ provider }) => provider === 'postgres');
  return paragraphs(
    [
      '1. **By hand:** find the cause, fix it, and deploy the fix. It stays staged while production is pinned. Check it there.',
      `2. **Then:** promote the fix. ${form === null ? '' : `Start ${workflowLink(facts, form)}; it`} ${form === null ? 'The plan' : ''} shows the deployment and its commit, and a second person approves.`.replace(
        / {2,}/g,
        ' ',
      ),
      '3. **By resource:** bring back the configuration that the fix needs. The plan applies it before the deployment takes production.',
      '4. **By hand:** lift the quarantine of the commit when it is safe, with a reason. Or leave it.',
      '5. **By hand:** close the incident. It cannot be closed while something is open.',
    ].join('\n'),
    form === null && onlyInWorkflows(facts)
      ? missing(
          'No workflow leads forward after a rollback.',
          'Copy examples/recover-production.yml to .github/workflows.',
        )
      : commands(
          ...(form === null ? [] : [startCommand(facts, form, { reason: 'WHY', deployment: 'latest' })]),
          ...(onlyInWorkflows(facts)
            ? []
            : [
                rewind(facts, 'recover', '--status'),
                rewind(facts, 'recover', '--deployment', 'latest', '--reason', 'WHY'),
                rewind(facts, 'rollback', '--digest', 'DIGEST'),
                rewind(facts, 'incident', 'close', '--reason', 'WHY'),
              ]),
        ),
    list(
      own &&
        `A database that a restore kept may be dropped after ${count(config.recovery['keep-days'], 'day')}, not before: ${code(rewind(facts, 'recover', '--drop-database', 'NAME'))}.`,
      !own && `Nothing that a rollback kept is dropped before ${count(config.recovery['keep-days'], 'day')} are over.`,
      `**By hand, within a week:** the post-mortem. ${code(rewind(facts, 'postmortem'))} writes it from the record; answer the questions in it.`,
    ),
  );
}

/** What to do when the rollback itself stops. */
export function halfway(facts: RunbookFacts): string {
  const { config } = facts;
  const named = config.contacts.length > 0;
  const only = onlyInWorkflows(facts);
  const again = only
    ? 'open the run and choose **Re-run failed jobs**'
    : `run the same command again, ${code(rewind(facts, 'rollback', '--digest', 'DIGEST'))}, or **Re-run failed jobs**`;
  const database = config.resources.find(({ provider }) => provider === 'postgres');
  return paragraphs(
    'Rewind writes down each change before and after it is made, and each run begins with what is left. So the first answer is nearly always: **the same again**. Do not repair by hand in between.',
    list(
      `**The run was cancelled, timed out, or its runner died.** ${capital(again)}. What is done is not repeated. If the run is gone, start a new one: it plans what is left.`,
      `**${code('apply-failed')}: one system failed, the others are done.** The report lists what is done, what is not, and what production is now. Fix the named cause (often a credential), then ${again}.`,
      `**${code('plan-drift')}: production changed after the plan.** Nothing was changed. Read the new plan; if it is right, get it approved.`,
      `**${code('plan-expired')} or ${code('approval-stale')}.** Nothing was changed. Start a new run and let somebody approve it.`,
      `**${code('environment-locked')}: another run changes this environment.** Wait for the run that the message names. Reject or cancel a run that only waits for its reviewer.`,
      database !== undefined &&
        paragraphs(
          `**${code('database-fenced')}: the application cannot connect to the database.** An interrupted restore left it closed. Open it; this needs no plan and no approval:`,
          commands(rewind(facts, 'unfence', '--scope', database.id)),
        ),
      database !== undefined &&
        `**${code('restore-failed')}, ${code('restore-mismatch')} or ${code('swap-failed')}.** The live database is still the one from before. Fix what the message names, then ${again}. If it fails again, roll back without the database, and decide about the data in peace.`,
      `**${code('verify-differs')}: the rollback is done, and something still differs.** The report names it. ${only ? 'Start a new run with **plan-only**: its plan' : code(rewind(facts, 'plan'))} shows what remains.`,
      `**${code('snapshot-corrupt')}, ${code('signature-invalid')} or ${code('snapshot-untrusted')}.** Do not use this snapshot. Take an older one, and find out who wrote to the store.`,
      '**The rollback is done, and it did not help.** Then the deploy was not the cause, or not alone. Take the rollback back (see above) or leave it, and look for the cause with nothing changing under you.',
      `**GitHub is down.** ${only ? 'The snapshots are artifacts there: switch the deployment in the dashboard of its host, and write down what you did.' : `The commands of [Rollback](#rollback) work on a machine with the credentials${config.store.kind === 's3' ? ' and access to the bucket' : ''}.`}`,
      `**Nothing of this fits.** ${!named ? `Nobody is named to call: add ${code('contacts')}.` : `Call somebody of [Contacts](#contacts).`} Say what the last line of the report says.`,
    ),
  );
}

/** The rehearsals. */
export function drills(facts: RunbookFacts): string {
  const { config, callers } = facts;
  const caller = callerFor(facts, 'drill') ?? callers.find(({ file }) => file === 'rewind-drill.yml') ?? null;
  const days = config.readiness['drill-days'];
  const rehearsed = caller ?? callers.find(({ purposes }) => purposes.includes('verify')) ?? null;
  return paragraphs(
    rehearsed === null
      ? missing(
          'No workflow rehearses a restore: a rollback that was never rehearsed is a hope.',
          `Add a workflow ${code('rewind-drill.yml')}, started each quarter, that restores a snapshot into a scratch database and compares it.`,
        )
      : null,
    list(
      rehearsed !== null &&
        `**Automatic:** ${workflowLink(facts, rehearsed)} (${code(rehearsed.file)}) rehearses a restore${rehearsed.schedules.length === 0 ? '' : ` (${rehearsed.schedules.map(code).join(', ')}, UTC)`}.`,
      days > 0
        ? `The last drill must not be older than ${count(days, 'day')}; the check of a pull request fails otherwise.`
        : `Nobody checks the age of the last drill (${code('readiness.drill-days')} is 0).`,
      `**By hand, each quarter:** one person who has never done it rolls back in a test environment with this page alone. Correct what was unclear.`,
      !onlyInWorkflows(facts) &&
        `A restore into a scratch database, which ${code('REWIND_SCRATCH_DATABASE_URL')} names: ${code(rewind(facts, 'verify', '--restorable'))}`,
    ),
  );
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
