import { ACTIONS, describe, earlyChanges, type Plan, type PlannedChange } from '../engine/plan.js';
import { plural, textOf } from '../runtime/text.js';
import type { DataAtRisk } from '../engine/change.js';
import type { Advice } from '../engine/database-advice.js';
import { nameOf } from '../engine/mitigation.js';
import { isOtherObject } from '../engine/other-object.js';
import { counted } from '../engine/counted.js';
import { adviceText } from './advice.js';
import { riskText } from './risk.js';

/**
 * The plan for a terminal.
 * @param notice a sentence if the snapshot shows what is live, so that an empty plan is no answer
 * @param advice what to know before the choice of a database mode
 */
export function planText(plan: Plan, notice: string | null = null, advice: Advice | null = null): string {
  const lines = [`Plan: ${goalOf(plan)}${saysMode(plan) ? ` (database: ${plan.database})` : ''}`, ''];
  if (notice !== null) lines.push(notice, ...(plan.changes.length === 0 ? [`No changes: ${covered(plan)}`] : ['']));
  else if (plan.changes.length === 0) lines.push(`Nothing to do: ${covered(plan)}`);
  let heading = '';
  const early = earlyChanges(plan.changes);
  plan.changes.forEach((change, index) => {
    const stage = early.has(change) ? 'at once (closes an exposure)' : change.stage;
    if (stage !== heading) lines.push(`${stage}:`);
    heading = stage;
    lines.push(
      `  ${index + 1}. ${change.target}`,
      `     ${describe(change).replaceAll('\n', '; ')}${when(change)}`,
      ...details(plan, change, '     '),
    );
  });
  lines.push(...section('By hand (Rewind cannot do these):', plan.manual, (change) => change.manual ?? ''));
  lines.push(...section('Not in this plan:', plan.notSelected, wouldNeed(plan)));
  lines.push(...section(`Changed after the ${sinceOf(plan)}; these stay:`, plan.later, toInclude(plan)));
  const origin = originLine(plan);
  if (origin !== null) lines.push('', origin);
  if (advice !== null) lines.push(...adviceText(advice));
  lines.push('', ...countsText(plan), `Digest: ${plan.digest}`);
  return textOf(lines);
}

const goalOf = (plan: Plan): string =>
  plan.mitigates === undefined ? returnOf(plan) : mitigationOf(plan, plan.mitigates);

export function mitigationOf(
  { environment, snapshot, undoes }: Plan,
  mitigates: NonNullable<Plan['mitigates']>,
): string {
  return mitigates.lifts
    ? `lift mitigation ${(undoes ?? '').slice(0, 12)}: return what it changed in "${environment}" to snapshot ${snapshot}, taken before it`
    : `mitigate "${environment}": ${nameOf(mitigates)} for ${counted(mitigates.minutes, 'minute')}`;
}

const returnOf = ({ environment, snapshot, undoes, recovers }: Plan): string =>
  recovers !== undefined
    ? `recover from rollback ${recovers.rollback.slice(0, 12)}: bring "${environment}" forward to snapshot ${snapshot}, taken before it${withDeployments(recovers)}`
    : undoes === null
      ? `return "${environment}" to snapshot ${snapshot}`
      : `undo rollback ${undoes.slice(0, 12)}: return "${environment}" to snapshot ${snapshot}, taken before it`;

/** Nobody chooses the database mode of an undo or of a recovery: it says something only where a database changes. */
export const saysMode = ({ undoes, recovers, mitigates, changes, manual, notSelected }: Plan): boolean =>
  (undoes === null && recovers === undefined && mitigates === undefined) ||
  [...changes, ...manual, ...notSelected].some(({ database }) => database !== undefined);

export const withDeployments = ({ deployments }: NonNullable<Plan['recovers']>): string =>
  Object.entries(deployments)
    .map(([id, deployment]) => `, but with ${deployment} as production of ${id}`)
    .join('');
