import type { Content, Entry } from '../incident/entry.js';

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

/** What the channel calls the first message of the incident; null: there is none that has a name. */
export const firstRef = (entries: readonly Entry[], channel: string): string | null =>
  toldTo(entries, channel).find(({ ref }) => ref !== null)?.ref ?? null;

const toldTo = (entries: readonly Entry[], channel: string): Content<'told'>[] =>
  entries.flatMap((entry) => (entry.kind === 'told' && entry.data.channel === channel ? [entry.data] : []));

/** True if messages of the incident were begun: those of a closed incident are finished too. */
export const wasTold = (entries: readonly Entry[]): boolean => entries.some(({ kind }) => kind === 'told');
