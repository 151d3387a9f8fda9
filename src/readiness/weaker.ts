import type { RewindConfig } from '../config/schema.js';
import { variablesOf } from '../probes/templates.js';
import type { Finding } from '../runtime/finding.js';
import { added, changedKeys, REVERT, same, type At, type Rule, type Tell } from './weaker-rule.js';
import { storeFindings } from './weaker-store.js';
import { plural } from '../runtime/text.js';

/**
 * Where a pull request makes the configuration weaker than the base: who can read snapshots, whose snapshots are believed,
 * who must approve, what is captured. Warnings, because each can be intended; never silent. Pure.
 */
export function weakerFindings(base: RewindConfig, now: RewindConfig, at: At): Finding[] {
  const tell: Tell = (code, message, remedy, ...path) => ({ level: 'warning', code, message, remedy, ...at(...path) });
  const keys = Object.keys(RULES) as (keyof RewindConfig)[];
  return keys.flatMap((key) => ruleOf(key)(base[key], now[key], tell));
}

/** The strongest first. */
const APPROVALS: readonly RewindConfig['approval'][] = ['required', 'comment', 'digest', 'none'];

/** One rule for each key of the configuration: the compiler asks for the rule of a new key. */
const RULES: { readonly [K in keyof RewindConfig]-?: Rule<K> } = {
  version: () => [],
  environment: (base, now, tell) =>
    base === now
      ? []
      : [
          tell(
            'environment-changed',
            `Other reviewers approve rollbacks: the environment is "${now}", not "${base}".`,
            REVERT,
            'environment',
          ),
        ],
  approval: (base, now, tell) =>
    APPROVALS.indexOf(now) <= APPROVALS.indexOf(base)
      ? []
      : [
          tell(
            'approval-removed',
            now === 'none'
              ? 'Rollbacks need no approval any more.'
              : `Rollbacks need less approval: "${now}" instead of "${base}".`,
            REVERT,
            'approval',
          ),
        ],
  'self-approval': (base, now, tell) =>
    base === now || now === 'refuse'
      ? []
      : [
          tell(
            'self-approval-allowed',
            'The person who starts a rollback may approve it alone.',
            REVERT,
            'self-approval',
          ),
        ],
  'plan-hours': (base, now, tell) =>
    now <= base
      ? []
      : [tell('plan-hours-longer', `A plan is valid for ${now} hours instead of ${base}.`, REVERT, 'plan-hours')],
  expedited: (base, now, tell) => {
    if (now === undefined) return [];
    if (base === undefined) {
      const message = `Rollbacks may skip the review for ${plural(now.minutes, 'minute')} after a deploy, in "${now.environment}".`;
      return [tell('expedited-enabled', message, REVERT, 'expedited')];
    }
    if (now.minutes <= base.minutes && now.environment === base.environment) return [];
    const message = `More rollbacks may skip the review: ${plural(now.minutes, 'minute')} in "${now.environment}" instead of ${base.minutes} in "${base.environment}".`;
    return [tell('expedited-wider', message, REVERT, 'expedited')];
  },
  contacts: (base, now, tell) =>
    base
      .filter((contact) => !now.some((other) => same(other, contact)))
      .map(({ name, role }) =>
        tell(
          'contact-removed',
          `${name} (${role}) is no longer a contact, or is reached in another way.`,
          REVERT,
          'contacts',
        ),
      ),
  channels: (base, now, tell) => [
    ...base
      .filter(({ id }) => !now.some((other) => other.id === id))
      .map(({ id }) =>
        tell('channel-removed', `"${id}" receives no messages about incidents any more.`, REVERT, 'channels'),
      ),
    ...now.flatMap((channel, index) => {
      const before = base.find(({ id }) => id === channel.id);
      if (same(before, channel)) return [];
      const variables = variablesOf(channel).join(', ');
      const what =
        before === undefined
          ? `"${channel.id}" (${[channel.adapter, channel.audience].filter((word) => word !== undefined).join(', ')}) receives messages about incidents too`
          : `The messages to "${channel.id}" about incidents change: ${changedKeys(before, channel).join(', ')}`;
      const sends = variables === '' ? '' : `; it reads ${variables}`;
      return [tell('channel-changed', `${what}${sends}.`, REVERT, 'channels', index)];
    }),
  ],
  windows: (base, now, tell) => {
    if (base === undefined) return [];
    if (now === undefined) {
      return [tell('deploy-window-changed', 'Deploys are allowed at any time.', REVERT, 'windows')];
    }
    const parts = (['timezone', 'open', 'holidays'] as const).filter((key) => !same(base[key], now[key]));
    const lifted = base.freezes.filter((freeze) => !now.freezes.some((other) => same(other, freeze)));
    return [
      ...parts.map((key) =>
        tell('deploy-window-changed', `Deploys are allowed at other times: "${key}" changed.`, REVERT, 'windows', key),
      ),
      ...lifted.map(({ from, to, reason }) =>
        tell(
          'deploy-window-changed',
          `The freeze from ${from} to ${to} is removed or changed (${reason}).`,
          REVERT,
          'windows',
          'freezes',
        ),
      ),
    ];
  },
  readiness: (base, now, tell) => [
    ...majorWeaker(base['major-changes'], now['major-changes'], tell),
    ...(['snapshot-days', 'drill-days'] as const)
      .filter((key) => base[key] !== 0 && (now[key] === 0 || now[key] > base[key]))
      .map((key) => {
        const limit =
          now[key] === 0 ? 'is not checked any more' : `may be ${now[key]} days old instead of ${base[key]}`;
        const what = key === 'snapshot-days' ? 'newest snapshot' : 'last drill';
        return tell('readiness-weaker', `The age of the ${what} ${limit}.`, REVERT, 'readiness', key);
      }),
  ],
  drill: (base, now, tell) => [
    ...(['rto-minutes', 'rpo-minutes'] as const).flatMap((key) => {
      const [before, after] = [base.targets[key], now.targets[key]];
      if (before === undefined || (after !== undefined && after <= before)) return [];
      const text = after === undefined ? 'is removed' : `is ${after} instead of ${before}`;
      return [tell('drill-weaker', `The target ${key} of the drill ${text}.`, REVERT, 'drill', 'targets', key)];
    }),
    ...(now.preview === undefined || base.preview === now.preview
      ? []
      : [
          tell(
            'drill-preview-changed',
            'The drill sends the probes, with their headers and bodies, to another address.',
            'Check whose address it is.',
            'drill',
            'preview',
          ),
        ]),
  ],
  criteria: (base, now, tell) =>
    same(base, now)
      ? []
      : [
          tell(
            'criteria-changed',
            `A deploy counts as bad by other criteria: ${changedKeys(base, now).join(', ')}.`,
            'Check that a bad deploy is still noticed.',
            'criteria',
          ),
        ],
  // How long and by whom a deploy is watched decides nothing about a rollback.
  monitor: () => [],
  store: (base, now, tell) => [...storeFindings(base, now, tell)],
  recovery: (base, now, tell) =>
    now['keep-days'] >= base['keep-days']
      ? []
      : [
          tell(
            'retention-shorter',
            `Databases that a restore kept may be dropped after ${plural(now['keep-days'], 'day')} instead of ${base['keep-days']}.`,
            REVERT,
            'recovery',
          ),
        ],
  runbook: () => [],
  retention: (base, now, tell) =>
    (['keep-last', 'keep-days'] as const)
      .filter((key) => now[key] < base[key])
      .map((key) =>
        tell(
          'retention-shorter',
          `Snapshots are removed earlier: ${key} is ${now[key]} instead of ${base[key]}.`,
          REVERT,
          'retention',
          key,
        ),
      ),
  seal: (base, now, tell) => [
    ...added(base.recipients, now.recipients).map((key) =>
      tell(
        'recipient-added',
        `Who holds the identity of ${key} can read every later snapshot, with all its secrets.`,
        'Ask who holds it. Revert it if you do not know.',
        'seal',
        'recipients',
        now.recipients.indexOf(key),
      ),
    ),
    ...added(now.recipients, base.recipients).map((key) =>
      tell(
        'recipient-removed',
        `The identity of ${key} opens no later snapshot.`,
        'Set REWIND_IDENTITY of the environment to an identity of a recipient that stays.',
        'seal',
        'recipients',
      ),
    ),
  ],
  sign: (base, now, tell) => {
    const [before, after] = [base?.keys ?? [], now?.keys ?? []];
    const approvers = now?.['approval-keys'] ?? [];
    if (before.length > 0 && after.length === 0) {
      const message = 'Snapshots are not signed any more: anyone with write access to the store can forge one.';
      return [tell('signing-removed', message, REVERT, 'sign')];
    }
    return [
      // The first key of all makes the configuration stronger.
      ...(before.length === 0 ? [] : added(before, after)).map((key) =>
        tell(
          'sign-key-added',
          `Snapshots that the key ${key} signed are believed.`,
          'Ask who holds its secret key. Revert it if you do not know.',
          'sign',
          'keys',
          after.indexOf(key),
        ),
      ),
      ...added(base?.['approval-keys'] ?? [], approvers).map((key) =>
        tell(
          'sign-key-added',
          `Mitigations that the key ${key} signed are lifted without a person.`,
          'Ask who holds its secret key: only the approved job may. Revert it if you do not know.',
          'sign',
          'approval-keys',
          approvers.indexOf(key),
        ),
      ),
      ...added(after, before).map((key) =>
        tell(
          'sign-key-removed',
          `Snapshots that the key ${key} signed are refused from now on.`,
          'Keep the old key until its snapshots are too old to be used, unless it is in wrong hands.',
          'sign',
          'keys',
        ),
      ),
    ];
  },
  resources: (base, now, tell) =>
    base.flatMap((resource) => {
      const index = now.findIndex(({ id }) => id === resource.id);
      const other = now[index];
      if (other === undefined) {
        const message = `"${resource.id}" (${resource.provider}) is not captured and not rolled back any more.`;
        return [tell('resource-removed', message, 'Restore it if a deploy can still change it.', 'resources')];
      }
      if (same(resource, other)) return [];
      return [
        tell(
          'resource-changed',
          `"${resource.id}" captures or restores something else: ${changedKeys(resource, other).join(', ')}.`,
          'Check that nothing which a deploy can change is left out.',
          'resources',
          index,
        ),
      ];
    }),
  mitigations: (base, now, tell) =>
    base
      .filter((one) => !now.some((other) => same(other, one)))
      .map(({ id, kind }) =>
        tell(
          'mitigation-changed',
          `The mitigation "${id}" (${kind}) is removed, or does something else.`,
          REVERT,
          'mitigations',
        ),
      ),
  probes: (base, now, tell) => [
    ...base
      .filter(({ id }) => !now.some((other) => other.id === id))
      .map(({ id }) => tell('probe-removed', `"${id}" does not watch production any more.`, REVERT, 'probes')),
    ...now.flatMap((probe, index) => {
      const before = base.find(({ id }) => id === probe.id);
      if (same(before, probe)) return [];
      const keys = before === undefined ? [] : changedKeys(before, probe);
      const variables = variablesOf(probe).join(', ');
      const hosts = hostsOf(probe);
      return [
        ...(before === undefined
          ? []
          : [tell('probe-changed', `"${probe.id}" checks differently: ${keys.join(', ')}.`, REVERT, 'probes', index)]),
        ...(variables === '' || hosts === ''
          ? []
          : [tell('probe-sends', `"${probe.id}" sends ${variables} to ${hosts}.`, REVERT, 'probes', index)]),
      ];
    }),
  ],
};

