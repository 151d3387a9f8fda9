import type { Caller } from '../../config/callers.js';
import type { RewindConfig } from '../../config/schema.js';
import { tableOfMarkup } from '../../runtime/markdown.js';
import { callerFor, keptInWorkflows, type RunbookFacts } from './facts.js';
import { allVariables } from './systems.js';
import {
  code,
  codes,
  commands,
  foldedSettings,
  joined,
  list,
  missing,
  paragraphs,
  plain,
  releasesLink,
  rewind,
  settingsLink,
  workflowLink,
} from './markup.js';
import { plural } from '../../runtime/text.js';

const STORES: Readonly<Record<RewindConfig['store']['kind'], string>> = {
  artifact: 'artifacts of GitHub Actions in this repository',
  s3: 'a bucket of Amazon S3',
  directory: 'a directory',
};

const DAYS = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/** What must be there before anything goes wrong. */
export function preparation(facts: RunbookFacts): string {
  return paragraphs(beforeDeploys(facts), snapshots(facts), keys(facts), workflows(facts));
}

function beforeDeploys(facts: RunbookFacts): string {
  const { config } = facts;
  const { readiness } = config;
  const snapshot = callerFor(facts, 'snapshot');
  const release = callerFor(facts, 'release');
  const checks = callerFor(facts, 'readiness');
  const major = readiness['major-changes'];
  return paragraphs(
    snapshot === null
      ? missing(
          'No workflow takes a snapshot before a deploy, so there may be nothing to return to.',
          'Copy examples/pre-deploy-snapshot.yml to .github/workflows.',
        )
      : null,
    list(
      snapshot !== null &&
        `**Automatic:** ${workflowLink(facts, snapshot)} (${code(snapshot.file)}) takes a snapshot before each deploy and reads it back. It stops the deploy if that fails, or while a rollback pins production.`,
      release !== null &&
        `**Automatic:** ${workflowLink(facts, release)} (${code(release.file)}) captures production just after a deploy, so that a rollback keeps what people changed later.`,
      checks !== null &&
        `**Automatic:** ${workflowLink(facts, checks)} (${code(checks.file)}) checks each pull request: can what it deploys be rolled back?`,
      readiness['snapshot-days'] > 0 &&
        `The newest snapshot must not be older than ${plural(readiness['snapshot-days'], 'day')}${checks === null ? ` (${code(rewind(facts, 'readiness'))} says so)` : '; the check of a pull request fails otherwise'}.`,
      major !== undefined &&
        `A pull request is **major** if it ${joined(
          [
            ...(major.paths.length === 0 ? [] : [`changes ${codes(major.paths)}`]),
            ...(major.lines === undefined ? [] : [`adds and removes ${plural(major.lines, 'line')} or more`]),
          ],
          'or',
        )}. It must name a flag that switches its change off.`,
      `**By hand, each quarter:** ${code(rewind(facts, 'check'))} finds what would stop a rollback. It changes nothing.`,
    ),
    checks === null
      ? missing('Nothing checks pull requests.', 'Copy examples/rollback-readiness.yml to .github/workflows.')
      : null,
    deployWindow(config),
  );
}

function deployWindow({ windows }: RewindConfig): string | null {
  if (windows === undefined) return null;
  const { timezone, open, holidays, freezes } = windows;
  return paragraphs(
    `**When deploys are allowed** (time zone ${code(timezone)}). Outside of these times, the snapshot before a deploy fails, and so does the deploy. A rollback is always allowed.`,
    list(
      ...(open ?? []).map(
        ({ days, from, to }) => `${joined(days.map((day) => DAYS[day]))}: ${code(from)} to ${code(to)}`,
      ),
      open === undefined && 'Each hour, except for what follows.',
      holidays !== undefined &&
        `Not on public holidays of ${code([holidays.country, holidays.state, holidays.region].filter((part) => part !== undefined).join('-'))}.`,
      ...freezes.map(({ from, to, reason }) => `Not from ${code(from)} to ${code(to)}: ${plain(reason)}.`),
      `In an emergency: ${code('override-freeze')} with a reason, which is recorded.`,
    ),
  );
}

