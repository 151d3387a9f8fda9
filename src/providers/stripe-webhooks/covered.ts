import { sameUrl } from './differences.js';
import type { HookState, State } from './state.js';

/** True if the state was captured without the API that lists it. A snapshot of an older version does not say so. */
export const isUnread = ({ destinations }: State, { kind }: HookState): boolean =>
  kind === 'destination' && destinations === false;

/** True if the configuration of the snapshot left this live endpoint out: it is not new. */
export const isLeftOut = (saved: State, { id }: HookState): boolean =>
  saved.hooks.some((hook) => hook.id === id && !hook.inScope);

/** True if the configuration leaves out what the snapshot covers. Of one that was moved, its new URL says nothing. */
export const isDropped = (desired: HookState, actual: HookState | undefined): boolean =>
  actual !== undefined && !actual.inScope && sameUrl(desired, actual);

/** What only the configuration of the snapshot covers, or only that of now: neither of them is a difference. Pure. */
export function blindSpots(saved: State, live: State): string[] {
  const before = new Map(saved.hooks.map((hook) => [hook.id, hook]));
  const unread = (one: State, other: State): boolean => other.hooks.some((hook) => hook.inScope && isUnread(one, hook));
  return [
    ...(unread(saved, live) ? ['event destinations: the snapshot did not read them'] : []),
    ...(unread(live, saved) ? ['event destinations: the configuration does not read them'] : []),
    ...live.hooks.flatMap((hook) => {
      const was = before.get(hook.id);
      const name = hook.url ?? hook.name ?? hook.id;
      if (hook.inScope && isLeftOut(saved, hook)) return [`${name}: the configuration of the snapshot left it out`];
      return was?.inScope === true && isDropped(was, hook) ? [`${name}: the configuration leaves it out`] : [];
    }),
  ];
}
