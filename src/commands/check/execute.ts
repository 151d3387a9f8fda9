import { checkResources } from '../../engine/check-resources.js';
import { identityFindings, recipientFindings } from '../../engine/key-findings.js';
import { listSnapshotIds, otherEnvironments } from '../../engine/snapshot-files.js';
import { OTHER_ENVIRONMENT } from '../../engine/snapshot-not-found.js';
import type { Resource } from '../../engine/resources.js';
import { findingsMarkdown, findingsText, type ResourceFinding } from '../../report/findings.js';
import type { RewindConfig } from '../../config/schema.js';
import { environmentFindings, planJobFindings, readable } from '../../approval/environments.js';
import { createGitHub } from '../../services/github/client.js';
import { drillAgeFindings } from '../../cli/drills.js';
import { busyFindings } from '../../cli/environment-lock.js';
import { inspectChannels } from '../../channels/inspect.js';
import { inspectProbes, missingCredentials } from '../../probes/inspect.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { toJson } from '../../runtime/json.js';
import { sentences } from '../../runtime/text.js';
import type { Store } from '../../store/store.js';
import { accessFindings, accessOf, withoutRefused, type Purpose } from './access.js';
import { checkLatest, type Latest } from './latest.js';
import { mitigationFindings } from './mitigations.js';
import type { CheckSession } from './flags.js';
import { signingFindings } from '../../cli/sign-keys.js';
import { placeholderFindings } from '../../readiness/configuration.js';
import { duplicateFindings } from '../../readiness/duplicates.js';
import type { CommandResult } from '../../cli/result.js';

/** Exits with status 3 if not ready. */
export async function execute(session: CheckSession): Promise<CommandResult<'ready' | 'not-ready', never>> {
  const project = await session.open();
  const { resources, backups, store, config, identities } = project;
  const { recipients } = config.seal;
  const purpose = purposeOf(session);
  const [
    onResources,
    onStore,
    onRecipients,
    onIdentities,
    onBackups,
    onEnvironments,
    access,
    onProbes,
    unset,
    onChannels,
    onDrills,
    onLock,
  ] = await Promise.all([
    checkResources(resources, session.context),
    checkStore(store, config.environment),
    recipientFindings(recipients),
    identityFindings(identities, recipients),
    checkResources(backups, session.context),
    checkEnvironments(session, config),
    accessOf(resources, session.context, purpose),
    inspectProbes(config.probes, session.context),
    missingCredentials(config.probes, session.context),
    inspectChannels(config.channels, session.context),
    drillAgeFindings(project, session.context),
    busyFindings(session, project, 'error'),
  ]);
  // Only a store that can be read and holds a snapshot has one to judge.
  const hasNone = onStore.some(({ code }) => code === 'snapshot-none');
  const hasOne = !hasNone && onStore.every(({ level }) => level !== 'error');
  const unknown: Latest = { findings: [], usable: true, restorable: true };
  const latest = hasOne ? await checkLatest(session, project) : unknown;
  const findings = [
    ...about('store', [...onStore, ...latest.findings, ...signingFindings(project, session.context)]),
    ...about('seal', [...onRecipients, ...onIdentities]),
    // Of a store that cannot be read, one error is enough.
    ...(onStore.some(({ level }) => level === 'error') ? [] : onLock),
    ...about('environments', onEnvironments),
    ...about('credentials', accessFindings(withoutRefused(access, onResources), purpose)),
    ...onResources,
    ...onProbes,
    ...unset,
    ...onChannels,
    ...about('drill', onDrills),
    ...about('mitigations', mitigationFindings(project, session.context)),
    ...about('configuration', [...placeholderFindings(config), ...duplicateFindings(config)]),
    ...beforeDown(onBackups, backups, onResources),
  ];
  const ready = findings.every(({ level }) => level !== 'error');
  const headline = headlineOf(ready, hasNone, latest);
  return {
    exit: ready ? 0 : 3,
    json: toJson({ ok: ready, findings }),
    text: [headline, findingsText(findings)].filter((part) => part !== '').join('\n'),
    summary: `## Rewind: ${headline}\n\n${findings.length === 0 ? '' : findingsMarkdown(findings)}\n`,
    outputs: { verdict: ready ? 'ready' : 'not-ready' },
  };
}

/**
 * A new project has none, and may still take its first one: so this is a warning.
 * @param others a sentence that names the other environments of the store; '' if there are none
 */
const noSnapshot = (others: string): Finding => ({
  level: 'warning',
  code: 'snapshot-none',
  message: sentences('The store has no snapshot of this environment, so a rollback is not possible yet.', others),
  remedy: sentences('Run "rewind snapshot" before the next deploy.', others === '' ? '' : OTHER_ENVIRONMENT),
});

async function checkStore(store: Store, environment: string): Promise<Finding[]> {
  const findings = await store.check();
  if (findings.some(({ level }) => level === 'error')) return findings;
  try {
    if ((await listSnapshotIds(store, environment)).length > 0) return findings;
    return [...findings, noSnapshot(await otherEnvironments(store, environment))];
  } catch (error) {
    const { code, message, remedy } = asRewindError(error);
    return [...findings, { level: 'error', code, message, remedy }];
  }
}

/** GitHub knows environments; a command line has none. */
async function checkEnvironments(
  { run, context: ctx, inputs }: CheckSession,
  config: RewindConfig,
): Promise<Finding[]> {
  if (run === null) return [];
  const found = await Promise.all([
    readable(() => environmentFindings(createGitHub(ctx), config)),
    planJobFindings(ctx, config, inputs.planEnvironment),
  ]);
  return found.flat();
}

/** A job without plan-environment may be either. */
function purposeOf({ run, inputs }: CheckSession): Purpose {
  if (inputs.planEnvironment !== null) return 'reads';
  return run === null ? 'writes' : 'unknown';
}

const about = (resource: string, findings: readonly Finding[]): ResourceFinding[] =>
  findings.map((finding) => ({ ...finding, resource }));

function headlineOf(ready: boolean, firstSnapshot: boolean, { usable, restorable }: Latest): string {
  if (!ready) return 'Not ready: a rollback would fail or be incomplete.';
  if (!usable) return 'Ready for the next snapshot. A rollback to the newest one would be refused.';
  if (!restorable) return 'Ready, but the newest snapshot cannot restore the rows of each database.';
  if (firstSnapshot) return 'Ready for the first snapshot. There is no snapshot to roll back to yet.';
  return 'Ready: no check found a problem that would stop a rollback.';
}

/** Only a rollback with --database down needs these backups, so what would stop one is a warning. */
function beforeDown(
  findings: readonly ResourceFinding[],
  backups: readonly Resource[],
  known: readonly ResourceFinding[],
): ResourceFinding[] {
  return findings.flatMap((finding) => {
    const of = backups.find(({ id }) => id === finding.resource)?.backsUp?.[0] ?? finding.resource;
    if (finding.level !== 'error' || known.some(({ code, resource }) => code === finding.code && resource === of))
      return [];
    return [
      { ...finding, level: 'warning', resource: of, message: `No backup before down migrations: ${finding.message}` },
    ];
  });
}