/** The line of counts begins with it. */
export const COUNTS = 'In all:';

/** "In all: 1 create, 2 update; 1 cannot be undone; data at risk: 4 rows in 2 objects." Nothing without a change. */
function countsText({ changes, manual, notSelected, later }: Plan): string[] {
  if (changes.length === 0) return [];
  const actions = ACTIONS.flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length;
    return count === 0 ? [] : [`${count} ${action}`];
  });
  const stuck = changes.filter(({ undo }) => undo === null).length;
  const parts = [
    actions.join(', '),
    stuck === 0 ? 'each can be undone' : `${stuck} cannot be undone`,
    riskCounts(
      changes.flatMap(({ resource, dataAtRisk = [] }) =>
        dataAtRisk.map((risk) => ({ ...risk, what: JSON.stringify([resource, risk.what]) })),
      ),
    ),
    ...(manual.length === 0 ? [] : [`${manual.length} by hand`]),
    ...(notSelected.length === 0 ? [] : [plural(notSelected.length, 'left as it is', 'left as they are')]),
    ...(later.length === 0 ? [] : [`${plural(later.length, 'later change')} kept`]),
  ];
  return [`${COUNTS} ${parts.join('; ')}.`];
}

function riskCounts(all: readonly DataAtRisk[]): string {
  // Rows that only come back are no loss.
  const risks = all.filter(({ rows }) => rows !== 0);
  // Only rows are counted. What a lifecycle rule deletes is a warning of its change.
  if (risks.length === 0) return 'no rows at risk';
  const rows = risks.reduce((sum, risk) => sum + (risk.rows ?? 0), 0);
  const objects = new Set(risks.map(({ what }) => what)).size;
  const unknown = new Set(risks.filter((risk) => risk.rows === null).map(({ what }) => what)).size;
  // "0 rows" would be a claim.
  if (risks.every((risk) => risk.rows === null)) {
    return `data at risk: rows that were not counted in ${plural(unknown, 'object')}`;
  }
  const more = unknown === 0 ? '' : `, and rows that were not counted in ${unknown} of them`;
  // Two statements of one script can concern the same row of a table.
  const most = objects < risks.length ? 'at most ' : '';
  return `data at risk: ${most}${plural(rows, 'row')} in ${plural(objects, 'object')}${more}`;
}

/** What tells the deploy's changes from later ones. Without a release capture, a rollback undoes the later ones, too. */
export function originLine({ release, undoes, recovers, mitigates, changes }: Plan): string | null {
  if (release !== null) {
    return `Release capture ${release.id} tells what the deploy changed from what was changed after it.`;
  }
  return undoes !== null || recovers !== undefined || mitigates !== undefined || changes.length === 0
    ? null
    : 'Origin unknown: there is no release capture of the deploy that is live, so this plan also undoes what was changed after it.';
}

/** What the approver must know of who made the difference. */
export function originNote(plan: Plan, { origin, authors, database }: PlannedChange): string[] {
  if (plan.mitigates?.lifts === true)
    return origin === 'both' ? ['Somebody changed it again after the mitigation: the later value is lost.'] : [];
  if (origin === 'both')
    return [
      `The deploy changed it (${by(authors?.deploy)}), and somebody changed it again after the deploy (${by(authors?.later)}): the later value is lost.`,
    ];
  if (origin === undefined && plan.release !== null && database === undefined)
    return [
      `The release capture does not tell who made it: what was changed after the ${sinceOf(plan)} is undone, too.`,
    ];
  return origin === 'later' ? [`It was changed after the ${sinceOf(plan)} (${by(authors?.later)}), not by it.`] : [];
}

/** @param author null: the service does not say it */
export const by = (author: string | null | undefined): string =>
  author === null || author === undefined ? 'author unknown' : `by ${author}`;

