import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** What `fetch` does on its connections to one origin. */
export interface ConnectionWatch {
  /** True if a connection had to be made, and none was: no byte of the request left. */
  neverConnected(): boolean;
  end(): void;
}

/** Of Node's `fetch` (undici). Its errors do not say how far an aborted request came. */
const CONNECTING = 'undici:client:beforeConnect';
const BEYOND = ['undici:client:connected', 'undici:client:sendHeaders', 'undici:request:bodySent'];

interface Published {
  readonly connectParams?: { readonly protocol: string; readonly host: string };
  readonly request?: { readonly origin: unknown };
}

/**
 * Watches the connections to the origin of a request. Requests to the same origin at the same time are not told apart: what
 * one of them sent counts for all.
 */
export function watchConnection({ origin, protocol, host }: URL): ConnectionWatch {
  let began = false;
  let beyond = false;
  const isOurs = (message: unknown): boolean => {
    const { connectParams: to, request } = message as Published;
    return to === undefined ? String(request?.origin) === origin : to.protocol === protocol && to.host === host;
  };
  const onConnecting = (message: unknown): void => void (began ||= isOurs(message));
  const onBeyond = (message: unknown): void => void (beyond ||= isOurs(message));
  subscribe(CONNECTING, onConnecting);
  for (const name of BEYOND) subscribe(name, onBeyond);
  return {
    neverConnected: () => began && !beyond,
    end() {
      unsubscribe(CONNECTING, onConnecting);
      for (const name of BEYOND) unsubscribe(name, onBeyond);
    },
  };
}
