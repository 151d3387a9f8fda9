import type { Advice } from './database-advice.js';
import type { FlagOn } from './flags-on.js';
import type { Measure } from './measure.js';
import { nameOf } from './mitigation.js';
import { describe, type PlannedChange } from './plan.js';
import type { DataAtRisk, DatabaseMode, PlanDatabaseMode } from './change.js';
import { counted } from './words.js';

/**
 * What can be done about a bad deploy. `dependency`: look at what the deployments share. `flags`: return the flags that the
 * deploy changed. `flags-off`: turn off the flags that its pull requests name and that `flags` leaves on. `mitigate`: ease it for a
 * time, each mitigation of the configuration is one. `code`: return code and configuration, the database stays. `fix`: repair
 * the code and deploy it.
 */
export type OptionKind = 'dependency' | 'flags' | 'flags-off' | 'mitigate' | 'code' | 'down' | 'restore' | 'fix';

const ORDER: readonly OptionKind[] = ['flags', 'flags-off', 'mitigate', 'code', 'down', 'restore', 'fix'];
/** If the previous deployment fails too, code alone may not help: it fails on what both share. */
const SHARED_ORDER: readonly OptionKind[] = [
  'dependency',
  'flags',
  'flags-off',
  'mitigate',
  'down',
  'code',
  'restore',
  'fix',
];
/** The measure that takes the least from users comes first. */
const MEASURES: readonly Measure['kind'][] = ['flags-off', 'scale-up', 'maintenance'];

/** A diff up to this size can be read in an incident. */
const SMALL = { commits: 5, files: 20 } as const;

/** A verified rollback of the past. */
export interface PastRollback {
  readonly database: PlanDatabaseMode;
  /** Ids of the resources that it changed. */
  readonly resources: readonly string[];
  /** From the start of the approved run to its end. */
  readonly ms: number;
}

/** A mitigation of the configuration. */
export interface PreparedMitigation {
  readonly id: string;
  readonly kind: Measure['kind'];
  /** Its time limit. */
  readonly minutes: number;
  /** What it would change now. Empty: it is in effect, or cannot be planned. */
  readonly changes: readonly PlannedChange[];
  /** Sentences: why it cannot be planned now; empty: it can. */
  readonly refused: readonly string[];
}

export interface OptionFacts {
  /** The last verdict, unless a rollback was verified after it; null: there is none. */
  readonly level: string | null;
  /** What the verdict suspects; null: there is none. */
  readonly suspect: 'deploy' | 'shared' | null;
  /** What a plan with the database mode `none` would do; empty also if production could not be compared. */
  readonly changes: readonly PlannedChange[];
  /** What the other database modes would do, also by hand. */
  readonly databaseChanges: readonly PlannedChange[];
  /** Changes that people made after the deploy. A plan undoes them only with --include-later-changes. */
  readonly later: readonly PlannedChange[];
  /** Ids of the resources that hold feature flags. */
  readonly flags: ReadonlySet<string>;
  /** Flags that are on and that pull requests of the deploy name. */
  readonly named: readonly (FlagOn & { readonly pulls: readonly number[] })[];
  readonly advice: Advice;
  /** What would refuse a plan with the database mode `none`. */
  readonly obstacles: readonly { readonly resource: string; readonly message: string }[];
  /** What would refuse a plan with the database mode `down`, besides those of the advice. */
  readonly backupObstacles: readonly string[];
  /** Ids of the resources that a plan is limited to; null: all. */
  readonly scope: readonly string[] | null;
  /** Size of the difference between the code of the snapshot and the live code; null: unknown. */
  readonly diff: { readonly commits: number; readonly files: number } | null;
  readonly past: readonly PastRollback[];
  readonly mitigations: readonly PreparedMitigation[];
  /** Id of the mitigation that the configuration names for a bad deploy; null: it names none. */
  readonly preferred: string | null;
}

