import { z } from 'zod';
import type { Change } from '../../engine/provider.js';

const values = z.record(z.string(), z.string());

const edgeFunction = z.strictObject({
  /** FunctionConfig: comment, runtime, key-value stores. */
  fields: values,
  /** Fingerprint and length of the LIVE code; the code itself is sealed. */
  code: z.string(),
  bytes: z.number(),
  /** True when DEVELOPMENT holds something else than LIVE: work that is not published. */
  draft: z.boolean(),
});

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  distribution: z.string(),
  /** The config by path; `sealed` holds fingerprints of values that may be secret. */
  fields: values,
  sealed: values,
  /** Functions associated at this moment, by name. */
  functions: z.record(z.string(), edgeFunction),
  /** Continuous deployment: never changed, only told. */
  staging: z.boolean(),
  deploymentPolicy: z.string().nullable(),
  /** When the distribution or one of its functions was last changed (ISO 8601). */
  modified: z.string(),
  /** Paths that the configuration wants invalidated after a restore. */
  invalidate: z.array(z.string()),
  /** An invalidation of these paths was made after the last change. */
  invalidated: z.boolean(),
});

export type State = z.infer<typeof state>;
type EdgeFunction = z.infer<typeof edgeFunction>;

const UNDO = 'the snapshot taken before the rollback holds the present one';

/** Functions first (an association needs a published function), then the config, then the cache. */
export function plan(saved: State, live: State): Change[] {
  if (saved.distribution !== live.distribution) return [otherDistribution(saved, live)];
  const changes = [
    ...Object.entries(saved.functions).flatMap(([name, was]) => functionChange(name, was, live.functions[name])),
    ...configChange(saved, live),
  ];
  const restored = changes.length > 0;
  if (live.invalidate.length > 0 && (restored || isDue(saved, live))) changes.push(invalidation(live, restored));
  if (saved.deploymentPolicy !== live.deploymentPolicy || saved.staging !== live.staging) {
    changes.push(continuousDeployment(saved, live));
  }
  return changes;
}

/**
 * The config is as saved, but it was something else in between, and nothing was invalidated since: a restore that was
 * killed before its last step, or one made by hand. The caches may still hold what the other config let in.
 */
function isDue(saved: State, live: State): boolean {
  return Date.parse(live.modified) > Date.parse(saved.modified) && !live.invalidated;
}

function functionChange(name: string, was: EdgeFunction, is: EdgeFunction | undefined): Change[] {
  if (is?.code === was.code && sameValues(is.fields, was.fields)) return [];
  const describe = ({ fields, code, bytes }: EdgeFunction): string =>
    [
      ...Object.entries(fields).map(([path, value]) => `${path}: ${value}`),
      `code: ${bytes} bytes, mark ${code.slice(0, 8)}`,
    ]
      .sort()
      .join('\n');
  return [
    {
      id: `function:${name}`,
      stage: 'services',
      action: 'update',
      target: `CloudFront Function "${name}"`,
      before: is ? describe(is) : 'not used by the distribution now; its code is compared when this change is made',
      after: `${describe(was)}\n(written to DEVELOPMENT, then published to LIVE)`,
      effect: 'live',
      undo: UNDO,
      warnings: [
        'the function also changes for every other distribution that uses it',
        ...(is?.draft === true
          ? ['unpublished work in the DEVELOPMENT stage is overwritten; the pre-rollback snapshot keeps it']
          : []),
      ],
      params: { function: name },
    },
  ];
}

function configChange(saved: State, live: State): Change[] {
  const shown = differences(saved.fields, live.fields);
  const sealed = differences(saved.sealed, live.sealed);
  if (shown.length + sealed.length === 0) return [];
  const lines = [
    ...shown.map(({ path, was, is }) => ({ path, was: brief(was), is: brief(is) })),
    ...sealed.map(({ path, was, is }) => ({ path, was: hidden(was, 'saved'), is: hidden(is, 'present') })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [
    {
      id: 'config',
      stage: 'services',
      action: 'update',
      target: `CloudFront distribution ${saved.distribution} (${lines.length} ${lines.length === 1 ? 'field' : 'fields'})`,
      before: lines.map(({ path, is }) => `${path}: ${is}`).join('\n'),
      after: lines.map(({ path, was }) => `${path}: ${was}`).join('\n'),
      effect: 'live',
      undo: UNDO,
      warnings: warningsOf(saved, live),
      params: { fields: lines.map(({ path, was, is }) => `${path}: ${is} → ${was}`) },
    },
  ];
}

function warningsOf(saved: State, live: State): string[] {
  const was = (path: string): string => saved.fields[path] ?? '';
  const is = (path: string): string => live.fields[path] ?? '';
  const warnings: string[] = [];
  if (is('Enabled') === 'true' && was('Enabled') === 'false')
    warnings.push('takes the site off: Enabled goes to false');
  if (is('WebACLId') !== '' && was('WebACLId') === '') warnings.push('opens access: the web ACL is detached');
  for (const { path } of differences(saved.fields, live.fields)) {
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
    before: restored ? null : 'the configuration was changed since the snapshot, and nothing was invalidated since',
    after: `invalidated: ${brief(live.invalidate.join(' '))} (after the distribution is Deployed)`,
    effect: 'live',
    undo: null,
    warnings: ['the origin gets more requests until the caches have filled again'],
    params: { paths: live.invalidate },
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
    manual:
      'Rewind never attaches or detaches a continuous deployment: finish or abandon it in the CloudFront console.',
    warnings: [],
    params: {},
  };
}

/** The configuration was edited since: one distribution's config is never put on another. */
function otherDistribution(saved: State, live: State): Change {
  return {
    id: 'distribution',
    stage: 'services',
    action: 'run',
    target: `CloudFront distribution ${saved.distribution}`,
    before: `the configuration now names ${live.distribution}`,
    after: `the snapshot holds ${saved.distribution}`,
    effect: 'live',
    undo: null,
    manual: `Set "distribution" back to ${saved.distribution} in the configuration and plan again, or choose a newer snapshot.`,
    warnings: [],
    params: {},
  };
}

type Values = Readonly<Record<string, string>>;

function differences(saved: Values, live: Values): { path: string; was?: string; is?: string }[] {
  return [...new Set([...Object.keys(saved), ...Object.keys(live)])]
    .filter((path) => saved[path] !== live[path])
    .map((path) => ({
      path,
      ...(saved[path] === undefined ? {} : { was: saved[path] }),
      ...(live[path] === undefined ? {} : { is: live[path] }),
    }));
}

function sameValues(a: Values, b: Values): boolean {
  return differences(a, b).length === 0;
}

const brief = (value: string | undefined): string =>
  value === undefined ? '(none)' : value.length > 200 ? `${value.slice(0, 200)}…` : value;
const hidden = (mark: string | undefined, which: string): string =>
  mark === undefined ? '(none)' : `(${which} secret)`;
