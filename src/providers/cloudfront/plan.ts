import type { Change } from '../../engine/change.js';
import { nameParts, otherObject } from '../../engine/other-object.js';
import type { FunctionState, Params, State } from './state.js';
import { plural } from '../../runtime/text.js';

const UNDO = '"rewind undo" sets the current one again';

/** Orders functions first (an association needs a published function), then the config, then the cache. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('config', nameParts(['distribution'], saved, live));
  if (other) return [{ ...other, stage: 'services' }];
  const changes = [
    ...Object.entries(saved.functions).flatMap(([name, was]) => functionChange(name, was, live.functions[name])),
    ...configChange(saved, live),
  ];
  const restored = changes.length > 0;
  if (live.invalidate.length > 0 && (restored || isDue(saved, live))) {
    const follows = isDue(saved, live) ? [] : changes.map(({ id }) => id);
    changes.push({ ...invalidation(live, restored), follows });
  }
  if (saved.deploymentPolicy !== live.deploymentPolicy || saved.staging !== live.staging) {
    changes.push(continuousDeployment(saved, live));
  }
  return changes;
}

/**
 * The config equals the saved one, but it changed in between and no invalidation followed: a restore stopped before its
 * last step, or an operator made it by hand. The caches may still hold responses of the other config.
 */
function isDue(saved: State, live: State): boolean {
  return Date.parse(live.modified) > Date.parse(saved.modified) && !live.invalidated;
}

/** Stands in place of what a function is now. */
export const NOT_USED = 'not used by the distribution now; Rewind compares its code when it applies this change';

/** A function as a plan tells it. */
export const functionText = ({ fields, code, bytes }: FunctionState): string =>
  [
    ...Object.entries(fields).map(([path, value]) => `${path}: ${value}`),
    `code: ${bytes} bytes, fingerprint ${code.slice(0, 8)}`,
  ]
    .sort()
    .join('\n');

function functionChange(name: string, was: FunctionState, is: FunctionState | undefined): Change[] {
  if (is?.code === was.code && sameValues(is.fields, was.fields)) return [];
  return [
    {
      id: `function:${name}`,
      stage: 'services',
      action: 'update',
      target: `CloudFront Function "${name}"`,
      before: is ? functionText(is) : NOT_USED,
      after: `${functionText(was)}\n(written to DEVELOPMENT, then published to LIVE)`,
      effect: 'live',
      // A snapshot holds the functions that the distribution uses.
      undo: is ? UNDO : null,
      warnings: [
        'the function also changes for every other distribution that uses it',
        ...(is ? [] : ['no snapshot keeps the code that the function has now: the distribution does not use it']),
        ...(is?.draft === true
          ? ['unpublished work in the DEVELOPMENT stage is overwritten; the pre-rollback snapshot keeps it']
          : []),
      ],
      // The config says which functions are used.
      ...(is ? {} : { follows: ['config'] }),
      // Until the caches are invalidated, the plan gives another reason for that.
      sideEffects: ['invalidate'],
      params: { kind: 'function', name } satisfies Params,
    },
  ];
}

type ConfigState = Pick<State, 'distribution' | 'fields' | 'sealed' | 'deploymentPolicy' | 'staging'>;