/** Who made a later change, and how it is undone, too. */
export const toInclude =
  ({ mitigates }: Plan) =>
  ({ resource, closes, authors }: PlannedChange): string =>
    mitigates !== undefined
      ? by(authors?.later)
      : `${by(authors?.later)}; ${closes === undefined ? '' : `undoing it closes ${closes}; `}use --include-later-changes ${resource}`;

/** The event that a later change came after. */
export const sinceOf = ({ mitigates, undoes }: Pick<Plan, 'mitigates' | 'undoes'>): string =>
  mitigates !== undefined ? 'mitigation' : undoes === null ? 'deploy' : 'rollback';

/** What a plan without changes says of production: it may leave differences to a person or to another database mode. */
export function covered(plan: Plan): string {
  const { notSelected, later, database, recovers, mitigates, scope } = plan;
  const unknown = [...plan.manual, ...notSelected, ...later].filter(isOtherObject);
  const compared = (of: readonly PlannedChange[]): PlannedChange[] => of.filter((one) => !isOtherObject(one));
  const [manual, byMode, kept] = [compared(plan.manual), compared(notSelected), compared(later)];
  const byHand = byMode.filter((change) => change.manual !== undefined);
  const chosen = byMode.length - byHand.length;
  const mode = recovers === undefined ? `--database ${database}` : 'a recovery';
  const why = recovers === undefined ? `by choice (${mode})` : 'in a recovery';
  const left = [
    ...(manual.length === 0 ? [] : [`${manual.length} must be restored by hand`]),
    ...(chosen === 0 ? [] : [`${plural(chosen, 'left as it is', 'left as they are')} ${why}`]),
    ...(byHand.length === 0
      ? []
      : [`${plural(byHand.length, 'left as it is', 'left as they are')} (${mode}; only a person can restore it)`]),
    ...(kept.length === 0 ? [] : [`${kept.length} changed after the ${sinceOf(plan)}`]),
  ];
  const open = unknown.length === 0 ? [] : [plural(unknown.length, 'was not compared', 'were not compared')];
  if (scope?.length === 0) return 'this plan covers no resource, so nothing was compared.';
  if (left.length > 0) {
    return `Rewind has no change to make, but production differs from the snapshot: ${[...left, ...open].join(', ')} (below).`;
  }
  if (open.length > 0) {
    return `Rewind has no change to make, and nothing that it compared differs from the snapshot: ${open.join()} (below).`;
  }
  if (mitigates?.lifts === false) return 'the measure is in effect already.';
  return 'production equals the snapshot in everything that this plan covers.';
}

const when = (change: PlannedChange): string =>
  change.effect === 'live' ? '' : '  (takes effect with the next deployment)';

function details(plan: Plan, change: PlannedChange, indent: string): string[] {
  return [
    ...(change.closes === undefined ? [] : [`${indent}closes ${change.closes}`]),
    ...[...originNote(plan, change), ...change.warnings].map((warning) => `${indent}! ${warning}`),
    ...(change.dataAtRisk ?? []).map((risk) => `${indent}! data at risk: ${riskText(risk)}`),
    ...(change.confirm === undefined ? [] : [`${indent}! needs --confirm-data-loss ${change.confirm}`]),
    `${indent}undo: ${change.undo ?? 'not possible'}`,
  ];
}

/** What would restore a difference that the plan leaves. */
const STAYS = {
  down: 'it came after the rollback, and stays',
  restore: 'only "rewind undo" brings it back',
  up: 'it is left to a person',
} as const;
export const wouldNeed =
  ({ recovers }: Plan) =>
  ({ manual, database }: PlannedChange): string =>
    manual ?? (recovers === undefined ? `use --database ${database ?? ''}` : STAYS[database ?? 'restore']);

function section(title: string, changes: readonly PlannedChange[], note: (change: PlannedChange) => string): string[] {
  if (changes.length === 0) return [];
  return ['', title, ...changes.map((change) => `  - ${change.target}: ${describe(change)}: ${note(change)}`)];
}