function snapshots({ config }: RunbookFacts): string {
  const { store, retention, environment } = config;
  const place =
    store.kind === 's3' ? `: ${code(store.bucket)}` : store.kind === 'directory' ? `: ${code(store.path)}` : '';
  const last = retention['keep-last'];
  const days = retention['keep-days'];
  const kept =
    store.kind === 'artifact'
      ? `GitHub deletes each after ${plural(store['retention-days'] ?? days, 'day')}, also the last ones: ${code('retention.keep-last')} (${last})${store['retention-days'] === undefined ? ' has' : ` and ${code('retention.keep-days')} (${days}) have`} no effect there.`
      : `The ${last === 1 ? 'last one is' : `last ${last} are`} kept at any age, the others for ${plural(days, 'day')}.`;
  return paragraphs(
    `**Where the snapshots are:** ${STORES[store.kind]}${place}. ${kept} They belong to the environment ${code(environment)}.`,
    foldedSettings('Settings of the store', store, ['kind', 'bucket', 'path']),
  );
}

function keys(facts: RunbookFacts): string {
  const { config } = facts;
  const { seal, sign, environment, expedited } = config;
  const approvalKeys = sign?.['approval-keys'] ?? [];
  return paragraphs(
    '**Keys.** Keep each secret half offline, too: without the identity, no snapshot can be opened.',
    tableOfMarkup(
      ['Public half, in the configuration', 'Secret half', 'Where it belongs'],
      [
        [
          codes(seal.recipients),
          code('REWIND_IDENTITY'),
          `the environment ${joined([environment, ...(expedited === undefined ? [] : [expedited.environment])].map(code))}, and nowhere else${drillIdentity(facts)}`,
        ],
        ...(sign === undefined ? [] : [[codes(sign.keys), code('REWIND_SIGNING_KEY'), 'the job that takes snapshots']]),
        ...(approvalKeys.length === 0
          ? []
          : [[codes(approvalKeys), code('REWIND_APPROVAL_KEY'), `the environment ${code(environment)}`]]),
      ],
    ),
    sign === undefined
      ? missing(
          'Snapshots are not signed: who can write to the store can forge one.',
          `Create a key with ${code('minisign -G -W')}, and put its public half under ${code('sign.keys')}.`,
        )
      : null,
    list(
      `Reviewers, branches and secrets: ${settingsLink(facts)}.`,
      `Credentials that the configuration needs: ${allVariables(config) || 'none'}.`,
      commandsNeed(facts),
    ),
    keptInWorkflows(facts)
      ? paragraphs(
          `**On a command line here:** the snapshots and records are artifacts of GitHub, which these two variables open. What a command writes stays in ${code('.rewind')} on that machine, and no workflow sees it. So start what changes something with the workflows.`,
          commands(
            `export GITHUB_REPOSITORY=${facts.repository === null ? 'OWNER/NAME' : facts.repository.name}`,
            'export GITHUB_TOKEN="$(gh auth token)"',
          ),
        )
      : null,
  );
}

/** A drill opens snapshots, too. It has an identity of its own, so that one can be revoked without the other. */
function drillIdentity(facts: RunbookFacts): string {
  const environment = callerFor(facts, 'drill')?.environments['drill-environment'];
  return environment === undefined ? '' : `. The drill has one of its own in ${code(environment)}`;
}

function commandsNeed(facts: RunbookFacts): string {
  const release = releasesLink(facts);
  const program =
    release === null
      ? ''
      : ` The program is the file ${code('rewind-….tgz')} of a ${release}: ${code('npx --yes --package FILE rewind …')}. ${code('npx rewind')} alone runs a program of other people.`;
  return `Commands that begin with ${code('rewind')} run in a checkout of this repository, with these variables set. Those that open a snapshot also need ${code('REWIND_IDENTITY')}.${program}`;
}

function started({ schedules }: Caller, event: string): string {
  if (event === 'workflow_dispatch') return code('Run workflow');
  return event === 'schedule' && schedules.length > 0 ? `${code(event)} (${codes(schedules)}, UTC)` : code(event);
}

function workflows(facts: RunbookFacts): string {
  const { callers } = facts;
  if (callers.length === 0) {
    return missing(
      `No workflow in .github/workflows calls Rewind for ${code(facts.configFile)}.`,
      'Copy them from the examples of Rewind.',
    );
  }
  return paragraphs(
    '**Workflows of this repository:**',
    tableOfMarkup(
      ['Workflow', 'Starts', 'For'],
      callers.map((caller) => [
        workflowLink(facts, caller),
        caller.events.map((event) => started(caller, event)).join(', '),
        codes(caller.purposes),
      ]),
    ),
  );
}
