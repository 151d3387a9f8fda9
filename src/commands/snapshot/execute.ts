import { takeSnapshot } from '../../engine/snapshot.js';
import { coverageOf } from '../../engine/coverage.js';
import { coverageText } from '../../report/snapshots.js';
import type { Manifest } from '../../engine/manifest.js';
import { retentionDays, snapshotArtifact } from '../../store/artifact-names.js';
import { escapeText } from '../../runtime/markdown.js';
import { announceIndex } from '../../cli/uploads.js';
import { signerOf } from '../../cli/sign-keys.js';
import { eventRows } from '../../cli/deploy-rows.js';
import { authorOf } from '../../cli/author.js';
import type { Project } from '../../cli/session.js';
import { deployGate, overrideText, TO_OVERRIDE, type Gate } from '../../readiness/windows/gate.js';
import { inspectProbes } from '../../probes/inspect.js';
import { RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { sentences, textOf } from '../../runtime/text.js';
import { describeSnapshot, leftOutOf, snapshotTable } from './describe.js';
import {
  alarmOf,
  neverDeployed,
  noteWayBack,
  nothingLive,
  releaseCapture,
  tellOfAlarm,
  type ReleaseCapture,
} from './release.js';
import { baselineNotes, measurement } from './baselines.js';
import { drillAgeFindings } from '../../cli/drills.js';
import { mitigatedNow } from '../mitigate/open.js';
import { applyRetention } from './retention.js';
import type { SnapshotSession } from './flags.js';
import { mitigatedFindings } from '../../cli/mitigated.js';

const OTHER_REASON = 'For a snapshot that no deploy follows: --reason manual.';
const VERDICTS = { found: 'linked', returned: 'returned', none: 'no-snapshot' } as const;

/** Reads the new snapshot back. A snapshot that cannot be read fails the deploy gate. */
export async function execute(session: SnapshotSession) {
  const project = await session.open();
  const foreign = eventRows(session, project).find(({ pin }) => pin === 'other-project');
  if (foreign !== undefined) return otherProject(foreign.why, session.inputs.reason === 'release');
  const gate = await calendar(session, project);
  if (gate?.allowed === false) return closed(gate.why);
  const unwatched = await monitoring(session, project);
  if (unwatched.length > 0) return notWatched(unwatched);
  // Before anything is captured: the deploy must not rely on a snapshot that will be refused.
  await project.store.assertBelievable?.();
  const signer = signerOf(project, session.context);
  const { reason, after: given } = session.inputs;
  if (given !== null && reason !== 'release') {
    throw new RewindError('input-invalid', '--after belongs to --reason release.');
  }
  const release = reason === 'release' ? await releaseCapture(session, project, given) : null;
  const resources = release?.resources ?? project.resources;
  const manifest = await takeSnapshot({
    resources,
    after: release?.before.kind === 'found' ? release.before.manifest : null,
    override: gate?.override ?? null,
    measure: measurement(session, project, reason),
    mitigated: () => mitigatedNow(session, project, resources),
    scope: resources.length === project.config.resources.length ? null : resources.map(({ id }) => id),
    store: project.store,
    ctx: session.context,
    origin: project.origin,
    reason,
    recipients: project.config.seal.recipients,
    identities: project.identities,
    signKeys: project.signKeys,
    signer,
  });
  const removed = await applyRetention(session, project);
  const leftOut = leftOutOf(manifest, project.resources);
  const undeployed = release === null ? [] : neverDeployed(manifest, resources);
  const findings = release === null ? [] : alarmOf(release, manifest.environment, undeployed);
  if (release !== null && undeployed.length === 0) await tellOfAlarm(session, project, manifest, release, findings);
  const noted = release === null ? null : await noteWayBack(session, manifest, release);
  const said = release === null ? scopeNote(manifest, project) : releaseNote(manifest, release, project, noted);
  if (undeployed.length > 0 && findings.length === 0) said.push(nothingLive(undeployed));
  said.push(...(await baselineNotes(manifest, project)));
  const drills = await drillAgeFindings(project, session.context);
  const alarm = [...findings, ...mitigatedFindings(manifest), ...drills].map(({ message, remedy }) =>
    sentences(message, remedy ?? ''),
  );
  announceIndex(session, project, 'snapshots');
  const upload = snapshotArtifact(project.config.store, manifest.environment, manifest.id);
  return {
    exit: findings.length === 0 ? 0 : 3,
    json: toJson({
      ok: findings.length === 0,
      snapshot: manifest.id,
      scope: manifest.scope,
      resources: manifest.resources.map(({ id }) => id),
      leftOut,
      mitigated: manifest.mitigated ?? [],
      removed,
      ...(release === null
        ? {}
        : {
            after: manifest.after?.snapshot ?? null,
            notCaptured: release.leftOut.map(({ id }) => id),
            findings,
          }),
    }),
    text: [
      ...alarm,
      `Snapshot ${manifest.id} of "${manifest.environment}" is complete and was read back.`,
      describeSnapshot(manifest, project.resources),
      ...said,
      ...(manifest.override === undefined ? [] : [overrideText(manifest.override)]),
    ].join('\n'),
    summary: [
      `## Snapshot \`${manifest.id}\``,
      ...alarm.map((line) => `🔴 **${escapeText(line)}**`),
      ...said.map(escapeText),
      ...(manifest.override === undefined ? [] : [escapeText(overrideText(manifest.override))]),
      `${snapshotTable(manifest, project.resources)}\n`,
    ].join('\n\n'),
    outputs: {
      ...(release === null ? {} : { verdict: VERDICTS[release.before.kind] }),
      'snapshot-id': manifest.id,
      ...(upload === null
        ? {}
        : {
            'snapshot-artifact': upload.name,
            'snapshot-path': upload.path,
            'retention-days': String(retentionDays(project.config)),
          }),
    },
  } as const;
}

/** The calendar counts only for a deploy. */
async function calendar(session: SnapshotSession, { config }: Project): Promise<Gate | null> {
  const { reason, overrideFreeze } = session.inputs;
  if (reason !== 'pre-deploy') return null;
  const { by, redact } = authorOf(session);
  const given = overrideFreeze === null ? null : redact(overrideFreeze);
  return deployGate(config.windows, session.context.clock.now(), by, given);
}

/** Nobody would notice that a deploy is bad: each line says why. Only critical probes stop a deploy; others are a warning. */
async function monitoring({ inputs, context }: SnapshotSession, { config }: Project): Promise<string[]> {
  if (inputs.reason !== 'pre-deploy') return [];
  const lines = (await inspectProbes(config.probes, context)).map(({ level, resource, message }) => ({
    level,
    text: `[${resource}] ${message}`,
  }));
  for (const { level, text } of lines) if (level === 'warning') context.log.warn(text);
  return lines.flatMap(({ level, text }) => (level === 'error' ? [text] : []));
}

function notWatched(why: readonly string[]) {
  const head = 'No snapshot was taken, because nobody would notice that this deploy is bad.';
  return {
    exit: 3,
    json: { ok: false, notWatched: why },
    text: textOf([head, ...why.map((line) => `  ${line}`), OTHER_REASON]),
    summary: [`## 🔴 ${head}`, ...why.map((line) => `- ${escapeText(line)}`), escapeText(OTHER_REASON)].join('\n'),
    outputs: { verdict: 'not-watched' },
  } as const;
}

/** A repository may deploy several projects. @param ok a deploy does not wait for it */
function otherProject(why: string, ok: boolean) {
  const head = 'No snapshot was taken, because the event of Vercel is about another project.';
  return {
    exit: ok ? 0 : 3,
    json: { ok, otherProject: why },
    text: textOf([head, why]),
    summary: [`## ${head}`, escapeText(why)].join('\n\n'),
    outputs: { verdict: 'other-project' },
  } as const;
}

function closed(why: string) {
  const lines = [`No snapshot was taken, because this deploy is not allowed. ${why}`, TO_OVERRIDE, OTHER_REASON];
  return {
    exit: 3,
    json: { ok: false, closed: why },
    text: lines.join('\n'),
    summary: [`## ⛔ No deploys are allowed at this time`, ...lines.map(escapeText)].join('\n\n'),
    outputs: { verdict: 'closed' },
  } as const;
}

/** A snapshot of some resources stands only for them. */
function scopeNote(manifest: Manifest, { config }: Project): string[] {
  if (manifest.scope === null) return [];
  const covered = coverageOf(
    manifest,
    config.resources.map(({ id }) => id),
  );
  return [`It holds ${coverageText(covered)}: "latest" stands for it only with --scope ${manifest.scope.join(',')}.`];
}

/** What a release capture belongs to, and what it does not hold. */
function releaseNote(manifest: Manifest, release: ReleaseCapture, { config }: Project, noted: string | null): string[] {
  const { before, leftOut } = release;
  const covered = coverageOf(
    manifest,
    config.resources.map(({ id }) => id),
  );
  const takesLong = leftOut.map(({ id, providerId }) => `${id} (${providerId})`).join(', ');
  return [
    before.kind === 'found'
      ? `It is a release capture: it belongs to snapshot ${before.manifest.id} from before the deploy.`
      : before.kind === 'returned'
        ? 'It is a release capture of a deployment that an older snapshot shows: production returned to it, so it belongs to no snapshot.'
        : 'It is a release capture that belongs to no snapshot.',
    `It holds ${coverageText(covered)}.${takesLong === '' ? '' : ` Not read, because that takes long: ${takesLong}. A rollback cannot tell who changed it.`}`,
    ...(noted === null ? [] : [noted]),
  ];
}
