import type { Project } from '../../cli/session.js';
import { forResource } from '../../runtime/create-context.js';
import { RewindError } from '../../runtime/errors.js';
import type { Context } from '../../runtime/context.js';

/** What a restore took back. */
export interface LostSpan {
  /** The snapshot that production was restored from, as it was given or as the database names it. */
  readonly snapshot: string;
  /** When production changed over to the restored database, ISO 8601; null if nothing says so. */
  readonly until: string | null;
}

/**
 * Asks the databases what they were restored from.
 * @param given the snapshot that the operator named
 * @throws RewindError input-invalid if no database says so, or several say different things
 */
export async function lostSince(ctx: Context, { resources }: Project, given: string | null): Promise<LostSpan> {
  const spans: LostSpan[] = [];
  for (const { id, config, provider } of resources) {
    const able = provider.capabilities;
    const own = forResource(ctx, id);
    const snapshot = given ?? (await able?.salvage?.find(config, own).then((found) => found.snapshot, nothingKept));
    if (snapshot === undefined) continue;
    for (const object of (await able?.aside?.(config, own)) ?? []) {
      if (object.kind === 'kept' && object.snapshot === snapshot) spans.push({ snapshot, until: object.since });
    }
  }
  const [first] = spans;
  if (given !== null) return first ?? { snapshot: given, until: null };
  if (first && spans.every(({ snapshot }) => snapshot === first.snapshot)) return latest(spans, first);
  throw new RewindError(
    'input-invalid',
    first
      ? `The databases were restored from different snapshots: ${[...new Set(spans.map((each) => each.snapshot))].join(', ')}.`
      : 'No database says which snapshot it was restored from.',
    { remedy: 'Name the snapshot with --from.' },
  );
}

/** Production ran on a mixture until the last database was restored. */
const latest = (spans: readonly LostSpan[], first: LostSpan): LostSpan =>
  spans.reduce((a, b) => ((a.until ?? '') < (b.until ?? '') ? b : a), first);

function nothingKept(error: unknown): undefined {
  if (error instanceof RewindError && error.code === 'salvage-nothing-kept') return undefined;
  throw error;
}
