import { adviseDatabases } from '../engine/database-advice.js';
import { compareWithLive, notInSnapshot, throwCombined, type Comparison } from '../engine/live-plan.js';
import { trustOf } from '../engine/trust.js';
import { choose } from '../cli/choose.js';
import { assertModeWorks, databaseFacts } from '../cli/databases.js';
import { defineCommand } from '../cli/command.js';
import { flagsOfDeploy } from '../cli/deploy-flags.js';
import { FLAGS, toggle } from '../cli/flags.js';
import { openMitigationFindings } from '../cli/incident.js';
import { mitigatedFindings } from '../cli/mitigated.js';
import { findRelease, includedResources } from '../cli/release.js';
import type { Project } from '../cli/session.js';
import { loadProvider } from '../providers/load.js';
import { takenBack } from '../cli/taken-back.js';
import { forSnapshot } from '../runtime/create-context.js';
import { leftBeside } from './rollback/aside.js';
import { damagedFindings } from './rollback/damaged.js';
import { obstaclesTo } from './rollback/obstacles.js';
import { PLAN_OUTPUTS, planFlags } from './rollback/plan-flags.js';
import { assertMayPlan, publishPlan } from './rollback/publish-plan.js';

/** Writes the plan file. The approval is for its digest. */
export default defineCommand({
  name: 'plan',
  summary: 'Plan a rollback: list the changes that would return production to the snapshot. Changes nothing.',
  flags: {
    snapshot: FLAGS.snapshot,
    database: FLAGS.database,
    ...planFlags,
    'include-later-changes': FLAGS['include-later-changes'],
    'exit-code': toggle('Exit with status 3 if there are changes.'),
  },
  examples: ['plan', 'plan --database restore', 'plan --snapshot 20261123T030405Z-1a2b3c --exit-code'],
  outputs: PLAN_OUTPUTS,
  async run(session) {
    const { inputs, context: ctx } = session;
    const project = await session.open();
    const cautions = await assertMayPlan(session, project);
    const chosen = await choose(session, project, inputs.snapshot, true);
    const { manifest, notice } = chosen;
    for (const id of notInSnapshot(project.resources, manifest)) {
      const why =
        manifest.reason === 'pre-rollback'
          ? 'a rollback took it, of a part of the configuration'
          : manifest.reason === 'release' && project.resources.find((one) => one.id === id)?.provider.slow === true
            ? 'a release capture holds no database'
            : 'the resource was added to the configuration later';
      ctx.log.warn(`"${id}" is not in snapshot ${manifest.id} (${why}) and will not be rolled back.`);
    }
    const trust = await trustOf(project.store, manifest, project.signKeys, ctx.clock.now());
    if (trust.kind === 'unsigned') ctx.log.warn(`Snapshot ${manifest.id} is not signed: ${trust.reason}.`);
    const resources = [...project.resources, ...project.backups];
    const { database, scope } = inputs;
    await assertModeWorks(database, scope, resources, project.config, manifest, loadProvider);
    const release = await findRelease(session, project, chosen);
    const major = project.config.readiness['major-changes'] !== undefined;
    const [compared, taken, damaged] = await Promise.all([
      compareWithLive({
        ...project,
        resources,
        ctx,
        manifest,
        database,
        scope,
        release,
        includeLater: includedResources(project, inputs.includeLaterChanges),
      }),
      // On a command line there may be no token for GitHub; there, only the flags are asked for.
      session.run !== null || major ? takenBack(ctx, chosen) : null,
      damagedFindings(project.store, manifest, ctx),
    ]);
    throwCombined(compared.failures, withoutFailed(project, compared));
    // Obstacles to the other modes are advice; those to the plan itself stop it before anybody is asked to approve.
    const others = [...compared.plan.notSelected, ...compared.covered].filter(({ manual }) => manual === undefined);
    const ofOthers = await obstaclesTo(resources, others, forSnapshot(ctx, manifest));
    const advice = adviseDatabases(database, databaseFacts(resources, compared, manifest, ofOthers, ctx));
    const findings = [
      ...damaged,
      ...mitigatedFindings(manifest).filter(({ resource }) => resources.some(({ id }) => id === resource)),
      ...(await openMitigationFindings(session, project)),
      ...(await leftBeside(resources, ctx)),
    ];
    const flags = taken === null || !major ? null : { ...flagsOfDeploy(taken), live: compared.flags };
    const facts = { flags, taken, manifest, trust, resources, cautions, chosen, notice, findings, advice };
    const { made, ...published } = await publishPlan(session, project, compared.plan, facts);
    return { ...published, exit: inputs.exitCode && made.changes.length > 0 ? 3 : published.exit };
  },
});

/** How to roll back without what could not be read, e.g. a database that is down; null if nothing else was read. */
function withoutFailed({ resources }: Project, { described }: Comparison): string | null {
  const read = resources.map(({ id }) => id).filter((id) => described.has(id));
  if (read.length === 0) return null;
  return `Or roll back the rest now: plan with --scope ${read.join(',')} (in the form of the workflow: scope).`;
}
