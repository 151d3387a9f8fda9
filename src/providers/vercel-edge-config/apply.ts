import { overtaken } from '../../engine/as-planned.js';
import type { Change } from '../../engine/change.js';
import type { PayloadSource } from '../../engine/payload.js';
import type { Context } from '../../runtime/context.js';
import { canonicalJson } from '../../runtime/digest.js';
import { RewindError, uncertain } from '../../runtime/errors.js';
import { HttpFailure } from '../../runtime/http-failure.js';
import { isUndecided } from '../../runtime/undecided.js';
import { ITEMS, itemStatesOf, maskHidden, savedItems } from './capture.js';
import { client, type Item, type Operation } from './client.js';
import type { Config } from './config.js';
import { itemText } from './plan.js';
import { params, type ItemState } from './state.js';
/** Repeats the read and the write if another client writes in between. */
const MAX_TRIES = 3;

/** Reads the store, writes the items of the plan that differ in one request, and reads them back. */
export async function apply(config: Config, change: Change, ctx: Context, source: PayloadSource): Promise<void> {
  const { keys, set = {} } = params.parse(change.params);
  const vercel = client(config, ctx);
  ctx.log.debug(`restoring ${keys.join(', ')}`);
  const saved = keys.every((key) => Object.hasOwn(set, key))
    ? []
    : savedItems.parse(JSON.parse((await source.read(ITEMS)).toString('utf8')));
  maskHidden(saved, ctx);
  const { purpose, slug } = await vercel.store();
  if (purpose) {
    throw new RewindError('edge-config-managed', `Edge Config "${slug}" belongs to ${purpose.type}.`, {
      resource: ctx.resource,
    });
  }
  const what = `The items of Edge Config "${slug}" were sent`;
  let sent = false;
  for (let tries = 1; ; tries += 1) {
    const live = await vercel.items().catch((error: unknown) => {
      throw sent ? uncertain(what, error) : error;
    });
    const measured = live.flatMap((item) =>
      Object.hasOwn(set, item.key) ? [{ ...item, value: set[item.key] ?? null }] : [],
    );
    const gone = Object.keys(set).find((key) => !live.some((item) => item.key === key));
    if (gone !== undefined) {
      throw new RewindError('api-conflict', `Edge Config "${slug}" has no item "${gone}" any more.`, {
        resource: ctx.resource,
      });
    }
    const operations = operationsFor(keys, [...saved.filter(({ key }) => !Object.hasOwn(set, key)), ...measured], live);
    if (operations.length === 0) return;
    // Also after a lost answer: what it wrote is as wanted, so nothing of it is in the operations.
    await assertItemsAsPlanned(change, operations, saved, live, ctx);
    if (tries > MAX_TRIES) break;
    try {
      await vercel.patch(operations);
      sent = true;
    } catch (error) {
      // After a lost response or a concurrent write, the live store decides.
      const lost = isUndecided(error);
      sent ||= lost && !error.unwritten;
      const undecided = lost || (error instanceof HttpFailure && [404, 409, 412].includes(error.status ?? 0));
      if (!undecided || tries === MAX_TRIES) throw sent ? uncertain(what, error) : error;
      await pause(ctx);
    }
  }
  throw new RewindError('api-conflict', `Edge Config "${slug}" keeps changing: another client writes to it.`, {
    resource: ctx.resource,
  });
}

/** Each item that would be written must be as the plan says. @throws RewindError api-conflict: then none is written */
async function assertItemsAsPlanned(
  change: Change,
  operations: readonly Operation[],
  saved: readonly Item[],
  live: readonly Item[],
  ctx: Context,
): Promise<void> {
  const stateOf = async (items: readonly Item[], keys: readonly string[]): Promise<ItemState[]> =>
    itemStatesOf(
      items.filter(({ key }) => keys.includes(key)),
      ctx,
    );
  const keys = operations.map(({ key }) => key);
  const [was, is] = await Promise.all([stateOf(saved, keys), stateOf(live, keys)]);
  const strange = keys.map((key) => itemText(key, was, is)).find((text) => !planned(change).includes(`; ${text}; `));
  if (strange !== undefined) throw overtaken(change, strange, ctx, 'on Vercel');
}

const planned = ({ before }: Change): string => `; ${before ?? ''}; `;

const pause = (ctx: Context): Promise<void> => ctx.clock.sleep(200 + 300 * ctx.random(), ctx.signal);

/** For the keys of the plan only: what a person edited since, stays. */
function operationsFor(keys: readonly string[], saved: readonly Item[], actual: readonly Item[]): Operation[] {
  const planned = ({ key }: Item): boolean => keys.includes(key);
  const desired = saved.filter(planned);
  const live = actual.filter(planned);
  const same = (a: Item, b: Item): boolean =>
    canonicalJson([a.value, a.description]) === canonicalJson([b.value, b.description]);
  const upserts = desired
    .filter((entry) => !live.some((other) => other.key === entry.key && same(entry, other)))
    .map(({ key, value, description }): Operation => ({
      operation: 'upsert',
      key,
      value,
      description: description ?? '',
    }));
  const deletes = live
    .filter(({ key }) => !desired.some((entry) => entry.key === key))
    .map(({ key }): Operation => ({ operation: 'delete', key }));
  return [...upserts, ...deletes];
}
