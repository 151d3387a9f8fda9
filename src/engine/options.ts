import type { Measure } from './measure.js';
import { nameOf } from './mitigation.js';
import {
  lossesOf,
  ofChanges,
  option,
  sentencesOf,
  timeOf,
  type Option,
  type OptionFacts,
  type OptionKind,
} from './option.js';
import { code, down, fix, restore } from './options-of-code.js';
import { describe, type PlannedChange } from './plan.js';
import { objectKeyOf } from './three-way.js';
import { counted } from './counted.js';

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

function dependency({ suspect }: OptionFacts): Option | null {
  if (suspect !== 'shared') return null;
  return option({
    kind: 'dependency',
    title: 'Look at what both deployments use: the database and the providers',
    risks: ['While you look, users are affected.'],
  });
}

function flagsBack(facts: OptionFacts): Option | null {
  const { changes, flags, obstacles, eased } = facts;
  const isEased = ({ resource, id }: PlannedChange): boolean => eased.has(objectKeyOf(resource, id));
  const suspect = changes.filter((change) => flags.has(change.resource) && !isEased(change));
  if (suspect.length === 0) return null;
  const scope = [...new Set(suspect.map(({ resource }) => resource))];
  const own = changes.filter(({ resource }) => scope.includes(resource));
  const inTheWay = obstacles.filter(({ resource }) => scope.includes(resource));
  const unknown = suspect.some(({ origin }) => origin === undefined);
  const ended = own.filter(isEased).map(({ target }) => target);
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
      ...(ended.length === 0 ? [] : [`The plan also ends what a mitigation changed: ${ended.join(', ')}.`]),
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
    title: `Turn off the flags that pull requests of this deploy name: ${left
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
  maintenance: 'Users see the maintenance page instead of the site.',
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
