import type { Severity } from '../incident/entry.js';
import type { Context } from '../runtime/context.js';
import { forResource } from '../runtime/create-context.js';
import { asRewindError, type RewindError } from '../runtime/errors.js';
import { oneLine, visible } from '../runtime/text.js';
import { within } from './deadline.js';
import type { LoadedChannel } from './load.js';
import { DELIVERY_MS } from './send.js';

/** News for the team that belongs to no incident. */
export interface Alarm {
  /** Names what it is about: services that know keys make one message of two with the same key. */
  readonly key: string;
  readonly severity: Severity;
  readonly headline: string;
  readonly lines: readonly string[];
  /** Page of the workflow run; null without one. */
  readonly url: string | null;
}

/**
 * Sends it to each channel of the team that takes its severity, once. A text for everybody would need an incident.
 * @returns the channels that it did not reach
 */
export async function sendAlarm(
  channels: readonly LoadedChannel[],
  { key, severity, headline, lines, url }: Alarm,
  ctx: Context,
): Promise<{ readonly channel: string; readonly error: RewindError }[]> {
  const team = channels.filter(({ entry }) => entry.audience === 'internal' && entry.severities.includes(severity));
  const line = (text: string) => ({ text: visible(oneLine(text)), from: [] });
  const failed = await Promise.all(
    team.map(async ({ entry, adapter }) => {
      const message = {
        ...{ key: `rewind/${key}/opened/${entry.id}`, incident: key, phase: 'opened' as const, severity, url },
        ...{ audience: entry.audience, at: ctx.clock.now().toISOString() },
        ...{ headline: line(headline), lines: lines.map(line) },
      };
      const delivery = { message, unsureSince: null, first: null, deadlineMs: DELIVERY_MS };
      try {
        await adapter.send(entry, delivery, within(forResource(ctx, entry.id), DELIVERY_MS));
        return [];
      } catch (error) {
        return [{ channel: entry.id, error: asRewindError(error) }];
      }
    }),
  );
  return failed.flat();
}
