import { assertEnvironment, assertProtected, reviewOf } from '../../approval/gate.js';
import { describeApproval } from '../../approval/approval-record.js';
import { commandLine } from '../../cli/command-line.js';
import { defineCommand } from '../../cli/command.js';
import { underLock } from '../../cli/environment-lock.js';
import { FLAGS, toggle, type InputsOf } from '../../cli/flags.js';
import type { Project, Session } from '../../cli/session.js';
import { stopUnchanged } from '../../cli/unchanged.js';
import { parseState } from '../../engine/live-plan.js';
import type { Resource } from '../../engine/resources.js';
import { salvageDigest, type SalvagePlan } from '../../engine/salvage.js';
import { SealedSource } from '../../engine/payload-files.js';
import { findSnapshot } from '../../engine/choose.js';
import { trustOf } from '../../engine/trust.js';
import { salvagedText, salvageText } from '../../report/salvage-text.js';
import { forResource, forSnapshot } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import { toJson } from '../../runtime/json.js';
import { flags as rollbackFlags } from '../rollback/flags.js';
import { MergeWriter, readPlan, readRows, storePlan } from './merge-file.js';
import { codeBlock } from '../../runtime/markdown.js';

const flags = {
  digest: { ...rollbackFlags.digest, description: 'Digest of the approved salvage plan; without it, a plan is made.' },
  deletions: toggle('Also delete the rows that were deleted in the kept database.'),
  'typed-digest': FLAGS['typed-digest'],
  incident: FLAGS.incident,
  environment: FLAGS.environment,
  'install-client': FLAGS['install-client'],
};
type SalvageSession = Session<InputsOf<typeof flags>>;

/** Plans first; applies only what was approved by its digest. */
export default defineCommand({
  name: 'salvage',
  summary:
    'Carry rows over from the database that a restore or an undo kept: first a plan, then, by its digest, the rows.',
  flags,
  examples: ['salvage', 'salvage --deletions', 'salvage --digest DIGEST'],
  verdicts: ['planned', 'salvaged', 'nothing'],
  outputs: ['plan-digest', 'snapshot-id', 'changes'],
  async run(session) {
    const project = await session.open();
    assertEnvironment(session, project);
    return session.inputs.digest === null ? plan(session, project) : apply(session, project, session.inputs.digest);
  },
});

async function plan(session: SalvageSession, project: Project) {
  const { inputs, context } = session;
  await assertProtected(session, project);
  const { resource, salvage } = subject(project);
  const { snapshot } = await salvage.find(resource.config, forResource(context, resource.id));
  const manifest = await findSnapshot(project.store, snapshot, project.origin);
  const trust = await trustOf(project.store, manifest, project.signKeys, context.clock.now());
  if (trust.kind === 'unsigned') context.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
  const captured = manifest.resources.find(({ id }) => id === resource.id);
  if (!captured) throw new RewindError('snapshot-foreign', `Snapshot ${snapshot} holds no "${resource.id}".`);
  const ctx = forResource(forSnapshot(context, manifest), resource.id);
  const source = new SealedSource(project.store, manifest, captured, project.identities);
  const rows = await MergeWriter.open(ctx, project.config.seal.recipients);
  const saved = parseState(resource, captured.state);
  const facts = await salvage.plan(resource.config, saved, ctx, source, inputs.deletions, (line) => rows.write(line));
  const content: Omit<SalvagePlan, 'digest'> = {
    kind: 'rewind-salvage',
    schemaVersion: 1,
    createdAt: ctx.clock.now().toISOString(),
    environment: project.config.environment,
    resource: resource.id,
    facts,
    rows: await rows.end(),
  };
  const made: SalvagePlan = { ...content, digest: salvageDigest(content) };
  const changes = changesOf(made);
  if (changes > 0) await storePlan(project, made, rows.path);
  const text = salvageText(facts);
  return {
    exit: 0,
    json: toJson(made),
    text:
      changes === 0
        ? text
        : `${text}\n\nTo carry the rows over:\n  ${commandLine(session, ['salvage', '--digest', made.digest])}`,
    summary: `## Salvage plan\n\n${codeBlock('text', text)}\n\nDigest: \`${made.digest}\``,
    outputs: {
      verdict: changes === 0 ? 'nothing' : 'planned',
      'plan-digest': made.digest,
      'snapshot-id': snapshot,
      changes: String(changes),
    },
  } as const;
}

async function apply(session: SalvageSession, project: Project, digest: string) {
  const { context } = session;
  const approved = await readPlan(project, digest).catch(stopUnchanged);
  const { resource, salvage } = subject(project, approved.resource);
  const approval = await reviewOf(session, project.config, { digest }, false);
  if (project.identities.length === 0) {
    throw new RewindError('identity-missing', 'The rows to carry over are sealed.', { resource: resource.id });
  }
  const ctx = forResource(context, resource.id);
  const tables = await underLock(session, project, 'salvage', digest, (lock) =>
    // The store is asked for nothing after the COMMIT.
    salvage
      .apply(resource.config, approved.facts, ctx, readRows(project, approved), () => lock.assertHeld())
      .catch(stopUnchanged),
  );
  const changed = tables.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
  const text = `${salvagedText(approved.facts, tables)}\n(${describeApproval(approval)})`;
  return {
    exit: 0,
    json: toJson({ ok: true, digest, tables }),
    text,
    summary: `## Salvage\n\n${codeBlock('text', text)}`,
    outputs: {
      verdict: changed === 0 ? 'nothing' : 'salvaged',
      'plan-digest': digest,
      'snapshot-id': approved.facts.snapshot,
      changes: String(changed),
    },
  } as const;
}

const changesOf = ({ facts }: SalvagePlan): number =>
  facts.sequences.length +
  facts.tables.reduce((sum, each) => sum + each.insert + each.update + (facts.deletions ? each.delete : 0), 0);

/** The one resource in scope whose provider carries rows over. */
function subject({ resources }: Project, id?: string) {
  const found = resources.flatMap((resource: Resource) => {
    const salvage = resource.provider.capabilities?.salvage;
    return salvage && (id === undefined || resource.id === id) ? [{ resource, salvage }] : [];
  });
  const [first] = found;
  if (first && found.length === 1) return first;
  throw new RewindError('input-invalid', `"salvage" needs one database in scope (found ${found.length})`, {
    remedy:
      found.length > 1
        ? `Name one with --scope: ${found.map(({ resource }) => resource.id).join(', ')}.`
        : 'Add a resource with "provider: postgres" to the configuration, or remove --scope.',
  });
}
