import { z } from 'zod';
import { digestOf } from '../runtime/digest.js';
import { readLimited } from '../runtime/byte-limits.js';
import type { Store } from '../store/store.js';
import type { Plan } from './plan.js';
import type { Resource } from './resources.js';
import { rollbackFile } from './rollback-files.js';
import { signContent, verifyContent, type SigningKey } from './signature.js';
import { inOrder } from '../runtime/text.js';

/** What the approved job states of a mitigation before its first change. The lift without a person acts on nothing else. */
const proof = z.strictObject({
  kind: z.literal('rewind-lift-proof'),
  schemaVersion: z.literal(1),
  environment: z.string(),
  /** Digest of the plan of the mitigation. */
  plan: z.string(),
  begunAt: z.iso.datetime(),
  /** End of the time limit. */
  until: z.iso.datetime(),
  /** The snapshot of the state before, and SHA-256 of its manifest. */
  before: z.strictObject({ id: z.string(), digest: z.string() }),
  /** SHA-256 of the configuration of the resources that the plan changes. */
  resources: z.string(),
});
export type LiftProof = z.infer<typeof proof>;

/** A proof as it lies in the store: the signed text, and its signature in the format of minisign. */
const signed = z.strictObject({ statement: z.string(), signature: z.string() });

/** Beside plan and journal. One for each snapshot that was taken before anything of the mitigation was done. */
const NAME = /^lift-[0-9A-Za-z-]+\.json$/;
const commentOf = ({ plan, environment, begunAt }: LiftProof): string =>
  `rewind lift of ${plan} in ${environment}, begun ${begunAt}`;

/** How long after the time limit a proof counts. An older one could be put back into the store. */
const VALID_MS = 24 * 3_600_000;

/** SHA-256 of the configuration of the resources that a plan changes. One that is not configured any more is null in it. */
export function configurationDigest(plan: Plan, resources: readonly Resource[]): string {
  const ids = [...new Set(plan.changes.map(({ resource }) => resource))].sort();
  return digestOf(ids.map((id) => resources.find((resource) => resource.id === id)?.config ?? null));
}

/** Signs a proof and writes it beside the plan. @throws RewindError store-write-failed */
export async function writeLiftProof(
  store: Store,
  content: Omit<LiftProof, 'kind' | 'schemaVersion'>,
  key: SigningKey,
): Promise<void> {
  const stated: LiftProof = { kind: 'rewind-lift-proof', schemaVersion: 1, ...content };
  const statement = JSON.stringify(stated);
  const signature = signContent(Buffer.from(statement), key, commentOf(stated));
  const { environment, plan, before } = stated;
  await store.put(
    rollbackFile(environment, plan, `lift-${before.id}.json`),
    Buffer.from(`${JSON.stringify({ statement, signature }, null, 2)}\n`),
  );
}

/**
 * The newest proof of a mitigation that one of these keys signed.
 * @param keys minisign public keys (sign.approval-keys)
 * @returns a clause of why there is none, e.g. "the configuration has no sign.approval-keys"
 */
export async function findLiftProof(
  store: Store,
  { environment, digest }: Pick<Plan, 'environment' | 'digest'>,
  keys: readonly string[],
  now: Date,
): Promise<LiftProof | string> {
  if (keys.length === 0) return 'the configuration has no sign.approval-keys';
  const folder = rollbackFile(environment, digest, '');
  const listed = (await store.list(folder.slice(0, -1))).filter(({ key }) => NAME.test(key.slice(folder.length)));
  // One that somebody planted does not hide the true one.
  const read = await Promise.all(
    listed.map(async ({ key }) => verified((await readLimited(await store.open(key), key)).toString('utf8'), keys)),
  );
  const own = read.flatMap((one) =>
    typeof one !== 'string' && one.environment === environment && one.plan === digest ? [one] : [],
  );
  const newest = own.sort((a, b) => inOrder(b.begunAt, a.begunAt))[0];
  if (newest === undefined) {
    return (
      read.find((one) => typeof one === 'string') ?? 'the approved job left no signed statement of it in the store'
    );
  }
  if (now.getTime() > Date.parse(newest.until) + VALID_MS) {
    return `its time limit was ${newest.until}, and the approval covers the lift for 24 hours after it`;
  }
  return newest;
}

/** @returns why it does not count */
function verified(text: string, keys: readonly string[]): LiftProof | string {
  try {
    const { statement, signature } = signed.parse(JSON.parse(text));
    const found = verifyContent(Buffer.from(statement), signature, keys);
    if (found === 'unknown-key') return 'a key that is not in sign.approval-keys signed it';
    if (typeof found === 'string') return 'its signature does not belong to it';
    const stated = proof.parse(JSON.parse(statement));
    return found.comment === commentOf(stated) ? stated : 'its signature belongs to another statement';
  } catch {
    return 'the signed statement of it is damaged';
  }
}
