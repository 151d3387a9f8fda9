import { assertEnvironment } from '../../approval/gate.js';
import { commandLine } from '../../cli/command-line.js';
import { openMitigationFindings } from '../../cli/incident.js';
import type { Project } from '../../cli/session.js';
import { findSnapshot } from '../../engine/choose.js';
import { notInSnapshot, planFromLive } from '../../engine/live-plan.js';
import type { Resource } from '../../engine/resources.js';
import type { Plan } from '../../engine/plan.js';
import { trustOf } from '../../engine/trust.js';
import { stateBefore } from '../../engine/undo.js';
import { lineOf } from '../../runtime/markdown.js';
import { recoveryHeadline, recoveryMarkdown, recoveryText } from '../../report/recovery.js';
import { forSnapshot } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { toJson } from '../../runtime/json.js';
import { oneLine, sentences } from '../../runtime/text.js';
import { placeOf } from '../../store/index.js';
import { leftBeside } from '../rollback/aside.js';
import { damagedFindings } from '../rollback/damaged.js';
import { assertMayPlan, publishPlan } from '../rollback/publish-plan.js';
import { assertNotQuarantined } from '../rollback/quarantine.js';
import {
  findRollback,
  rollbacksOfStore,
  unbegunNotice,
  type PastRollback,
  type RollbacksOfStore,
} from '../undo/past-rollbacks.js';
import { dropDatabase } from './drop.js';
import { assertTogether, type RecoverSession } from './flags.js';
import { chooseDeployments, resourcesToRecover, rollbackToRecover } from './goal.js';
import { dischargeMet, readStatus, type Status } from './obligations.js';

/** Plans; the plan is approved and carried out like any other. */
export async function execute(session: RecoverSession) {
  const project = await session.open();
  const { dropDatabase: name } = session.inputs;
  assertTogether(session.inputs);
  assertEnvironment(session, project);
  if (name !== null) {
    if (session.inputs.digest === null) await assertMayPlan(session, project);
    return dropDatabase(session, project, name);
  }
  const rollbacks = await rollbacksOfStore(session, project);
  const { past } = rollbacks;
  const waiting = unbegunNotice(rollbacks, (words) => commandLine(session, words));
  const isWaiting = waiting !== null;
  if (session.inputs.status) {
    return shown(session, project, { ...(await readStatus(session, project, past)), waiting: isWaiting }, waiting);
  }
  const cautions = await assertMayPlan(session, project);
  const found = await readStatus(session, project, past);
  const discharged = await dischargeMet(session, project, found);
  for (const { id, reading } of discharged) session.context.log.info(`Discharged ${id}: ${reading.why}.`);
  const obligations = found.obligations.filter((one) => !discharged.includes(one));
  const status = { ...found, obligations, waiting: isWaiting };
  const chosen = chosenRollback(session, project, rollbacks, status);
  if (chosen === null) return shown(session, project, status, session.inputs.flagSteps === null ? waiting : NO_STEPS);
  const earlier = past.map((one) => one.plan).filter(({ recovers }) => recovers?.rollback === chosen.plan.digest);
  return plan(session, project, { cautions, past: chosen, earlier, status });
}

const NO_STEPS =
  'Nothing is planned: no resource whose changes are undone belongs to a flag service with percentages. Without --flag-steps, changes come back at once.';

/** What is not yet normal, and whether a plan waits to be carried out. */
type Known = Status & { readonly waiting: boolean };

const statusFacts = (session: RecoverSession, { environment, store }: Project['config'], status: Known) => ({
  ...status,
  environment,
  place: placeOf(store, session.context),
  command: (words: readonly string[]) => commandLine(session, words),
});

/** @param notice a sentence before it */
function shown(session: RecoverSession, { config }: Project, status: Known, notice: string | null = null) {
  const { environment } = config;
  const facts = statusFacts(session, config, status);
  const { busy } = status;
  const notices = [
    ...(busy === null ? [] : [sentences(busy.message, busy.remedy)]),
    ...(notice === null ? [] : [notice]),
  ];
  const normal =
    !(status.waiting && status.incidents.length > 0) &&
    status.unrecorded.length + status.unread.length === 0 &&
    status.obligations.every(({ reading }) => reading.state === 'met');
  return {
    exit: 0,
    json: toJson({ environment, normal, ...status }),
    text: [...notices.map(oneLine), recoveryText(facts, session.context.clock.now())].join('\n'),
    summary: [...notices.map(lineOf), recoveryMarkdown(facts)].join('\n\n'),
    outputs: { verdict: normal ? 'normal' : 'open', changes: '0' },
  } as const;
}

