import type { Change } from '../../engine/change.js';
import { RewindError } from '../../runtime/errors.js';
import type { DeploymentState, Params, State } from './state.js';

/** "dpl_1 (1a2b3c4 main)" */
export function named(one: DeploymentState): string {
  if (one.maintenance === true) return `${one.id} (maintenance page)`;
  const commit = one.commit === null ? '' : ` (${one.commit.slice(0, 7)}${one.ref === null ? '' : ` ${one.ref}`})`;
  return `${one.id}${commit}`;
}

/**
 * Findings of the check that do not stop a change: a rollback leaves a deployment that is broken, and needs no page for
 * maintenance.
 */
const repairs = ['production-not-returnable', 'production-unknown', 'maintenance-missing'];

/** @throws RewindError snapshot-foreign if live is another project than in the snapshot */
export function plan(saved: State, found: State): Change[] {
  if (saved.project !== found.project) {
    // Not left to a person as a setting is: a rollback of the database alone would meet the code that stays.
    const { message, remedy } = otherProject(saved.project, found.project);
    throw new RewindError('snapshot-foreign', message, { remedy });
  }
  if (saved.production === null) return found.production === null ? [] : [withoutTarget(saved, found.production)];
  const live = asOriginal(saved.production.id, found);
  const switched = switchChange(saved, saved.production, live);
  const aliases = aliasChanges(saved, saved.production.id, live, switched !== null);
  const autoAssign = switched === null ? autoAssignChange(saved, live) : null;
  return [...(switched === null ? [] : [switched]), ...aliases, ...(autoAssign === null ? [] : [autoAssign])];
}

/** Vercel has no way back to a project without a deployment. */
function withoutTarget({ name }: State, live: DeploymentState): Change {
  return {
    id: 'switch',
    stage: 'deployment',
    action: 'update',
    target: `production of ${name} on Vercel`,
    before: named(live),
    after: null,
    effect: 'live',
    undo: null,
    manual: 'The snapshot has no deployment to return to. Choose a newer snapshot, or delete the deployment in Vercel.',
    warnings: [],
    params: {},
  };
}

/** True also for Rewind's rebuild of the saved deployment, which only has a new signing secret. */
function asOriginal(saved: string, live: State): State {
  const rebuilt = live.production;
  if (rebuilt?.rebuildOf !== saved) return live;
  return {
    ...live,
    production: { ...rebuilt, id: saved },
    domains: live.domains.map(({ name, deployment: serves }) => ({
      name,
      deployment: serves === rebuilt.id ? saved : serves,
    })),
  };
}

function switchChange(saved: State, target: DeploymentState, live: State): Change | null {
  const releasing = live.canary !== null && live.canary !== saved.canary;
  if (live.production?.id === target.id && !releasing) return null;
  const overtaken = releasing && live.canary !== target.id;
  const method = methodOf(saved, target, live, overtaken);
  const before = live.production === null ? null : named(live.production);
  return {
    id: 'switch',
    stage: 'deployment',
    action: 'update',
    target: `production of ${saved.name} on Vercel (${method})`,
    before: releasing ? `${before ?? 'nothing'}, rolling release to ${live.canary ?? ''} under way` : before,
    after: named(target),
    effect: 'live',
    undo: undoOf(target, live),
    warnings: [
      ...(method === 'rollback'
        ? [
            'Afterwards production is pinned: new pushes are built but stay STAGED until somebody promotes a deployment: "rewind recover --deployment latest".',
          ]
        : []),
      ...(target.maintenance === true ? [duringMaintenance(target)] : []),
      ...(overtaken && method === 'rollback' ? ['The rolling release under way is ended.'] : []),
      ...(method === 'promote' ? stagesWarning(saved, live) : []),
      'The deployment brings the environment variables and cron jobs that it was built with.',
    ],
    builds: { at: target.createdAt, project: [saved.project, saved.name] },
    // All domains of production move, one after the other, and a promote sets the automatic assignment last.
    repairs,
    sideEffects: [...moving(live).map((name) => `alias:${name}`), 'auto-assign'],
    params: {
      kind: 'switch',
      method,
      to: target.id,
      domains: carriedAlong(saved, target.id, live),
      autoAssign: method === 'promote' ? saved.autoAssign : null,
      ...(method === 'promote' && saved.gate !== undefined ? { gate: { ...saved.gate, stages: live.stages } } : {}),
    } satisfies Params,
  };
}

/** Of a rolling release that is ended, production goes on with its base: only the release can be begun again. */
function undoOf(target: DeploymentState, { production, canary }: State): string | null {
  if (production === null) return null;
  return production.id === target.id
    ? `begin the rolling release to ${canary ?? ''} again`
    : `promote ${production.id}`;
}

/**
 * A move backwards is a rollback: it pins production and ends a rolling release to another deployment. A move forwards after
 * a rollback is a promote. The undo of a later rollback promoted too, so only the assignment is still off.
 */
