import type { Content, Entry } from '../incident/entry.js';
import type { LoadedChannel } from './load.js';

/** What the record says of one message. */
export interface Telling {
  /** `unsure`: an attempt began, and has no result. */
  readonly state: 'due' | 'unsure' | 'sent' | 'perhaps-sent';
  /** Attempts that ended. */
  readonly ended: number;
  /** When the attempt without a result began; null: there is none. */
  readonly unsureSince: string | null;
}

/** Pure. @param key of the message */
export function tellingOf(entries: readonly Entry[], key: string): Telling {
  const steps = entries.filter((entry) => entry.kind === 'told').filter(({ data }) => data.message === key);
  const last = steps.at(-1);
  const ended = steps.filter(({ data }) => data.step !== 'intent').length;
  const step = last?.data.step;
  if (step === 'intent') return { state: 'unsure', ended, unsureSince: last?.at ?? null };
  return { state: step === 'sent' || step === 'perhaps-sent' ? step : 'due', ended, unsureSince: null };
}

/**
 * What the channel calls the first message of the incident, or the newest that took its place because it was gone; null: there
 * is none that has a name.
 */
export const firstRef = (entries: readonly Entry[], channel: string): string | null =>
  toldTo(entries, channel).findLast(({ ref }) => ref !== null)?.ref ?? null;

const toldTo = (entries: readonly Entry[], channel: string): Content<'told'>[] =>
  entries.flatMap((entry) => (entry.kind === 'told' && entry.data.channel === channel ? [entry.data] : []));

/**
 * The channels that the phases of a record are news for. Of a closed incident, a private channel gets messages only if it got
 * one before: nobody is paged because of an incident that is over. Pure.
 * @param named true: a person named the incident. Only then every channel gets a message of a closed one.
 */
export function recipientsOf(
  entries: readonly Entry[],
  channels: readonly LoadedChannel[],
  named: boolean,
): LoadedChannel[] {
  const closed = entries.findIndex(({ kind }) => kind === 'closed');
  if (closed === -1) return [...channels];
  const before = entries.slice(0, closed);
  return channels.filter(({ entry, adapter }) =>
    adapter.public === true ? named : toldTo(before, entry.id).length > 0,
  );
}
