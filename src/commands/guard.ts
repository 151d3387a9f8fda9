import { forResource } from '../runtime/create-context.js';
import { asRewindError } from '../runtime/errors.js';
import { settleResources } from '../engine/resources.js';
import { table } from '../report/markdown.js';
import type { CommandResult } from '../cli/result.js';
import type { Session } from '../cli/session.js';

const WAY_OUT =
  'The way out (recover): deploy the repair, which stays staged; look at it; then promote it in Vercel, which lifts the hold. After that this deploy may run again.';

/**
 * The deploy guard: may a deploy go to production now? While a rollback holds production it must not, for it would bring
 * back what was rolled back. Fails closed: an unknown answer counts as held. Status 3 = no.
 */
export async function guard(session: Session): Promise<CommandResult> {
  const { resources } = await session.open();
  const outcomes = await settleResources(
    resources.filter(({ provider }) => provider.capabilities?.hold !== undefined),
    async (resource) =>
      resource.provider.capabilities?.hold?.read(resource.config, forResource(session.context, resource.id)),
  );
  const pins = outcomes.map(({ resource, value, error }) => {
    if (error !== undefined) return { id: resource.id, pin: 'unknown', why: asRewindError(error, resource.id).message };
    return { id: resource.id, pin: value?.pinned ?? 'unknown', why: value?.why ?? '' };
  });
  const held = pins.filter(({ pin }) => pin !== 'free');
  const free = held.length === 0;
  const headline = free
    ? 'No rollback holds production: a deploy may go ahead.'
    : 'STOP: production is held by a rollback, or may be. A deploy now would go over it.';
  const rows = pins.map(({ id, pin, why }) => [id, pin, why]);
  return {
    exit: free ? 0 : 3,
    json: { ok: free, resources: pins },
    text: [headline, ...pins.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`), ...(free ? [] : [WAY_OUT])].join(
      '\n',
    ),
    summary: [
      `## ${free ? '✅' : '⛔'} ${headline}`,
      rows.length === 0 ? 'No resource can be held by a rollback.' : table(['Resource', 'State', 'Why'], rows),
      ...(free ? [] : [WAY_OUT]),
    ].join('\n\n'),
    outputs: { verdict: free ? 'free' : 'held' },
  };
}