function methodOf(saved: State, target: DeploymentState, live: State, overtaken: boolean): 'promote' | 'rollback' {
  // The deployment for maintenance may be staged, and a rollback to it would pin it.
  if (saved.forward === true || target.maintenance === true) return 'promote';
  if (live.production?.maintenance === true) {
    // The end of maintenance pins nothing that was not pinned. Any other target is a rollback, whatever their ages.
    return live.instead?.id === target.id && !saved.pinned && !overtaken ? 'promote' : 'rollback';
  }
  const held = live.pinned || live.autoAssign === false;
  const forwards = held && live.production !== null && target.createdAt > live.production.createdAt;
  return forwards && !overtaken ? 'promote' : 'rollback';
}

/** Everybody who may deploy can set the mark, and the address may be protected, so a person must look at the page. */
const duringMaintenance = ({ id, url }: DeploymentState): string =>
  `Everybody gets ${id}: users, API clients and webhooks. Read https://${url} before you approve: Rewind reads only the mark that "rewind maintenance" sets. The page of that command has status 503, so senders of webhooks repeat them later. New pushes are built but stay STAGED until the maintenance ends.`;

function stagesWarning({ gate }: State, { stages, production }: State): string[] {
  if (stages.length === 0) return [];
  if (gate === undefined)
    return ['A promote starts a rolling release: it is completed at once, past its stages and their approvals.'];
  return [
    `A promote starts a rolling release: ${stages.map((percentage) => `${percentage} %`).join(' → ')}. Before each further stage this shell command runs, for at most ${gate.seconds} s: ${gate.command}`,
    `If the command fails, production returns to ${production?.id ?? 'the deployment before'}, and stays pinned to it.`,
  ];
}

/** Domains that a switch moves, wanted or not. The end of a rolling release may move each of them. */
const moving = (live: State): string[] =>
  live.domains
    .filter(({ deployment }) => live.canary !== null || deployment === live.production?.id)
    .map(({ name }) => name);

/** Domains that move with production: they serve the live deployment and should serve the target. */
function carriedAlong(saved: State, target: string, live: State): string[] {
  const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
  return saved.domains
    .filter(({ name, deployment: wanted }) => {
      const serves = now.get(name);
      return wanted === target && (serves === target || (serves !== null && serves === live.production?.id));
    })
    .map(({ name }) => name);
}

/** Domains that a switch does not move, because they serve another deployment than production. */
function aliasChanges(saved: State, target: string, live: State, switching: boolean): Change[] {
  const now = new Map(live.domains.map((domain) => [domain.name, domain.deployment]));
  return saved.domains.flatMap((domain): Change[] => {
    const serves = now.get(domain.name);
    if (domain.deployment === null) return [];
    if (serves === undefined) return [vanished(domain.name, domain.deployment, saved.name)];
    // A switch moves all domains of the live production deployment, including those that should stay.
    const moves = switching && serves !== null && serves === live.production?.id;
    if ((moves ? target : serves) === domain.deployment) return [];
    return [
      {
        id: `alias:${domain.name}`,
        stage: 'deployment',
        action: 'update',
        target: `domain ${domain.name}`,
        before: moves && serves === domain.deployment ? `${serves}, but moves along with production` : serves,
        after: domain.deployment,
        effect: 'live',
        undo: serves === null ? null : `point ${domain.name} at ${serves}`,
        repairs,
        warnings: [],
        params: { kind: 'alias', domain: domain.name, to: domain.deployment } satisfies Params,
      },
    ];
  });
}

/** A change of vercel-project with the same target adds the domain again; then the plan leaves this one out. */
const vanished = (name: string, served: string, project: string): Change => ({
  id: `domain:${name}`,
  stage: 'deployment',
  action: 'create',
  target: `domain ${name} of ${project}`,
  before: null,
  after: served,
  effect: 'live',
  undo: null,
  manual: `${name} is no longer a production domain of the project: it was removed, is not verified, or redirects. Restore it in the project settings on Vercel. Then make the plan again.`,
  warnings: [],
  params: {},
});

/**
 * The owner's setting. A rollback switches it off so that the next push does not undo the rollback; this is not a
 * difference.
 */
function autoAssignChange(saved: State, live: State): Change | null {
  if (saved.autoAssign === null || live.autoAssign === null || saved.autoAssign === live.autoAssign) return null;
  if (saved.autoAssign && live.pinned) return null;
  return {
    id: 'auto-assign',
    stage: 'configuration',
    action: 'update',
    target: `automatic assignment of production domains of ${saved.name}`,
    before: live.autoAssign ? 'on' : 'off',
    after: saved.autoAssign ? 'on' : 'off',
    effect: 'next-deployment',
    undo: 'set it back in the project settings',
    repairs,
    warnings: saved.autoAssign ? ['The next push to production goes live by itself again.'] : [],
    params: { kind: 'auto-assign', to: saved.autoAssign } satisfies Params,
  };
}

/** @param configured the project in the configuration */
export const otherProject = (saved: string, configured: string): { message: string; remedy: string } => ({
  message: `The snapshot holds a deployment of project ${saved}, but the configuration names ${configured}.`,
  remedy: `Set project ${saved} in the configuration, or choose a newer snapshot.`,
});