function majorWeaker(
  base: RewindConfig['readiness']['major-changes'],
  now: RewindConfig['readiness']['major-changes'],
  tell: Tell,
): Finding[] {
  const [before, after] = [base?.lines ?? Infinity, now?.lines ?? Infinity];
  const gone = added(now?.paths ?? [], base?.paths ?? []);
  const where = now === undefined ? ['readiness'] : ['readiness', 'major-changes'];
  const told = [
    ...gone.map((path) => `Changes of ${path} need no flag any more.`),
    ...(after <= before
      ? []
      : [
          `Large changes need no flag ${after === Infinity ? 'any more' : `below ${after} lines instead of ${before}`}.`,
        ]),
  ];
  return told.map((message) => tell('readiness-weaker', message, REVERT, ...where));
}

/** The hosts in the configuration of a probe, or its program; '' for a service whose host is not configured there. */
function hostsOf(probe: RewindConfig['probes'][number]): string {
  if ('run' in probe) return probe.run[0];
  const urls = ['url' in probe ? probe.url : '', ...('steps' in probe ? probe.steps.map(({ url }) => url) : [])];
  return [...new Set(urls)].flatMap((url) => (URL.canParse(url) ? [new URL(url).host] : [])).join(', ');
}

/** The rule of a key, for values of that key: the compiler cannot pair them in a loop. */
const ruleOf = (key: keyof RewindConfig): Rule<keyof RewindConfig> => RULES[key] as Rule<keyof RewindConfig>;
