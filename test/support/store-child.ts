/**
 * Child process of the store tests: opens the store of STORE_CONFIG (JSON) and puts one object of so many MB.
 *
 * store-child.ts hang KEY MB     feeds that much, says "fed", and then never ends: to be killed
 * store-child.ts measure KEY MB  puts it, and prints the peak of its memory (MB) before and after
 * store-child.ts refused KEY MB  expects that to fail; prints the error's code, what is listed, and that a small put works
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { RewindError } from '../../src/runtime/errors.js';
import { storeConfig } from '../../src/store/config.js';
import { openStore } from '../../src/store/index.js';
import { testContext } from './context.js';

const [mode = '', key = '', megabytes = '0'] = process.argv.slice(2);
const config = storeConfig.parse(JSON.parse(process.env.STORE_CONFIG ?? '{}'));
const store = await openStore(config, testContext({ env: process.env }));
const block = randomBytes(1024 * 1024);

async function* content(blocks: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < blocks; i += 1) yield block;
}

async function* endless(blocks: number): AsyncGenerator<Buffer> {
  yield* content(blocks);
  process.stdout.write('fed\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
}

const stream = (source: AsyncGenerator<Buffer>): Readable => Readable.from(source, { objectMode: false });
/** MB. On Linux not maxRSS, which a process inherits from the one that started it. */
const peak = (): number => {
  if (!existsSync('/proc/self/status')) return process.resourceUsage().maxRSS / 1024;
  const highest = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (highest === undefined) throw new Error('/proc/self/status says nothing of VmHWM');
  return Number(highest) / 1024;
};
const print = (value: unknown): void => void process.stdout.write(JSON.stringify(value));

if (mode === 'hang') await store.put(key, stream(endless(Number(megabytes))));
else if (mode === 'measure') {
  await store.put(key, stream(content(30)));
  const before = peak();
  const { bytes } = await store.put(key, stream(content(Number(megabytes))));
  print({ bytes, before, after: peak() });
} else {
  const error: unknown = await store.put(key, stream(content(Number(megabytes)))).catch((reason: unknown) => reason);
  const listed = await store.list('');
  const left = config.kind === 'directory' ? readdirSync(config.path, { recursive: true }) : [];
  const { bytes } = await store.put('small', Buffer.from('small'));
  print({
    code: error instanceof RewindError ? error.code : String(error),
    message: error instanceof Error ? error.message : '',
    listed,
    left,
    then: bytes,
  });
}
