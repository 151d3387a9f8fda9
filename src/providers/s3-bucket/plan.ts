import type { Change } from '../../engine/change.js';
import { nameParts, otherObject } from '../../engine/other-object.js';
import { ASPECTS, BLOCKS, canonicalDocument, describeDocument, type Aspect, type Document } from './documents.js';
import { NOT_SET, type Params, type Setting, type State } from './state.js';

const NAMES: Record<Aspect, string> = {
  policy: 'Policy',
  cors: 'CORS rules',
  'public-access-block': 'Public access block',
  ownership: 'Object ownership',
  versioning: 'Versioning',
  encryption: 'Default encryption',
  lifecycle: 'Lifecycle rules',
  website: 'Website',
};

const SUSPENDED = 'Suspended';

/** One change for each different setting, in an order that S3 accepts. */
export function plan(saved: State, live: State): Change[] {
  const other = otherObject('settings', nameParts(['bucket'], saved, live));
  if (other) return [{ ...other, stage: 'services' }];
  const changes = order(saved, live).flatMap((aspect) => {
    const was = saved.settings[aspect];
    const is = live.settings[aspect];
    if (aspect === 'versioning') return versioningChange(saved, live);
    return was?.fingerprint === is?.fingerprint ? [] : [settingChange(aspect, saved, live)];
  });
  if ((saved.mfaDelete ?? 'Disabled') !== (live.mfaDelete ?? 'Disabled')) changes.push(mfaChange(saved, live));
  return changes;
}

/** Puts the policy before a tightened block, which would reject a public policy, and after a loosened one. */
function order(saved: State, live: State): readonly Aspect[] {
  const loosens = live.blocks.BlockPublicPolicy && !saved.blocks.BlockPublicPolicy;
  const needed = loosens && (saved.settings.policy?.dangers.length ?? 0) > 0;
  const rest = ASPECTS.filter((aspect) => aspect !== 'policy' && aspect !== 'public-access-block');
  return [...(needed ? BLOCK_FIRST : POLICY_FIRST), ...rest];
}

const BLOCK_FIRST: readonly Aspect[] = ['public-access-block', 'policy'];
const POLICY_FIRST: readonly Aspect[] = ['policy', 'public-access-block'];

function settingChange(aspect: Aspect, saved: State, live: State): Change {
  const was = saved.settings[aspect];
  const is = live.settings[aspect];
  const before = textOf(is);
  const after = textOf(was);
  const hidden = before === after ? ' (they differ in parts that are not shown)' : '';
  const unblock = aspect === 'policy' && isBlockedPolicy(saved) && live.blocks.BlockPublicPolicy;
  return {
    id: aspect,
    stage: 'services',
    action: was === null ? 'delete' : is === null ? 'create' : 'update',
    target: `${NAMES[aspect]} of bucket "${saved.bucket}"`,
    before,
    after: after === null ? null : after + hidden,
    effect: 'live',
    ...(closesAccess(aspect, saved, live) ? { closes: `public access to bucket "${saved.bucket}"` } : {}),
    undo: `"rewind undo" sets it back${deletes(aspect, was) ? '; objects that it deleted meanwhile do not come back' : ''}`,
    warnings: warningsOf(aspect, saved, live, unblock),
    ...(unblock ? { sideEffects: ['public-access-block'] } : {}),
    params: restoreParams(aspect, was === null, isBlockedPolicy(saved)),
  };
}

const deletes = (aspect: Aspect, setting: Setting): boolean =>
  aspect === 'lifecycle' && (setting?.dangers ?? []).length > 0;

/** True if the live setting lets everyone in and the saved one does not. */
function closesAccess(aspect: Aspect, saved: State, live: State): boolean {
  if (aspect === 'public-access-block') return BLOCKS.some((name) => saved.blocks[name] && !live.blocks[name]);
  const dangers = (state: State): number => state.settings.policy?.dangers.length ?? 0;
  return aspect === 'policy' && dangers(live) > 0 && dangers(saved) === 0;
}