export interface Option {
  readonly kind: OptionKind;
  readonly title: string;
  /** Sentences: why it is not possible; empty: it is. */
  readonly refused: readonly string[];
  /** Why it is recommended; empty: it is not. */
  readonly recommended: readonly string[];
  /** Sentences. */
  readonly risks: readonly string[];
  /** Data that would be lost. */
  readonly losses: readonly DataAtRisk[];
  /** Rows of all losses; null if one of them is unknown. */
  readonly rows: number | null;
  /** How long earlier rollbacks of this kind took, in the middle; null: not measured. */
  readonly time: { readonly ms: number; readonly runs: number } | null;
  /** Time that the backup took, for a restore; null: unknown, or no restore. */
  readonly backupMs: number | null;
  /** The plan to make; null: Rewind has no plan for it. */
  readonly plan: {
    readonly database: DatabaseMode;
    readonly scope: readonly string[] | null;
    /** Ids of the resources whose later changes are undone, too; absent: none. */
    readonly includeLater?: readonly string[];
  } | null;
  /** Id of the mitigation; null: it is none. */
  readonly mitigation: string | null;
}

/** The options in the order in which to consider them. Pure. */
export function optionsFor(facts: OptionFacts): Option[] {
  const found = [
    dependency(facts),
    flagsBack(facts),
    flagsOff(facts),
    ...mitigate(facts),
    code(facts),
    down(facts),
    restore(facts),
    fix(facts),
  ];
  const order = facts.suspect === 'shared' ? SHARED_ORDER : ORDER;
  return order.flatMap((kind) => found.filter((one) => one?.kind === kind).flatMap((one) => one ?? []));
}

const option = (given: Pick<Option, 'kind' | 'title'> & Partial<Option>): Option => ({
  refused: [],
  recommended: [],
  risks: [],
  losses: [],
  rows: sumOf(given.losses ?? []),
  time: null,
  backupMs: null,
  plan: null,
  mitigation: null,
  ...given,
});

function dependency({ suspect }: OptionFacts): Option | null {
  if (suspect !== 'shared') return null;
  return option({
    kind: 'dependency',
    title: 'Look at what both deployments use: the database and the providers',
    risks: ['While you look, users are affected.'],
  });
}

function flagsBack(facts: OptionFacts): Option | null {
  const { changes, flags, obstacles } = facts;
  const own = changes.filter(({ resource }) => flags.has(resource));
  if (own.length === 0) return null;
  const scope = [...new Set(own.map(({ resource }) => resource))];
  const inTheWay = obstacles.filter(({ resource }) => scope.includes(resource));
  const unknown = own.some(({ origin }) => origin === undefined);
  return option({
    kind: 'flags',
    title: `Flags back: ${counted(
      own.length,
      'change',
      own.map((change) => `${change.target}: ${describe(change)}`),
    )}`,
    refused: sentencesOf(inTheWay),
    risks: [
      ...(unknown ? ['It is unknown whether the deploy changed these flags: there is no release capture.'] : []),
      ...ofChanges(own),
    ],
    losses: lossesOf(own),
    time: timeOf(facts, ({ database, resources }) => database === 'none' && resources.every((id) => flags.has(id))),
    plan: { database: 'none', scope },
  });
}

/** A flag that somebody turned on after the deploy shows the code of the deploy all the same. */
function flagsOff(facts: OptionFacts): Option | null {
  const left = facts.named.filter(({ since }) => since !== 'deploy');
  if (left.length === 0) return null;
  const later = left.filter(({ since }) => since === 'later');
  const scope = [...new Set(later.map(({ resource }) => resource))];
  const undone = [...facts.changes, ...facts.later].filter(({ resource }) => scope.includes(resource));
  const byHand = left.filter(({ since }) => since === 'before').map(({ key }) => key);
  return option({
    kind: 'flags-off',
    title: `Flags off that pull requests of this deploy name: ${left
      .map(({ key, pulls }) => `${key} (${pulls.map((number) => `#${number}`).join(', ')})`)
      .join(', ')}`,
    refused: sentencesOf(facts.obstacles.filter(({ resource }) => scope.includes(resource))),
    risks: [
      ...(byHand.length === 0
        ? []
        : [
            `The snapshot has these flags on too, so no plan turns them off: ${byHand.join(', ')}. Turn them off in their service.`,
          ]),
      ...(undone.length === 0
        ? []
        : [
            `The plan undoes ${counted(
              undone.length,
              'change',
              undone.map((change) => `${change.target}: ${describe(change)}`),
            )}.`,
          ]),
      ...ofChanges(undone),
    ],
    losses: lossesOf(undone),
    plan: scope.length === 0 ? null : { database: 'none', scope, includeLater: scope },
  });
}

