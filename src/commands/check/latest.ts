import { choose } from '../../cli/choose.js';
import { mitigatedFindings } from '../../cli/mitigated.js';
import type { Project, Session } from '../../cli/session.js';
import { recipientOf } from '../../engine/age-keys.js';
import { notInSnapshot } from '../../engine/live-plan.js';
import type { Manifest } from '../../engine/manifest.js';
import { otherNames, type NamePart } from '../../engine/other-object.js';
import { assertSameProvider, settleResources, type Resource } from '../../engine/resources.js';
import { missingPayloads } from '../../engine/payload-files.js';
import { trustOf } from '../../engine/trust.js';
import { snapshotFindings } from '../../readiness/freshness.js';
import type { Context } from '../../runtime/context.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { asRewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';

/** The snapshot that a rollback would take without further words. */
export interface Latest {
  readonly findings: readonly Finding[];
  /** False if a rollback to it would be refused. */
  readonly usable: boolean;
  /** False if the rows of a database can come back only by hand. */
  readonly restorable: boolean;
}

/**
 * What stands between the newest snapshot and a rollback to it. Warnings, because this check also runs before a snapshot is
 * taken, and the next one may be good. Reads no payload.
 */
export async function checkLatest(session: Session, project: Project): Promise<Latest> {
  let manifest: Manifest;
  try {
    ({ manifest } = await choose(session, project, 'latest'));
  } catch (error) {
    return { findings: [warning(error)], usable: false, restorable: false };
  }
  const now = session.context.clock.now();
  const refused: Finding[] = [];
  const notes: Finding[] = [];
  try {
    const trust = await trustOf(project.store, manifest, project.signKeys, now);
    // Without keys in the configuration another finding says so.
    if (trust.kind === 'unsigned' && project.signKeys.length > 0) notes.push(unsigned(manifest, trust.reason));
  } catch (error) {
    refused.push(warning(error));
  }
  const missing = await missingPayloads(project.store, manifest).catch((error: unknown) => [
    asRewindError(error).message,
  ]);
  if (missing.length > 0) {
    refused.push({
      level: 'warning',
      code: 'snapshot-corrupt',
      message: `Snapshot ${manifest.id} is damaged: ${missing.join('; ')}.`,
      remedy: 'Take a new snapshot. Until then, choose an older one that "rewind verify" finds sound.',
    });
  }
  if (!(await opens(project, manifest))) {
    refused.push({
      level: 'warning',
      code: 'identity-not-recipient',
      message: `REWIND_IDENTITY cannot open snapshot ${manifest.id}: it was sealed to other recipients.`,
      remedy: 'Set REWIND_IDENTITY to the identity of one of its recipients, or take a new snapshot.',
    });
  }
  refused.push(...foreignIn(project, manifest));
  const gone = await goneFor(session, project, manifest);
  refused.push(...gone.filter(({ rows }) => !rows).map(({ finding }) => finding));
  const lost = gone.filter(({ rows }) => rows).map(({ finding }) => finding);
  notes.push(...lost);
  notes.push(...renamedIn(session, project, manifest));
  const left = notInSnapshot(project.resources, manifest);
  if (left.length > 0) {
    notes.push({
      level: 'warning',
      code: 'snapshot-partial',
      message: `Snapshot ${manifest.id} does not hold ${left.join(', ')}: a rollback to it leaves them as they are.`,
      remedy: 'Take a snapshot of the whole configuration.',
    });
  }
  notes.push(...mitigatedFindings(manifest));
  const days = project.config.readiness['snapshot-days'];
  const stale = days === 0 ? [] : snapshotFindings(manifest, days, now);
  notes.push(...stale.map((finding): Finding => ({ ...finding, level: 'warning' })));
  return { findings: [...refused, ...notes], usable: refused.length === 0, restorable: lost.length === 0 };
}

