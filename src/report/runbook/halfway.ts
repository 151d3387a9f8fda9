import type { RewindConfig } from '../../config/schema.js';
import { callerFor, keptInWorkflows, type RunbookFacts } from './facts.js';
import { capital, code, commands, joined, list, paragraphs, rewind } from './markup.js';

type Resource = RewindConfig['resources'][number];
type Postgres = Extract<Resource, { readonly provider: 'postgres' }>;

const isPostgres = (resource: Resource): resource is Postgres => resource.provider === 'postgres';

/** What to do when the rollback itself stops. */
export function halfway(facts: RunbookFacts): string {
  const { config } = facts;
  const only = keptInWorkflows(facts);
  const again = only
    ? 'open the run and choose **Re-run failed jobs**'
    : `run the same command again, ${code(rewind(facts, 'rollback', '--digest', 'DIGEST'))}, or **Re-run failed jobs**`;
  return paragraphs(
    'Rewind writes down each change before and after it is made, and each run begins with what is left. So the first answer is nearly always: **the same again**. Do not repair by hand in between.',
    list(
      `**The run was cancelled, timed out, or its runner died.** ${capital(again)}. What is done is not repeated. If the run is gone, start a new one: it plans what is left.`,
      `**${code('apply-failed')}: one system failed, the others are done.** The report lists what is done, what is not, and what production is now. Fix the named cause (often a credential), then ${again}.`,
      `**${code('plan-drift')}: somebody else changed production after the plan.** The run did nothing more. Read the new plan; if it is right, get it approved.`,
      `**${code('plan-expired')} or ${code('approval-stale')}.** This run changed nothing. Start a new run and let somebody approve it.`,
      `**${code('environment-locked')}: another run changes this environment.** Wait for the run that the message names. Reject or cancel a run that only waits for its reviewer.`,
      ...databases(facts, again),
      `**${code('verify-differs')}: the rollback is done, and something still differs.** The report names it. ${only ? 'Start a new run with **plan-only**: its plan' : code(rewind(facts, 'plan'))} shows what remains.`,
      `**${code('snapshot-corrupt')}, ${code('signature-invalid')} or ${code('snapshot-untrusted')}.** Do not use this snapshot. Take an older one, and find out who wrote to the store.`,
      '**The rollback is done, and it did not help.** Then the deploy was not the cause, or not alone. Take the rollback back ([how](#after-the-rollback)) or leave it, and look for the cause while nothing changes.',
      `**GitHub is down.** ${withoutGitHub(facts)}`,
      `**None of this fits.** ${config.contacts.length === 0 ? `Nobody is named to call: add ${code('contacts')}.` : `Call somebody listed under [Contacts](#contacts).`} Say what the last line of the report says.`,
    ),
  );
}

function databases(facts: RunbookFacts, again: string): string[] {
  const found = facts.config.resources.filter(isPostgres);
  if (found.length === 0) return [];
  const inPlace = found.filter(({ restore }) => restore === 'in-place');
  const swapped = found.length > inPlace.length;
  const unsure =
    inPlace.length === 0
      ? ''
      : ` If the message speaks of a COMMIT, ${joined(inPlace.map(({ id }) => code(id)))} is either as before or restored as a whole, and the next run finds out.`;
  return [
    paragraphs(
      `**${code('database-fenced')}: the application cannot connect to the database.** An interrupted restore closed it. Open it; this needs no plan and no approval, and it then has the data from before the rollback:`,
      commands(rewind(facts, 'unfence', '--scope', found.map(({ id }) => id).join(','))),
      `Without the program, its owner opens it, connected to another database of the server: ${code('ALTER DATABASE "NAME" ALLOW_CONNECTIONS true;')}`,
    ),
    ...(swapped
      ? [
          `**${code('swap-failed')}: the restored database is ready and has not taken the name.** The live database is the one from before, and Rewind opened it again. If the message says that it is closed or that Rewind could not find out, take ${code('database-fenced')} above. End the sessions that the message names, then ${again}: it does not restore a second time.`,
        ]
      : []),
    `**${code('restore-failed')}.** The live database is as before.${unsure} Fix what the message names, then ${again}. If it fails again, roll back without the database, and decide about the data later.`,
    `**${code('restore-mismatch')}: what was restored is not what the snapshot says.** The live database is as before. The same rollback fails again: take an older snapshot (${olderSnapshot(facts)}), or roll back without the database.`,
  ];
}

function olderSnapshot(facts: RunbookFacts): string {
  const inputs = callerFor(facts, 'rollback')?.inputs ?? [];
  return inputs.some(({ name }) => name === 'snapshot')
    ? `${code('previous')} in **snapshot**`
    : code(rewind(facts, 'plan', '--snapshot', 'previous'));
}

function withoutGitHub(facts: RunbookFacts): string {
  const { store } = facts.config;
  if (!keptInWorkflows(facts)) {
    return `The commands of [Rollback](#rollback) work on a machine with the credentials${store.kind === 's3' ? ' and access to the bucket' : ''}.`;
  }
  return 'The snapshots are artifacts there. If only Actions is down and the API answers, the commands of [Rollback](#rollback) work. Else switch the deployment in the dashboard of its host, and write down what you did.';
}