const COST: Readonly<Record<Measure['kind'], string>> = {
  'flags-off': 'Users lose what these flags show.',
  'scale-up': 'More capacity costs more. It helps only if capacity is short.',
  maintenance: 'Users see the page for maintenance instead of the site.',
};

/** One that is in effect is none. Without harm there is nothing to ease. */
function mitigate({ mitigations, level, preferred }: OptionFacts): Option[] {
  if (level === 'healthy') return [];
  const able = mitigations.filter(({ changes, refused }) => changes.length + refused.length > 0);
  const inOrder = MEASURES.flatMap((kind) => able.filter((one) => one.kind === kind));
  return inOrder.map(({ id, kind, minutes, changes, refused }) => {
    const texts = changes.map((change) => `${change.target}: ${describe(change)}`);
    const what = changes.length === 0 ? '' : `: ${counted(changes.length, 'change', texts)}`;
    return option({
      kind: 'mitigate',
      title: `Ease it with ${nameOf({ id, measure: { kind } })}, for ${counted(minutes, 'minute')} at most${what}`,
      refused,
      recommended:
        level === 'mitigate' && id === preferred && refused.length === 0
          ? ['The verdict is "mitigate", and monitor.mitigation of the configuration names this one.']
          : [],
      risks: [
        COST[kind],
        `The cause stays. The mitigation ends after ${counted(minutes, 'minute')} if its lift is scheduled, and at any time with an undo.`,
        ...ofChanges(changes),
      ],
      losses: lossesOf(changes),
      mitigation: id,
    });
  });
}

function code(facts: OptionFacts): Option | null {
  const { changes, flags, advice, obstacles, scope, suspect } = facts;
  if (changes.length === 0) return null;
  const deployed = changes.some(({ stage }) => stage === 'deployment');
  return option({
    kind: 'code',
    title: `${deployed ? 'Code and configuration' : 'Configuration'} back: ${counted(changes.length, 'change')}; the database stays as it is`,
    refused: sentencesOf(obstacles),
    recommended: suspect === 'shared' ? [] : recommendedFor('none', advice),
    risks: [...(deployed ? hazardsOf(advice) : []), ...ofChanges(changes)],
    losses: lossesOf(changes),
    time: timeOf(facts, ({ database, resources }) => database === 'none' && !resources.every((id) => flags.has(id))),
    plan: { database: 'none', scope },
  });
}

function down(facts: OptionFacts): Option | null {
  const { changes, databaseChanges, backupObstacles } = facts;
  const own = databaseChanges.filter(({ database }) => database === 'down');
  if (own.length === 0) return null;
  const title = withCode(facts, 'migrations down');
  const mode = databaseMode('down', facts);
  return option({
    kind: 'down',
    title: `${title}: ${own.map(({ target }) => target).join(', ')}`,
    ...mode,
    refused: [...mode.refused, ...backupObstacles],
    risks: ['What the new code wrote in the meantime must fit the old schema.', ...mode.risks, ...ofCode(changes)],
  });
}

function restore(facts: OptionFacts): Option | null {
  const { changes, databaseChanges } = facts;
  const own = databaseChanges.filter(({ database }) => database === 'restore');
  if (own.length === 0) return null;
  const mode = databaseMode('restore', facts);
  const times = facts.advice.databases.flatMap(({ backupMs }) => backupMs ?? []);
  return option({
    kind: 'restore',
    title: `${withCode(facts, 'the database back to the backup')}: ${own.map(({ target }) => target).join(', ')}`,
    ...mode,
    risks: [
      'Everything that was written since the snapshot is taken out of production.',
      ...mode.risks,
      ...ofCode(changes),
    ],
    backupMs: times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0),
  });
}

const withCode = ({ changes }: OptionFacts, what: string): string =>
  changes.length === 0 ? `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}` : `Code and configuration back, and ${what}`;

