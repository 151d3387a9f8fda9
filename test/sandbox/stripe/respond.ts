import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Fault } from './model.js';

export function send(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': `req_${randomBytes(7).toString('hex')}`,
    'stripe-version': '2026-10-28.endive',
    ...headers,
  });
  response.end(JSON.stringify(answer.body));
}

/** True when the fault was the whole answer. */
export function playFault(fault: Fault, request: IncomingMessage, response: ServerResponse): boolean {
  const limited = {
    status: 429,
    body: {
      error: {
        type: 'invalid_request_error',
        code: 'rate_limit',
        message: 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
        doc_url: 'https://stripe.com/docs/error-codes/rate-limit',
      },
    },
  };
  switch (fault.kind) {
    case 'rate-limit':
      send(response, limited, { 'stripe-rate-limited-reason': 'global-rate' });
      return true;
    case 'rate-limit-retry-after':
      send(response, limited, { 'retry-after': '0.05', 'stripe-rate-limited-reason': 'global-rate' });
      return true;
    case 'error-500':
      send(response, { status: 500, body: { error: { type: 'api_error', message: 'An unknown error occurred' } } }, {});
      return true;
    case 'reset':
      request.socket.resetAndDestroy();
      return true;
    case 'hang':
      return true;
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
      response.write('{"object": "list", "data": [{"id": "we_');
      setTimeout(() => request.socket.destroy(), 5);
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Maintenance</title><p>We will be back soon.</p>');
      return true;
    case 'error-500-executed':
      return false;
  }
}