/** Resources that another provider captured: the configuration changed since. */
function foreignIn({ resources }: Project, manifest: Manifest): Finding[] {
  return resources.flatMap((resource) => {
    const captured = manifest.resources.find(({ id }) => id === resource.id);
    if (captured === undefined) return [];
    try {
      assertSameProvider(resource, captured.provider);
      return [];
    } catch (error) {
      return [
        { ...warning(error), message: `No rollback to snapshot ${manifest.id}: ${asRewindError(error).message}` },
      ];
    }
  });
}

/** Resources that name another object now: a rollback leaves them to a person, and restores the others. */
function renamedIn({ context }: Session, { resources }: Project, manifest: Manifest): Finding[] {
  const ctx = forSnapshot(context, manifest);
  return resources.flatMap(({ id, config, provider, providerId }): Finding[] => {
    const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
    const saved = provider.state.safeParse(captured?.state);
    if (captured === undefined || !saved.success) return [];
    const names = otherNames(partsOf(provider, saved.data, config, forResource(ctx, id)));
    if (names === null) return [];
    return [
      {
        level: 'warning',
        code: 'other-object',
        message: `A rollback to snapshot ${manifest.id} does not restore "${id}": the snapshot holds ${names.saved}, and the configuration names ${names.live}.`,
        remedy: `Set ${names.saved} in the configuration, or take a new snapshot.`,
      },
    ];
  });
}

/** Empty if the configuration cannot say it, e.g. without the variable of the URL: the check of the resource reports that. */
function partsOf(
  { capabilities }: Resource['provider'],
  saved: unknown,
  config: unknown,
  ctx: Context,
): readonly NamePart[] {
  try {
    return capabilities?.names?.(saved, config, ctx) ?? [];
  } catch {
    return [];
  }
}

/** Something that the snapshot refers to. `rows`: of a database, without which a rollback leaves only that one as it is. */
interface Gone {
  readonly finding: Finding;
  readonly rows: boolean;
}

/** What the snapshot refers to and is not there any more, e.g. a deployment that was deleted. */
async function goneFor({ context }: Session, { resources }: Project, manifest: Manifest): Promise<Gone[]> {
  const ctx = forSnapshot(context, manifest);
  const outcomes = await settleResources(resources, async ({ id, config, provider, providerId }) => {
    const captured = manifest.resources.find((one) => one.id === id && one.provider === providerId);
    const saved = provider.state.safeParse(captured?.state);
    if (captured === undefined || !saved.success) return [];
    return (await provider.capabilities?.stillThere?.(config, saved.data, forResource(ctx, id))) ?? [];
  });
  // A resource that cannot be read has a finding of its own.
  return outcomes.flatMap(({ resource, value = [] }) => {
    const rows = resource.provider.capabilities?.database !== undefined;
    const what = rows ? 'No restore of the database from' : 'No rollback to';
    return value.map((finding): Gone => ({
      rows,
      finding: {
        ...finding,
        level: 'warning',
        message: `${what} snapshot ${manifest.id}: "${resource.id}": ${finding.message}`,
      },
    }));
  });
}

function warning(error: unknown): Finding {
  const { code, message, remedy } = asRewindError(error);
  return { level: 'warning', code, message: `No rollback to the newest snapshot: ${message}`, remedy };
}

function unsigned({ id }: Manifest, reason: string): Finding {
  return {
    level: 'warning',
    code: 'snapshots-unsigned',
    message: `Snapshot ${id} is not signed: ${reason}. A rollback to it is never expedited.`,
    remedy: 'Set REWIND_SIGNING_KEY in the snapshot job and take a new snapshot.',
  };
}

/** True also without an identity, and with one that another finding reports. */
async function opens({ identities }: Project, { recipients }: Manifest): Promise<boolean> {
  if (identities.length === 0) return true;
  const own = await Promise.all(identities.map((identity) => recipientOf(identity).catch(() => null)));
  return own.includes(null) || own.some((recipient) => recipient !== null && recipients.includes(recipient));
}
