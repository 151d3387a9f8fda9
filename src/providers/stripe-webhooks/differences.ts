import { canonicalJson } from '../../runtime/digest.js';
import type { HookState } from './state.js';

interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What can be changed in place and differs; texts hold no secret. */
export function differences(want: HookState, have: HookState): Difference[] {
  const found: Difference[] = [];
  const add = (name: string, before: string, after: string): void => void found.push({ name, before, after });
  if (!sameUrl(want, have)) {
    const hidden = want.url === have.url ? ' (what differs is hidden)' : '';
    add('url', `${have.url ?? 'none'}${hidden}`, `${want.url ?? 'none'}${hidden}`);
  }
  if (want.name !== have.name) add('name', JSON.stringify(have.name), JSON.stringify(want.name));
  if (canonicalJson(want.events) !== canonicalJson(have.events)) {
    add('events', eventsText(have.events, want.events), eventsText(want.events, have.events));
  }
  if (want.enabled !== have.enabled) {
    add('status', have.enabled ? 'enabled' : 'disabled', want.enabled ? 'enabled' : 'disabled');
  }
  if (want.description !== have.description) {
    add('description', JSON.stringify(have.description), JSON.stringify(want.description));
  }
  for (const key of keysOf(want.metadata, have.metadata)) {
    const [before, after] = [have.metadata[key], want.metadata[key]];
    if (before !== after) add(`metadata.${key}`, before ?? 'absent', after ?? 'absent');
  }
  for (const key of keysOf(want.secretMetadata, have.secretMetadata)) {
    const [before, after] = [have.secretMetadata[key], want.secretMetadata[key]];
    const shown = (value: string | undefined, other: string): string => (value === undefined ? 'absent' : other);
    if (before !== after)
      add(`metadata.${key}`, shown(before, '(hidden)'), shown(after, '(hidden, as in the snapshot)'));
  }
  return found;
}

function keysOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

const SHOWN_EVENTS = 8;

/** The events; of a long list only those that the other side does not have. */
export function eventsText(events: readonly string[], other: readonly string[] = []): string {
  if (events.length <= SHOWN_EVENTS) return events.join(', ');
  const own = other.length === 0 ? events : events.filter((event) => !other.includes(event));
  const more = own.length > SHOWN_EVENTS ? ` and ${own.length - SHOWN_EVENTS} more` : '';
  const listed = own.length === 0 ? '' : `: ${own.slice(0, SHOWN_EVENTS).join(', ')}${more}`;
  return `${events.length} events${listed}`;
}

/** Also compares what the shown URL hides. */
export function sameUrl(a: HookState, b: HookState): boolean {
  return a.url === b.url && a.urlFingerprint === b.urlFingerprint;
}