/** The change of the fields that differ, if any. */
export function configChange(saved: ConfigState, live: ConfigState): Change[] {
  const shown = changedFields(saved.fields, live.fields);
  const sealed = changedFields(saved.sealed, live.sealed);
  if (shown.length + sealed.length === 0) return [];
  const lines = [
    ...shown.map(({ path, was, is }) => ({ path, was: brief(was), is: brief(is) })),
    ...sealed.map(({ path, was, is }) => ({ path, was: secretText(was, 'saved'), is: secretText(is, 'current') })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [
    {
      id: 'config',
      stage: 'services',
      action: 'update',
      target: `CloudFront distribution ${saved.distribution} (${plural(lines.length, 'field')})`,
      before: lines.map(({ path, is }) => `${path}: ${is}`).join('\n'),
      after: lines.map(({ path, was }) => `${path}: ${was}`).join('\n'),
      effect: 'live',
      undo: UNDO,
      warnings: warningsOf(saved, live),
      sideEffects: ['invalidate'],
      params: { kind: 'config', fields: lines.map(({ path, was, is }) => `${path}: ${is} → ${was}`) } satisfies Params,
    },
  ];
}

function warningsOf(saved: ConfigState, live: ConfigState): string[] {
  const was = (path: string): string => saved.fields[path] ?? '';
  const is = (path: string): string => live.fields[path] ?? '';
  const warnings: string[] = [];
  if (is('Enabled') === 'true' && was('Enabled') === 'false')
    warnings.push('takes the site offline: Enabled goes to false');
  if (is('WebACLId') !== '' && was('WebACLId') === '') warnings.push('opens access: the web ACL is detached');
  for (const { path } of changedFields(saved.fields, live.fields)) {
    const guard = /Trusted(Signers|KeyGroups)(\.Enabled)?$|GeoRestriction(\.RestrictionType)?$/.test(path);
    const open = ['', 'false', 'none'];
    if (guard && open.includes(was(path)) && !open.includes(is(path))) warnings.push(`opens access: ${path} is lifted`);
    if (path.endsWith('ViewerProtocolPolicy') && was(path) === 'allow-all') {
      warnings.push(`allows plain HTTP: ${path} goes to allow-all`);
    }
  }
  if (live.deploymentPolicy !== null || live.staging) {
    warnings.push(
      `a continuous deployment is set up (${live.staging ? 'this is a staging distribution' : `policy ${String(live.deploymentPolicy)}`}); ` +
        'Staging and ContinuousDeploymentPolicyId stay as they are',
    );
  }
  return warnings;
}

function invalidation(live: State, restored: boolean): Change {
  return {
    id: 'invalidate',
    stage: 'services',
    action: 'run',
    target: `Caches of CloudFront distribution ${live.distribution}`,
    before: restored ? null : 'the distribution was changed since the snapshot, and nothing was invalidated since',
    after: `invalidated: ${brief(live.invalidate.join(' '))} (after the distribution is Deployed)`,
    effect: 'live',
    undo: null,
    warnings: ['the origin gets more requests until the caches are filled again'],
    params: { kind: 'invalidate', paths: live.invalidate } satisfies Params,
  };
}

function continuousDeployment(saved: State, live: State): Change {
  const describe = ({ staging, deploymentPolicy }: State): string =>
    `${staging ? 'staging' : 'primary'}, continuous deployment policy ${deploymentPolicy ?? 'none'}`;
  return {
    id: 'continuous-deployment',
    stage: 'services',
    action: 'update',
    target: `Continuous deployment of CloudFront distribution ${saved.distribution}`,
    before: describe(live),
    after: describe(saved),
    effect: 'live',
    undo: null,
    manual: 'Finish or abandon the continuous deployment in the CloudFront console; Rewind never changes it.',
    warnings: [],
    params: {},
  };
}

type Values = Readonly<Record<string, string>>;

function changedFields(
  saved: Values,
  live: Values,
): { path: string; was: string | undefined; is: string | undefined }[] {
  return [...new Set([...Object.keys(saved), ...Object.keys(live)])]
    .filter((path) => saved[path] !== live[path])
    .map((path) => ({ path, was: saved[path], is: live[path] }));
}

function sameValues(a: Values, b: Values): boolean {
  return changedFields(a, b).length === 0;
}

const brief = (value: string | undefined): string =>
  value === undefined ? '(none)' : value.length > 200 ? `${value.slice(0, 200)}…` : value;
const secretText = (fingerprint: string | undefined, which: string): string =>
  fingerprint === undefined ? '(none)' : `(${which} secret)`;
