import { Readable } from 'node:stream';
import type { Context } from '../../runtime/context.js';
import type { PayloadSource } from '../../engine/provider.js';

/** Names of the payloads. */
export const DUMP = 'dump';

/** Shows how far a restore is. */
export function metered(ctx: Context, source: PayloadSource, database: string, dump: Readable): Readable {
  const total = source.refs.find(({ name }) => name === DUMP)?.bytes ?? null;
  const progress = ctx.progress(`restoring into "${database}"`);
  let bytes = 0;
  return Readable.from(
    (async function* () {
      for await (const chunk of dump as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        progress.update(bytes, total);
        yield chunk;
      }
      progress.end();
    })(),
    { objectMode: false },
  );
}
