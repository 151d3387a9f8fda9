import type { z } from 'zod';
import type { Context } from '../runtime/context.js';
import { RewindError } from '../runtime/errors.js';
import type { Finding } from '../runtime/finding.js';
import type { PayloadSource } from './payload.js';

/** Reads a payload and parses it. @throws RewindError snapshot-corrupt when it is not JSON of this schema */
export async function readJsonPayload<T>(
  name: string,
  schema: z.ZodType<T>,
  source: PayloadSource,
  ctx: Context,
): Promise<T> {
  const bytes = await source.read(name);
  return parsePayload(name, ctx, () => schema.parse(JSON.parse(bytes.toString('utf8'))));
}

/** Runs a parser; any error means that the payload is damaged. @throws RewindError snapshot-corrupt */
export function parsePayload<T>(name: string, ctx: Context, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw corrupt(`Payload ${name} does not have the expected format.`, ctx, cause);
  }
}

/** @throws RewindError snapshot-corrupt if the payload lacks an object of the plan */
export function requireSaved<T>(found: T | undefined, what: string, ctx: Context): T {
  if (found === undefined) throw corrupt(`The snapshot does not hold ${what}.`, ctx, undefined);
  return found;
}

function corrupt(message: string, { resource }: Context, cause: unknown): RewindError {
  return new RewindError('snapshot-corrupt', message, { resource, cause });
}

/** Finding of `prove`: a payload does not match the manifest. */
export function payloadDiffers(what: string): Finding {
  return {
    level: 'error',
    code: 'payload-differs',
    message: `The sealed part "${what}" of the snapshot does not match its manifest.`,
    remedy:
      'If REWIND_FINGERPRINT_KEY was replaced after the snapshot, run again with the earlier key (docs/keys.md). If not, do not use this snapshot: find out who wrote it, and choose another one ("rewind list").',
  };
}