/** Null if there is nothing to plan: what is left is discharged in other ways. */
function chosenRollback(
  { inputs, context: ctx }: RecoverSession,
  project: Project,
  rollbacks: RollbacksOfStore,
  { obligations }: Status,
): PastRollback | null {
  const [named] = inputs.args;
  if (named !== undefined) return findRollback(rollbacks, named, project.config.environment);
  const asked = inputs.deployment !== null || inputs.scope !== null;
  if (!asked && resourcesToRecover(project, inputs, obligations, ctx).length === 0) return null;
  const found = rollbackToRecover(rollbacks.past, obligations);
  if (found !== undefined) return found;
  throw new RewindError(
    'rollback-not-found',
    `The store has no rollback of "${project.config.environment}" to recover from.`,
  );
}

interface PlanFacts {
  readonly cautions: readonly Finding[];
  readonly past: PastRollback;
  /** Recoveries from it that were begun, newest first. */
  readonly earlier: readonly Plan[];
  readonly status: Known;
}

async function plan(session: RecoverSession, project: Project, { cautions, past, earlier, status }: PlanFacts) {
  const { inputs, context: ctx } = session;
  const { gateCommand: gate, flagSteps: steps } = inputs;
  const before = stateBefore(past.entries);
  if (before === null) {
    throw new RewindError('rollback-not-found', `The rollback ${past.plan.digest.slice(0, 12)} changed nothing.`, {
      remedy: 'There is nothing to recover from.',
    });
  }
  const manifest = await findSnapshot(project.store, before, project.origin);
  const within = forSnapshot(ctx, manifest);
  const wanted = resourcesToRecover(project, inputs, status.obligations, ctx);
  for (const id of notInSnapshot(wanted, manifest)) {
    ctx.log.warn(`"${id}" is not in snapshot ${manifest.id}, so it will not be recovered.`);
  }
  const { deployments, resources } = await chooseDeployments(
    session,
    project,
    inputs.deployment,
    manifest,
    wanted,
    within,
  );
  const trust = await trustOf(project.store, manifest, project.signKeys, null);
  const made = await planFromLive({
    ...project,
    resources,
    ctx,
    manifest,
    database: 'up',
    scope: resources.map(({ id }) => id),
    recovers: {
      rollback: past.plan.digest,
      deployments,
      ...(gate === null ? {} : { gate }),
      ...(steps === null ? {} : { steps: [...steps] }),
    },
    earlier,
  });
  await assertNotQuarantined(session, project, made, manifest, resources, within);
  if (made.changes.length + made.manual.length === 0) {
    return shown(
      session,
      project,
      status,
      `No change is planned: a recovery has none to make in ${quoted(resources)}.`,
    );
  }
  const notice = noticeOf(session, past, status, project);
  const facts = {
    manifest,
    trust,
    resources,
    cautions,
    chosen: null,
    notice,
    findings: [
      ...(await damagedFindings(project.store, manifest, ctx)),
      ...(await openMitigationFindings(session, project)),
      ...(await leftBeside(resources, ctx)),
    ],
    advice: null,
  };
  const { exit, json, text: shownPlan, summary, outputs } = await publishPlan(session, project, made, facts);
  return { exit, json, text: shownPlan, summary, outputs: { ...outputs, verdict: 'planned' } } as const;
}

const quoted = (resources: readonly Resource[]): string => resources.map(({ id }) => `"${id}"`).join(', ');

function noticeOf(session: RecoverSession, { plan: of, at }: PastRollback, status: Known, { config }: Project): string {
  const what = `This recovers from the rollback ${of.digest.slice(0, 12)}, last begun at ${at} (to snapshot ${of.snapshot}).`;
  return `${what} ${recoveryHeadline(statusFacts(session, config, status))}`;
}
