/** Child process: seals and unseals a stream of so many MB, and prints the peak of its memory before and after, in MB. */
import { randomBytes } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateIdentity } from 'age-encryption';
import { recipientOf } from '../../src/engine/age-keys.js';
import { sealStream, unsealStream } from '../../src/engine/seal.js';

const block = randomBytes(1024 * 1024);

async function roundTrip(megabytes: number): Promise<number> {
  const identity = await generateIdentity();
  const sealed = await sealStream([await recipientOf(identity)]);
  const feeding = pipeline(
    Readable.from(
      (function* () {
        for (let i = 0; i < megabytes; i += 1) yield block;
      })(),
    ),
    sealed,
  );
  let bytes = 0;
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(await unsealStream(sealed, [identity]), sink);
  await feeding;
  return bytes;
}

const peak = (): number => process.resourceUsage().maxRSS / 1024;

// Long enough for the garbage collector to reach its steady state.
await roundTrip(100);
const before = peak();
const bytes = await roundTrip(Number(process.argv[2]));
process.stdout.write(JSON.stringify({ bytes, before, after: peak() }));
