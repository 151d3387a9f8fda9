import { randomBytes } from 'node:crypto';
import type { Stripe } from 'stripe';
import type { Answer } from '../json-server.js';

/** One webhook endpoint or event destination, as the service itself keeps it. Test and live mode are separate worlds. */
export interface Hook {
  id: string;
  livemode: boolean;
  /** Seconds since the epoch. */
  created: number;
  /** Null for destinations that are no webhook. */
  url: string | null;
  events: string[];
  description: string | null;
  metadata: Record<string, string>;
  enabled: boolean;
  secret: string;
  apiVersion: string | null;
  application: string | null;
  /** Accepted at creation, never returned by v1. */
  connect: boolean;
  /** Only for what was made with the v2 API; v1 does not list those. */
  v2: {
    name: string;
    type: 'webhook_endpoint' | 'amazon_eventbridge';
    payload: 'snapshot' | 'thin';
    from: string[];
    eventbridge?: Stripe.V2.Core.EventDestination.AmazonEventbridge;
  } | null;
}

export interface ApiKey {
  readonly livemode: boolean;
  /** Null = a full secret key; else the permissions of a restricted key, e.g. `rak_webhook_read`. */
  readonly permissions: ReadonlySet<string> | null;
}

export interface Refusal {
  readonly type?: string;
  readonly code?: string;
  readonly message: string;
  readonly param?: string;
}

export function refuse(status: number, error: Refusal): Answer {
  return { status, body: { error: { type: 'invalid_request_error', ...error } } };
}

export function newId(prefix: string): string {
  return `${prefix}_1${randomBytes(12).toString('hex')}`;
}

export function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64').replace(/[+/=]/g, 'x')}`;
}

/** Stripe's merge: a key set to '' (v1) or null (v2) is removed, others are set, the rest stays. */
export function mergeMetadata(
  old: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const merged = { ...old };
  for (const [key, value] of Object.entries(change)) {
    if (value === null || value === '') Reflect.deleteProperty(merged, key);
    else Object.defineProperty(merged, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return merged;
}
