import type { Readable } from 'node:stream';

/** Milliseconds after which a body that sends nothing counts as broken, while somebody waits for it. */
export const STALLED_MS = 60_000;

/** Ends bodies that stop without an end: neither the connection nor the SDK notices a service that just sends nothing. */
export interface StallWatch {
  /** Waits for the next piece of a body. @throws Error if the body sends nothing for too long */
  readonly waitFor: <T>(body: Readable, next: () => Promise<T>) => Promise<T>;
  readonly end: () => void;
}

/** @param ms how long a body may send nothing while it is waited for; a reader that pauses is no stall */
export function watchStalls(ms: number): StallWatch {
  let awaited: Readable | null = null;
  // One timer for all pieces: a dump has millions.
  const timer = setTimeout(() => awaited?.destroy(new Error(`no data for ${ms / 1000} s`)), ms).unref();
  return {
    waitFor: async (body, next) => {
      awaited = body;
      timer.refresh();
      try {
        return await next();
      } finally {
        awaited = null;
      }
    },
    end: () => clearTimeout(timer),
  };
}