/** What the advice says of a mode, over all databases; a plan has one mode for all of them. */
function databaseMode(mode: 'down' | 'restore', facts: OptionFacts) {
  const { advice, obstacles, scope } = facts;
  const all = advice.databases.flatMap(({ name, modes }) =>
    modes.flatMap((one) => (one.mode === mode ? [{ name, ...one }] : [])),
  );
  const able = all.filter(({ possible }) => possible);
  const named = (sentence: string, name: string): string => (all.length > 1 ? `${name}: ${sentence}` : sentence);
  const notes = (from: typeof all): string[] =>
    from.flatMap(({ name, notes: found }) => found.map((note) => named(note, name)));
  return {
    refused: [...(able.length === 0 ? notes(all) : []), ...sentencesOf(obstacles)],
    recommended: recommendedFor(mode, advice),
    risks: able.length === 0 ? [] : notes(all),
    losses: able.flatMap(({ losses }) => losses),
    rows: able.some(({ rows }) => rows === null) ? null : able.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
    time: timeOf(facts, ({ database }) => database === mode),
    plan: { database: mode, scope },
  };
}

/** Only if the difference is small, and the schema is the one that the code expects. The better choice if a flag hides it. */
function fix({ diff, databaseChanges, named, suspect }: OptionFacts): Option | null {
  if (diff === null || diff.commits === 0 || diff.commits > SMALL.commits || diff.files > SMALL.files) return null;
  if (databaseChanges.some(({ database }) => database === 'down')) return null;
  const keys = named.map(({ key }) => key);
  return option({
    kind: 'fix',
    title: `Fix forward: ${counted(diff.commits, 'commit')}, ${counted(diff.files, 'file')} and no migration`,
    recommended:
      keys.length === 0 || suspect === 'shared'
        ? []
        : [
            `The difference is small, it has no migration, and a flag hides it meanwhile: turn off ${keys.join(', ')} first.`,
          ],
    risks: [
      keys.length === 0
        ? 'The fault stays until the fix is written, reviewed and deployed. No flag is known that hides it meanwhile.'
        : 'What no flag hides stays broken until the fix is written, reviewed and deployed.',
      'A fix in a hurry is itself a deploy.',
    ],
  });
}

function recommendedFor(mode: DatabaseMode, { recommended, databases }: Advice): string[] {
  return recommended === mode ? databases.flatMap(({ reasons }) => reasons) : [];
}

/** What old code meets in the database as it is. */
function hazardsOf({ databases }: Advice): string[] {
  return databases.flatMap(({ name, hazards }) => {
    if (hazards === null) return [`It is unknown whether old code can run on the present schema of ${name}.`];
    return hazards.map(
      ({ kind, text }) => `${kind === 'may-break' ? 'Old code may fail' : 'Old code fails'}: ${text}.`,
    );
  });
}

/** The option `code` lists them. */
const ofCode = (changes: readonly PlannedChange[]): string[] =>
  changes.length === 0 ? [] : ['The risks of code and configuration are those of that option.'];

function ofChanges(changes: readonly PlannedChange[]): string[] {
  const final = changes.filter(({ undo }) => undo === null);
  const waiting = changes.filter(({ effect }) => effect === 'next-deployment');
  return [
    ...changes.flatMap(({ target, origin, warnings }) => [
      ...(origin === 'both' ? [`${target}: somebody changed it again after the deploy; the later value is lost.`] : []),
      ...warnings.map((warning) => `${target}: ${warning}`),
    ]),
    ...(final.length === 0 ? [] : [`${counted(final.length, 'change')} cannot be undone.`]),
    ...(waiting.length === 0 ? [] : [`${counted(waiting.length, 'change')} act only with the next deployment.`]),
  ];
}

const lossesOf = (changes: readonly PlannedChange[]): DataAtRisk[] =>
  changes.flatMap(({ dataAtRisk }) => dataAtRisk ?? []);

const sumOf = (losses: readonly DataAtRisk[]): number | null =>
  losses.some(({ rows }) => rows === null) ? null : losses.reduce((sum, { rows }) => sum + (rows ?? 0), 0);

const sentencesOf = (obstacles: OptionFacts['obstacles']): string[] =>
  obstacles.map(({ resource, message }) => `${resource}: ${message}`);

function timeOf({ past }: OptionFacts, fits: (one: PastRollback) => boolean): Option['time'] {
  const times = past.filter(fits).map(({ ms }) => ms);
  times.sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  return middle === undefined ? null : { ms: middle, runs: times.length };
}
