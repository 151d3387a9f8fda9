import { compareWithLive, throwCombined } from '../engine/live-plan.js';
import { RewindError } from '../runtime/errors.js';
import { describe, keyOf, type PlannedChange } from '../engine/plan.js';
import { isOtherObject } from '../engine/other-object.js';
import { assertProven } from '../engine/proof.js';
import { trustOf } from '../engine/trust.js';
import { readBack } from '../engine/read-back.js';
import { findingsMarkdown, findingsText, type ResourceFinding } from '../report/findings.js';
import { escapeText, table } from '../runtime/markdown.js';
import { claimOfProject } from '../cli/project-claim.js';
import { removedPins } from '../cli/removed-pins.js';
import { choose } from '../cli/choose.js';
import { defineCommand } from '../cli/command.js';
import { FLAGS, toggle } from '../cli/flags.js';
import { toJson } from '../runtime/json.js';
import { textOf } from '../runtime/text.js';

const HEAD = {
  equal: 'Equal',
  'partly-compared': 'No difference was found',
  differs: 'Different',
  'not-compared': 'Nothing was compared',
} as const;

/** What a rollback would need to restore a difference. */
function restoredBy({ manual, database }: PlannedChange): string {
  if (manual !== undefined) return 'by hand';
  return database === undefined ? 'a rollback' : `--database ${database}`;
}

/** Resources whose restore was not rehearsed although it was asked for. */
function except(proof: readonly ResourceFinding[]): string {
  const without = proof.filter(({ code }) => code === 'not-rehearsed').map(({ resource }) => resource);
  return without.length === 0 ? '' : `, not ${without.join(', ')}`;
}

/**
 * Checks that the snapshot is intact (with an identity: readable; with --restorable: restorable), then compares production
 * with it. Exits with status 3 if the snapshot is sound but production differs.
 */
export default defineCommand({
  name: 'verify',
  summary: 'Verify that the snapshot is sound and that production equals it. Changes nothing.',
  flags: {
    snapshot: FLAGS.snapshot,
    database: FLAGS.database,
    'install-client': FLAGS['install-client'],
    restorable: toggle('Restore the database into a scratch place and compare it, instead of only reading the backup.'),
  },
  examples: ['verify', 'verify --database restore', 'verify --restorable'],
  verdicts: ['equal', 'partly-compared', 'differs', 'not-compared'],
  notes: [
    'Every resource is compared, the database in each mode: one that a rollback with --database none would leave as it is',
    'can differ, and then verify says so. --database chooses the plan that the differences are sorted by.',
    'Exit status 0: no difference was found. The verdict is "equal" if every resource was compared, "partly-compared" if',
    'something was not (out of scope, not in the snapshot, a value that cannot be read); it is named.',
    'Exit status 3: a difference was found ("differs"), no resource could be compared ("not-compared"), or one could not,',
    'because its configuration names another object than the snapshot holds, or covers more of it.',
  ],
  outputs: ['snapshot-id'],
  async run(session) {
    const { inputs, context: ctx } = session;
    const opened = await session.open();
    const project = { ...opened, resources: [...opened.resources, ...opened.backups] };
    const { manifest } = await choose(session, opened, inputs.snapshot);
    // No rollback believes a snapshot that another key signed, so it is not sound.
    const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
    if (trust.kind === 'unsigned') ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    if (inputs.restorable && project.identities.length === 0) {
      throw new RewindError('identity-missing', '--restorable needs an identity to open the snapshot.');
    }
    const depth = inputs.restorable ? ('restorable' as const) : ('readable' as const);
    const { damaged, findings: proof } = await readBack({ ...project, ctx, manifest, depth });
    if (damaged.length > 0) {
      throw new RewindError('snapshot-corrupt', `Snapshot ${manifest.id} is damaged.`, { problems: damaged });
    }
    assertProven(manifest.id, proof);
    const read = await compareWithLive({ ...project, ctx, manifest, database: inputs.database, scope: inputs.scope });
    throwCombined(read.failures);
    const pins = await removedPins(session, project, manifest, read);
    const manual = [...read.plan.manual, ...pins.manual];
    const live = { ...read, blind: [...read.blind, ...pins.blind], plan: { ...read.plan, manual } };
    const claim = claimOfProject(project, manifest, { scope: inputs.scope, database: inputs.database, live });
    const proven = project.identities.length === 0 ? 'checksums' : `checksums, ${depth}${except(proof)}`;
    const headline = `${HEAD[claim.verdict]}: ${claim.sentence} (snapshot proven: ${proven}).`;
    const found = [...live.plan.changes, ...live.plan.manual, ...live.plan.notSelected];
    const differences = found.filter((change) => !isOtherObject(change));
    // What was not compared is no difference; its remedy is said all the same.
    const ways = found.filter(isOtherObject).map(({ resource, manual = '' }) => `To compare ${resource}: ${manual}`);
    const rows = differences.map((change) => [keyOf(change), change.target, describe(change), restoredBy(change)]);
    // Nobody asked for another object: a check by a script must not pass without what was meant.
    const isMeant = claim.notCompared.every(({ reason }) => reason !== 'other-object');
    const yes = isMeant && (claim.verdict === 'equal' || claim.verdict === 'partly-compared');
    return {
      exit: yes ? 0 : 3,
      json: toJson({ ok: yes, snapshot: manifest.id, proven, claim, differences, findings: proof }),
      text: [textOf([headline, ...rows.map((row) => `  ${row.join('  ')}`), ...ways]), findingsText(proof)]
        .filter((part) => part !== '')
        .join('\n'),
      summary: [
        `## ${escapeText(headline)}`,
        ...(rows.length === 0 ? [] : [table(['Change', 'What', 'Now → then', 'Restored by'], rows)]),
        ...ways.map((way) => escapeText(way)),
        ...(proof.length === 0 ? [] : [findingsMarkdown(proof)]),
      ].join('\n\n'),
      outputs: { verdict: claim.verdict, 'snapshot-id': manifest.id },
    };
  },
});
