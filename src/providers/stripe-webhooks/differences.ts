import { canonicalJson } from '../../runtime/digest.js';
import { own } from '../../runtime/json.js';
import type { HookState } from './state.js';

interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Differences that can be changed in place; texts contain no secrets. */
export function differences(desired: HookState, actual: HookState): Difference[] {
  const found: Difference[] = [];
  const add = (name: string, before: string, after: string): void => void found.push({ name, before, after });
  if (!sameUrl(desired, actual)) {
    const hidden = desired.url === actual.url ? ' (what differs is hidden)' : '';
    add('url', `${actual.url ?? 'none'}${hidden}`, `${desired.url ?? 'none'}${hidden}`);
  }
  if (desired.name !== actual.name) add('name', JSON.stringify(actual.name), JSON.stringify(desired.name));
  if (canonicalJson(desired.events) !== canonicalJson(actual.events)) {
    add('events', eventsText(actual.events, desired.events), eventsText(desired.events, actual.events));
  }
  if (desired.enabled !== actual.enabled) {
    add('status', actual.enabled ? 'enabled' : 'disabled', desired.enabled ? 'enabled' : 'disabled');
  }
  if (desired.description !== actual.description) {
    add('description', JSON.stringify(actual.description), JSON.stringify(desired.description));
  }
  for (const key of keysOf(desired.metadata, actual.metadata)) {
    const [before, after] = [own(actual.metadata, key), own(desired.metadata, key)];
    if (before !== after) add(`metadata.${key}`, before ?? 'absent', after ?? 'absent');
  }
  for (const key of keysOf(desired.secretMetadata, actual.secretMetadata)) {
    const [before, after] = [own(actual.secretMetadata, key), own(desired.secretMetadata, key)];
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

/** The events; from a long list only those that the other side lacks. */
export function eventsText(events: readonly string[], other: readonly string[] = []): string {
  if (events.length <= SHOWN_EVENTS) return events.join(', ');
  const own = other.length === 0 ? events : events.filter((event) => !other.includes(event));
  const more = own.length > SHOWN_EVENTS ? ` and ${own.length - SHOWN_EVENTS} more` : '';
  const listed = own.length === 0 ? '' : `: ${own.slice(0, SHOWN_EVENTS).join(', ')}${more}`;
  return `${events.length} events${listed}`;
}

/** Also compares the hidden parts of the URL. */
export function sameUrl(a: HookState, b: HookState): boolean {
  return a.url === b.url && a.urlFingerprint === b.urlFingerprint;
}
