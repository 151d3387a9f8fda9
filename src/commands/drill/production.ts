import type { WriteFigures } from '../../engine/capabilities.js';
import { SUBJECTS, type ResourceCheck } from '../../engine/drill-record.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import { DiscardingSink } from '../../engine/snapshot-files.js';
import type { Context } from '../../runtime/context.js';
import { forResource } from '../../runtime/create-context.js';
import { messageOf } from '../../runtime/errors.js';
import type { Finding } from '../../runtime/finding.js';
import { passed, unverified } from './checks.js';

/** What production looked like at one moment, of one resource. */
interface Look {
  readonly resource: Resource;
  /** Undefined: too slow to read, or `error` says why it was not. */
  readonly state?: unknown;
  /** Null: the resource has no such figures. */
  readonly written: WriteFigures | null;
  readonly error?: unknown;
}
export type ProductionReading = readonly Look[];

/** Reads what is quick to read of production, and the figures of its databases. Read-only. Never throws. */
export async function readProduction(resources: readonly Resource[], ctx: Context): Promise<ProductionReading> {
  const outcomes = await settleResources(resources, async ({ id, provider, config }) => {
    const within = forResource(ctx, id);
    const written = (await provider.capabilities?.database?.written?.(config, within)) ?? null;
    const quick = provider.slow !== true;
    return { written, state: quick ? await provider.capture(config, within, new DiscardingSink()) : undefined };
  });
  return outcomes.map(({ resource, value, error }) =>
    value === undefined ? { resource, written: null, error } : { resource, ...value },
  );
}

/**
 * Whether production is as it was before the drill. A change that the credential of this run cannot have made is one of
 * others, and counts as passed.
 */
export async function compareProduction(
  before: ProductionReading,
  after: ProductionReading,
  ctx: Context,
): Promise<ResourceCheck[]> {
  return Promise.all(
    after.map(async (now) => {
      const { id } = now.resource;
      const then = before.find(({ resource }) => resource.id === id);
      const question = {
        resource: SUBJECTS.production,
        id: `untouched-${id}`,
        title: `"${id}" is as before the drill`,
      };
      const error = then?.error ?? now.error;
      if (then === undefined || error !== undefined) return unverified(question, unread(id, messageOf(error)));
      const { changes, compared } = changesBetween(then, now);
      if (!compared) return unverified(question, unread(id, 'nothing of it can be read quickly'));
      if (changes.length === 0) return passed(question);
      const access = await accessOf(now.resource, ctx);
      if (access?.writes !== false) return unverified(question, changed(id, changes));
      const title = `"${id}" changed (${changes.join('; ')}), not by this run: ${access.why}`;
      return passed({ ...question, title });
    }),
  );
}

async function accessOf({ id, provider, config }: Resource, ctx: Context) {
  try {
    return (await provider.capabilities?.access?.(config, forResource(ctx, id))) ?? null;
  } catch {
    return null;
  }
}

/** Pure. What differs, a phrase each. The position of the log alone is no change: it moves at a checkpoint, too. */
function changesBetween(then: Look, now: Look): { changes: string[]; compared: boolean } {
  const { provider } = now.resource;
  const quick = then.state !== undefined && now.state !== undefined;
  const states = quick ? provider.plan(then.state, now.state).map(({ target }) => target) : [];
  const names = Object.keys({ ...then.written?.rows, ...now.written?.rows });
  const figures = names.filter((name) => then.written?.rows[name] !== now.written?.rows[name]);
  const counted = then.written !== null && now.written !== null;
  return { changes: [...states, ...figures], compared: quick || counted };
}

const unread = (id: string, why: string): Finding => ({
  level: 'warning',
  code: 'drill-production-unread',
  message: `Nothing proves that the drill left "${id}" alone: ${why}.`,
  remedy: 'Correct the cause, and run the drill again.',
});

const changed = (id: string, what: readonly string[]): Finding => ({
  level: 'warning',
  code: 'drill-production-changed',
  message: `"${id}" changed in production during the drill, by the drill or by others: ${what.slice(0, 5).join('; ')}.`,
  remedy: 'Run the drill with credentials that only read, or at a quiet time.',
});
