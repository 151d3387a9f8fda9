import { z } from 'zod';
import type { Clock, HttpClient, HttpRequest, HttpResponse } from './context.js';

interface Read {
  readonly begun: number;
  readonly response: Promise<HttpResponse<unknown>>;
}

/**
 * A client for steps that read the same state one after the other: it sends a GET only if it has not sent the same one within
 * this time. A request with another method ends what was read before it, whatever its resource. A failure is not remembered.
 * Reads for a time, and those with a time limit of their own, are not shared.
 * @param maxAgeMs since the request was sent
 */
export function sharedReads(http: HttpClient, clock: Clock, maxAgeMs: number): HttpClient {
  const reads = new Map<string, Read>();

  const read = (request: HttpRequest): Promise<HttpResponse<unknown>> => {
    const key = keyOf(request);
    const now = clock.monotonic();
    const known = reads.get(key);
    if (known !== undefined && now - known.begun < maxAgeMs) return known.response;
    const response = http.request(request, z.unknown());
    const own = { begun: now, response };
    reads.set(key, own);
    response.catch(() => {
      if (reads.get(key) === own) reads.delete(key);
    });
    return response;
  };

  return {
    async request<T>(request: HttpRequest, schema: z.ZodType<T>): Promise<HttpResponse<T>> {
      if (request.method !== 'GET') {
        reads.clear();
        // What was read while the service carried it out may be of before.
        return http.request(request, schema).finally(() => reads.clear());
      }
      if (request.readMs !== undefined || request.deadlineMs !== undefined) return http.request(request, schema);
      const { data, ...rest } = await read(request);
      const parsed = schema.safeParse(data);
      if (parsed.success) return { ...rest, data: parsed.data };
      // The answer may have been cut short. If not, the client says what is wrong with it.
      reads.delete(keyOf(request));
      return http.request(request, schema);
    },
  };
}

/** A resource has one credential, and a signature holds the time: neither is part of what is asked. */
const SIGNED = new Set(['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);

function keyOf({ resource, what, url, query = {}, headers = {}, accept = [], maxBytes }: HttpRequest): string {
  const asked = Object.entries(headers).filter(([name]) => !SIGNED.has(name.toLowerCase()));
  return JSON.stringify([resource, what, url, Object.entries(query), asked.sort(), accept, maxBytes]);
}
