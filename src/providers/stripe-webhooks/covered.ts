import type { Config } from './config.js';
import { sameUrl } from './differences.js';
import { redactUrl } from './redact.js';
import type { HookState, State } from './state.js';

/** True if the state was captured without the API that lists it. A snapshot of an older version does not say so. */
export const isUnread = ({ destinations }: State, { kind }: HookState): boolean =>
  kind === 'destination' && destinations === false;

/** True if the configuration of the snapshot left this live endpoint out: it is not new. */
export const isLeftOut = (saved: State, { id }: HookState): boolean =>
  saved.hooks.some((hook) => hook.id === id && !hook.inScope);

/**
 * True if the configuration leaves out what the snapshot covers. Of one that was moved, its new URL says nothing. Of one
 * that is gone, its URL in the snapshot decides.
 */
export const isDropped = (desired: HookState, actual: HookState | undefined, live: State): boolean =>
  actual === undefined ? !isReached(desired, live) : !actual.inScope && sameUrl(desired, actual);

/** True if the configuration may cover the URL: both texts are redacted, and what is hidden decides nothing. */
function isReached({ url }: HookState, { endpoints }: State): boolean {
  if (endpoints === undefined || endpoints === null) return true;
  return (
    url !== null &&
    endpoints.some((prefix) => url.startsWith(shown(prefix)) || (url.includes('…') && prefix.startsWith(shown(url))))
  );
}

const shown = (redacted: string): string => redacted.split('…')[0] ?? '';

/** The configured beginnings of URLs as a state holds them; null: all endpoints. */
export const endpointsOf = ({ endpoints }: Pick<Config, 'endpoints'>): string[] | null =>
  endpoints?.map((prefix) => (prefix.endsWith('/') ? redactUrl(prefix) : redactUrl(prefix).replace(/\/$/, ''))) ?? null;

/** What only the configuration of the snapshot covers, or only that of now: neither of them is a difference. Pure. */
export function blindSpots(saved: State, live: State): string[] {
  const before = new Map(saved.hooks.map((hook) => [hook.id, hook]));
  const unread = (one: State, other: State): boolean => other.hooks.some((hook) => hook.inScope && isUnread(one, hook));
  return [
    ...(unread(saved, live) ? ['event destinations: the snapshot did not read them'] : []),
    ...(unread(live, saved) ? ['event destinations: the configuration does not read them'] : []),
    ...live.hooks.flatMap((hook) => {
      const was = before.get(hook.id);
      const name = nameOf(hook);
      if (hook.inScope && isLeftOut(saved, hook)) return [`${name}: the configuration of the snapshot left it out`];
      return was?.inScope === true && isDropped(was, hook, live) ? [`${name}: the configuration leaves it out`] : [];
    }),
    ...saved.hooks.flatMap((hook) => {
      const isThere = live.hooks.some(({ id, standsFor }) => id === hook.id || standsFor.includes(hook.id));
      if (!hook.inScope || isThere || isUnread(live, hook) || !isDropped(hook, undefined, live)) return [];
      return [`${nameOf(hook)}: the configuration leaves it out`];
    }),
  ];
}

const nameOf = ({ url, name, id }: HookState): string => url ?? name ?? id;
