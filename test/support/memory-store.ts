import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { RewindError } from '../../src/runtime/errors.js';
import type { Store } from '../../src/store/store.js';

/** A store in memory that counts what is opened; for tests that ask only what the engine does with it. */
export function memoryStore(): Store & { readonly opened: string[] } {
  const files = new Map<string, Buffer>();
  const opened: string[] = [];
  return {
    kind: 'memory',
    opened,
    put: async (key, content) => {
      const bytes = content instanceof Readable ? await buffer(content) : Buffer.from(content);
      files.set(key, bytes);
      return { key, bytes: bytes.length };
    },
    create: (key, content) => {
      if (files.has(key)) return Promise.resolve(false);
      files.set(key, Buffer.from(content));
      return Promise.resolve(true);
    },
    open: (key) => {
      opened.push(key);
      const found = files.get(key);
      return found
        ? Promise.resolve(Readable.from([found]))
        : Promise.reject(new RewindError('snapshot-corrupt', `${key} is missing in the store.`));
    },
    list: (prefix) =>
      Promise.resolve(
        [...files]
          .filter(([key]) => prefix === '' || key.startsWith(`${prefix}/`))
          .map(([key, content]) => ({ key, bytes: content.length }))
          .sort((a, b) => (a.key < b.key ? -1 : 1)),
      ),
    delete: (key) => {
      files.delete(key);
      return Promise.resolve();
    },
    check: () => Promise.resolve([]),
  };
}