/** Does not look at the live block: an interrupted run may have left it off, and the rest is the same change. */
function restoreParams(aspect: Aspect, remove: boolean, blockedPolicy: boolean): Params {
  if (remove) return { kind: 'remove', aspect };
  if (aspect === 'policy' && blockedPolicy) return { kind: 'restore-unblocked', aspect };
  return { kind: 'restore', aspect };
}

/** True for a public policy that is older than the block: S3 accepts it only while the block is off. */
function isBlockedPolicy(saved: State): boolean {
  return (saved.settings.policy?.dangers.length ?? 0) > 0 && saved.blocks.BlockPublicPolicy;
}

function warningsOf(aspect: Aspect, saved: State, live: State, unblock: boolean): string[] {
  const warnings = [...(saved.settings[aspect]?.dangers ?? [])];
  if (aspect === 'public-access-block') {
    for (const name of BLOCKS) {
      if (live.blocks[name] && !saved.blocks[name]) warnings.push(`opens access: ${name} goes from on to off`);
    }
  }
  if (aspect === 'policy') {
    const kept = new Set(saved.settings.policy?.summary);
    const lost = (live.settings.policy?.summary ?? []).filter((line) => line.startsWith('Deny ') && !kept.has(line));
    warnings.push(...lost.map((line) => `may open access: removes "${line}"`));
    if (unblock) {
      warnings.push('BlockPublicPolicy is off while the policy is written, then on again');
    }
  }
  if (aspect === 'encryption')
    warnings.push('applies to objects written from now on; existing objects stay as they are');
  return warnings;
}

/** S3 cannot unset versioning; "Suspended" is the closest state. */
function versioningChange(saved: State, live: State): Change[] {
  const was = saved.settings.versioning?.fingerprint ?? null;
  const is = live.settings.versioning?.fingerprint ?? null;
  const desired = was === 'Enabled' ? 'Enabled' : SUSPENDED;
  if (was === is || desired === is) return [];
  const locked = live.mfaDelete === 'Enabled';
  const suspends = desired === SUSPENDED;
  return [
    {
      id: 'versioning',
      stage: 'services',
      action: 'update',
      target: `${NAMES.versioning} of bucket "${saved.bucket}"`,
      before: is ?? NOT_SET,
      after: was ?? `${SUSPENDED} (it was never set; S3 can suspend versioning but not unset it)`,
      effect: 'live',
      undo: `set versioning to ${is ?? SUSPENDED} again`,
      warnings: suspends ? ['objects overwritten or deleted while versioning is suspended keep no older version'] : [],
      params: { kind: 'versioning', status: desired } satisfies Params,
      ...(locked
        ? { manual: `MFA delete is on: the root user must set versioning to ${desired} with an MFA code.` }
        : {}),
    },
  ];
}

function mfaChange(saved: State, live: State): Change {
  const desired = saved.mfaDelete ?? 'Disabled';
  return {
    id: 'mfa-delete',
    stage: 'services',
    action: 'update',
    target: `MFA delete of bucket "${saved.bucket}"`,
    before: live.mfaDelete ?? NOT_SET,
    after: desired,
    effect: 'live',
    undo: null,
    manual: `S3 requires the root user's MFA code: aws s3api put-bucket-versioning --bucket ${saved.bucket} --versioning-configuration MFADelete=${desired},Status=… --mfa "SERIAL CODE"`,
    warnings: [],
    params: {},
  };
}

/** What a change says of a live document; null if it is not set. */
export function liveText(aspect: Aspect, document: Document | null): string | null {
  const canonical = canonicalDocument(aspect, document);
  if (aspect === 'versioning') return canonical ?? NOT_SET;
  return document === null || canonical === null ? null : describeDocument(aspect, document).join('\n');
}

function textOf(value: Setting): string | null {
  return value === null ? null : value.summary.join('\n');
}
