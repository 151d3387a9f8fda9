import { z } from 'zod';
import type { Change } from '../../engine/provider.js';
import { ASPECTS, BLOCKS, type Aspect } from './documents.js';

const blocks = z.strictObject({
  BlockPublicAcls: z.boolean(),
  IgnorePublicAcls: z.boolean(),
  BlockPublicPolicy: z.boolean(),
  RestrictPublicBuckets: z.boolean(),
});

/** One setting: what a person sees of it, and a mark that is equal for documents that mean the same. Null = not set. */
const setting = z
  .strictObject({
    mark: z.string(),
    summary: z.array(z.string()),
    /** What must not be overlooked when this setting is put in place. */
    dangers: z.array(z.string()),
  })
  .nullable();

export const state = z.strictObject({
  schemaVersion: z.literal(1),
  bucket: z.string(),
  settings: z.strictObject({
    policy: setting,
    cors: setting,
    'public-access-block': setting,
    ownership: setting,
    versioning: setting,
    encryption: setting,
    lifecycle: setting,
    website: setting,
  } satisfies Record<Aspect, typeof setting>),
  blocks,
  /** 'Enabled', 'Disabled', or null where it was never set. */
  mfaDelete: z.string().nullable(),
});

export type State = z.infer<typeof state>;
type Setting = z.infer<typeof setting>;

const WORDS: Record<Aspect, string> = {
  policy: 'Policy',
  cors: 'CORS rules',
  'public-access-block': 'Public access block',
  ownership: 'Object ownership',
  versioning: 'Versioning',
  encryption: 'Default encryption',
  lifecycle: 'Lifecycle rules',
  website: 'Website',
};

const NOT_SET = 'not set';
const SUSPENDED = 'Suspended';

/** One change per setting that differs, in an order in which S3 accepts them. */
export function plan(saved: State, live: State): Change[] {
  if (saved.bucket !== live.bucket) return [otherBucket(saved, live)];
  const changes = order(saved, live).flatMap((aspect) => {
    const was = saved.settings[aspect];
    const is = live.settings[aspect];
    if (aspect === 'versioning') return versioningChange(saved, live);
    return was?.mark === is?.mark ? [] : [settingChange(aspect, saved, live)];
  });
  if ((saved.mfaDelete ?? 'Disabled') !== (live.mfaDelete ?? 'Disabled')) changes.push(mfaChange(saved, live));
  return changes;
}

/**
 * The policy before the block is tightened (a tight block refuses a public policy), but after it is loosened where the
 * saved policy needs that.
 */
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
  const unblock = aspect === 'policy' && needsUnblocking(saved, live);
  return {
    id: aspect,
    stage: 'services',
    action: was === null ? 'delete' : is === null ? 'create' : 'update',
    target: `${WORDS[aspect]} of bucket "${saved.bucket}"`,
    before,
    after: after === null ? null : after + hidden,
    effect: 'live',
    undo: 'the snapshot taken before the rollback holds the present setting',
    warnings: warningsOf(aspect, saved, live, unblock),
    params: { aspect, remove: was === null, ...(unblock ? { unblock } : {}) },
  };
}

/** A public policy that was there before the block was switched on: S3 only takes it back while the block is off. */
function needsUnblocking(saved: State, live: State): boolean {
  const everyone = (saved.settings.policy?.dangers.length ?? 0) > 0;
  return everyone && live.blocks.BlockPublicPolicy && saved.blocks.BlockPublicPolicy;
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
    warnings.push(...lost.map((line) => `may open access: takes away "${line}"`));
    if (unblock) {
      warnings.push(
        'opens a door for a moment: BlockPublicPolicy is switched off while the policy is written, then on again',
      );
    }
  }
  if (aspect === 'encryption')
    warnings.push('encryption holds for objects written from now on; those there stay as they are');
  return warnings;
}

/** Versioning knows no way back to "never set"; suspended is as near as S3 allows. */
function versioningChange(saved: State, live: State): Change[] {
  const was = saved.settings.versioning?.mark ?? null;
  const is = live.settings.versioning?.mark ?? null;
  const wanted = was ?? (is === null ? null : SUSPENDED);
  if (wanted === is || wanted === null) return [];
  const locked = live.mfaDelete === 'Enabled';
  const suspends = wanted === SUSPENDED;
  return [
    {
      id: 'versioning',
      stage: 'services',
      action: 'update',
      target: `${WORDS.versioning} of bucket "${saved.bucket}"`,
      before: is ?? NOT_SET,
      after: was ?? `${SUSPENDED} (it was never set; S3 can suspend versioning but never unset it)`,
      effect: 'live',
      undo: `set versioning to ${is ?? SUSPENDED} again`,
      warnings: suspends ? ['objects overwritten or deleted while versioning is suspended keep no older version'] : [],
      params: { aspect: 'versioning', remove: false, status: wanted },
      ...(locked
        ? { manual: `MFA delete is on: the root user must set versioning to ${wanted} with an MFA code.` }
        : {}),
    },
  ];
}

function mfaChange(saved: State, live: State): Change {
  const wanted = saved.mfaDelete ?? 'Disabled';
  return {
    id: 'mfa-delete',
    stage: 'services',
    action: 'update',
    target: `MFA delete of bucket "${saved.bucket}"`,
    before: live.mfaDelete ?? NOT_SET,
    after: wanted,
    effect: 'live',
    undo: null,
    manual: `S3 wants the root user's MFA code for this: aws s3api put-bucket-versioning --bucket ${saved.bucket} --versioning-configuration MFADelete=${wanted},Status=… --mfa "SERIAL CODE"`,
    warnings: [],
    params: {},
  };
}

/** The configuration was edited since: one bucket's settings are never put on another. */
function otherBucket(saved: State, live: State): Change {
  return {
    id: 'bucket',
    stage: 'services',
    action: 'run',
    target: `Settings of bucket "${saved.bucket}"`,
    before: `the configuration now names bucket "${live.bucket}"`,
    after: `the snapshot holds bucket "${saved.bucket}"`,
    effect: 'live',
    undo: null,
    manual: `Set "bucket" back to ${saved.bucket} in the configuration and plan again, or choose a newer snapshot.`,
    warnings: [],
    params: {},
  };
}

function textOf(value: Setting): string | null {
  return value === null ? null : value.summary.join('\n');
}
