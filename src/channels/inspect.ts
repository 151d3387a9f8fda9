import { variablesOf } from '../probes/templates.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import { loadChannels, type ChannelEntry } from './load.js';

/**
 * What would keep a message from its channel: a credential that is not set, or that the service refuses. Warnings, because the
 * command may run in a job that tells nobody. Sends no message.
 */
export async function inspectChannels(
  entries: readonly ChannelEntry[],
  ctx: Context,
): Promise<(Finding & { readonly resource: string })[]> {
  const found = await Promise.all(
    (await loadChannels(entries, ctx, 'all')).map(async ({ entry, adapter }) => {
      const warning = { level: 'warning', resource: entry.id } as const;
      const unset = variablesOf(entry).filter((name) => ctx.env.secret(name) === undefined);
      if (unset.length > 0) {
        const message = `The channel cannot be notified here: ${unset.join(' and ')} ${unset.length === 1 ? 'is' : 'are'} not set.`;
        const remedy = `Set ${unset.join(' and ')} in the job that runs "notify".`;
        return [{ ...warning, code: 'credential-missing' as const, message, remedy }];
      }
      try {
        await adapter.inspect?.(entry, forResource(ctx, entry.id));
        return [];
      } catch (error) {
        const { code, message, remedy } = asRewindError(error);
        return [{ ...warning, code, message, remedy }];
      }
    }),
  );
  return found.flat();
}
