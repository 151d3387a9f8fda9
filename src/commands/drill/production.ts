import type { WriteFigures } from '../../engine/capabilities.js';
import { SUBJECTS, type ResourceCheck } from '../../engine/drill-record.js';
import { settleResources, type Resource } from '../../engine/resources.js';
import { DiscardingSink } from '../../engine/payload-files.js';
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
 * others, and counts as passed. The title says what was compared.
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
      const { changes, equal, gaps, log } = compared(then, now);
      if (equal.length === 0) return unverified(question, unread(id, 'nothing of it can be read quickly'));
      const title = `${question.title} (equal: ${equal.join(', ')}${log === '' ? '' : `; ${log}`})`;
      if (changes.length === 0 && gaps.length === 0) return passed({ ...question, title });
      const access = await accessOf(now.resource, ctx);
      if (access?.writes === false) {
        const what = [...changes.map((one) => `changed: ${one}`), ...gaps.map((one) => `not compared: ${one}`)].join(
          '; ',
        );
        return passed({ ...question, title: `"${id}" was not written by this run: ${access.why} (${what})` });
      }
      return unverified(question, changes.length > 0 ? changed(id, changes) : notCompared(id, gaps));
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

interface Compared {
  /** What differs, a phrase each. */
  readonly changes: readonly string[];
  /** What is the same, a phrase each. Empty: nothing was compared. */
  readonly equal: readonly string[];
  /** What would have to be compared, and was not. */
  readonly gaps: readonly string[];
  /** About the log of the server, if it is not equal. */
  readonly log: string;
}

/**
 * Pure. The position of the log stands beside the figures and replaces none: a checkpoint, a vacuum and other databases move
 * it, and neither an unlogged table nor most numbers of a sequence do.
 */
function compared(then: Look, now: Look): Compared {
  const { provider } = now.resource;
  const quick = then.state !== undefined && now.state !== undefined;
  const states = quick ? provider.plan(then.state, now.state).map(({ target }) => target) : [];
  const same = quick ? ['what a rollback would change'] : [];
  if (then.written === null || now.written === null) return { changes: states, equal: same, gaps: [], log: '' };
  const [one, other] = [then.written, now.written];
  const names = [...new Set([...Object.keys(one.figures), ...Object.keys(other.figures)])];
  const moved = names.filter((name) => one.figures[name] !== other.figures[name]);
  const stood = one.position !== null && one.position === other.position;
  return {
    changes: [...states, ...moved],
    equal: [...same, ...names.filter((name) => !moved.includes(name)), ...(stood ? ['position of the log'] : [])],
    gaps: [...new Set([...one.unread, ...other.unread])],
    log: stood ? '' : logText(one.position, other.position),
  };
}

const logText = (one: string | null, other: string | null): string =>
  one === null || other === null
    ? 'the position of the log of the server cannot be read'
    : `the log of the server moved by ${BigInt(other) - BigInt(one)} bytes, as at a checkpoint or by a write to another database`;

const unread = (id: string, why: string): Finding => ({
  level: 'warning',
  code: 'drill-production-unread',
  message: `Nothing proves that the drill left "${id}" alone: ${why}.`,
  remedy: 'Correct the cause, and run the drill again.',
});

const notCompared = (id: string, gaps: readonly string[]): Finding => ({
  ...unread(id, `not compared: ${gaps.join('; ')}`),
  remedy:
    'Run the drill with credentials that only read, and let them read everything (GRANT SELECT ON ALL SEQUENCES IN SCHEMA …).',
});

const changed = (id: string, what: readonly string[]): Finding => ({
  level: 'warning',
  code: 'drill-production-changed',
  message: `"${id}" changed in production during the drill, by the drill or by others: ${what.slice(0, 5).join('; ')}.`,
  remedy: 'Run the drill with credentials that only read, or at a quiet time.',
});
