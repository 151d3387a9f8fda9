import type { AnswerSchema, HttpClient, HttpRequest, HttpResponse } from './context.js';
import type { Reads } from './reads.js';

/** Takes every answer as it is; no schema of zod, which the program would load at its start. */
const anyAnswer: AnswerSchema<unknown> = { safeParse: (data) => ({ success: true, data }) };

/**
 * A client whose requests count as reads and writes of the run. Reads for a time, and those with a time limit of their own,
 * are not shared.
 */
export function countedBy(reads: Reads, http: HttpClient): HttpClient {
  return {
    async request<T>(request: HttpRequest, schema: AnswerSchema<T>): Promise<HttpResponse<T>> {
      const send = (): Promise<HttpResponse<T>> => http.request(request, schema);
      if (request.method !== 'GET') return reads.write(request.service, send);
      if (!reads.isSharing || request.readMs !== undefined || request.deadlineMs !== undefined) return send();
      const key = keyOf(request);
      const { data, ...rest } = await reads.ask(request.service, key, () => http.request(request, anyAnswer));
      const parsed = schema.safeParse(data);
      if (parsed.success) return { ...rest, data: parsed.data };
      // The answer may have been cut short. If not, the client says what is wrong with it.
      reads.forget(request.service, key);
      return send();
    },
  };
}

/** A resource has one credential, and a signature holds the time: neither is part of what is asked. */
const SIGNED = new Set(['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);

function keyOf({ resource, what, url, query = {}, headers = {}, accept = [], maxBytes }: HttpRequest): string {
  const asked = Object.entries(headers).filter(([name]) => !SIGNED.has(name.toLowerCase()));
  return JSON.stringify([resource, what, url, Object.entries(query), asked.sort(), accept, maxBytes]);
}
