import type { Entry, Phase, Severity } from '../incident/entry.js';
import { externalText } from './external.js';
import { internalText } from './internal.js';
import { phasesIn, type Audience, type ContactsAt, type Text } from './phases.js';
import { plural } from '../runtime/text.js';

/** The message of one phase for one channel. */
export interface Message extends Text {
  /** `rewind/<rollback id>/<phase>/<channel>`: a message has the same key however often it is sent. */
  readonly key: string;
  readonly incident: string;
  readonly phase: Phase;
  readonly severity: Severity | null;
  readonly audience: Audience;
  /** When the phase began, ISO 8601. */
  readonly at: string;
  /** Page of the workflow run; null without one, and for a text for everybody. */
  readonly url: string | null;
}

/** The channel that a message is for. */
export interface Recipient {
  readonly id: string;
  readonly audience: Audience;
  readonly severities: readonly Severity[];
  /** Whom an internal message names: those who were on call when its phase began. */
  readonly contactsAt?: ContactsAt;
}

/**
 * The messages that a record asks for, in the order of its phases: a view of the record and, for the team, of the contacts. Pure.
 * @param entries of a sound record
 */
export function messagesOf(entries: readonly Entry[], { id, audience, severities, contactsAt }: Recipient): Message[] {
  const [first] = entries;
  const severity = first?.kind === 'opened' ? first.data.severity : null;
  if (severity !== null && !severities.includes(severity)) return [];
  return phasesIn(entries).map((told) => ({
    key: `rewind/${told.rollback}/${told.phase}/${id}`,
    ...{ incident: told.entry.incident, phase: told.phase, severity, audience, at: told.entry.at },
    ...(audience === 'external' ? externalText(told) : internalText(told, contactsAt)),
    url: audience === 'external' ? null : told.entry.run,
  }));
}

/** The first characters of a text, with a mark if it is longer. @param most in UTF-16 units, at least 1 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most - 1;
  // Half of a pair is no character.
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}

/**
 * The lines that fit. What does not fit is named, never left out in silence.
 * @param rendered as the channel writes them
 * @param most UTF-16 units for all, at least 200
 */
export function fitting(rendered: readonly string[], most: number): string[] {
  const kept: string[] = [];
  let left = most - 100;
  for (const [index, text] of rendered.entries()) {
    const short = cut(text, Math.max(1, Math.floor(most / 2)));
    left -= short.length + 1;
    if (left < 0) return [...kept, `… and ${plural(rendered.length - index, 'more line')}: rewind incident show`];
    kept.push(short);
  }
  return kept;
}
