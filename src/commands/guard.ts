import { asRewindError } from '../runtime/errors.js';
import { forResource } from '../runtime/create-context.js';
import { settleResources } from '../engine/resources.js';
import { table } from '../report/markdown.js';
import { defineCommand } from '../cli/command.js';
import { textOf } from '../runtime/text.js';

const TO_UNBLOCK =
  'To unblock: deploy the fix (it stays staged), check it, then promote it in Vercel. Then run this deploy again.';

/**
 * Blocks deploys after a rollback, because a deploy would override it. Fails closed: an unknown state counts as pinned.
 * Exits with status 3 if pinned (verdict `held`).
 */
export default defineCommand({
  name: 'guard',
  summary: 'Decide whether a deploy may go to production. Blocks it while production is pinned by a rollback.',
  flags: {},
  examples: ['guard'],
  verdicts: ['free', 'held'],
  async run(session) {
    const { resources } = await session.open();
    const outcomes = await settleResources(
      resources.filter(({ provider }) => provider.capabilities?.hold !== undefined),
      async (resource) =>
        resource.provider.capabilities?.hold?.read(resource.config, forResource(session.context, resource.id)),
    );
    const pins = outcomes.map(({ resource, value, error }) => {
      if (error !== undefined)
        return { id: resource.id, pin: 'unknown', why: asRewindError(error, resource.id).message };
      return { id: resource.id, pin: value?.pinned ?? 'unknown', why: value?.why ?? '' };
    });
    const held = pins.filter(({ pin }) => pin !== 'free');
    const free = held.length === 0;
    const headline = free
      ? 'Deploys are allowed: production is not pinned by a rollback.'
      : 'Deploys are blocked: production is pinned by a rollback (or its state is unknown).';
    const rows = pins.map(({ id, pin, why }) => [id, pin, why]);
    return {
      exit: free ? 0 : 3,
      json: { ok: free, resources: pins },
      text: textOf([
        headline,
        ...pins.map(({ id, pin, why }) => `  ${id}: ${pin}: ${why}`),
        ...(free ? [] : [TO_UNBLOCK]),
      ]),
      summary: [
        `## ${free ? '✅' : '⛔'} ${headline}`,
        rows.length === 0
          ? 'The configuration has no resource that a rollback can pin.'
          : table(['Resource', 'State', 'Why'], rows),
        ...(free ? [] : [TO_UNBLOCK]),
      ].join('\n\n'),
      outputs: { verdict: free ? 'free' : 'held' },
    };
  },
});
