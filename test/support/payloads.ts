import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { sha256 } from '../../src/runtime/digest.js';
import { RewindError } from '../../src/runtime/errors.js';
import type { PayloadRef, PayloadSink, PayloadSource } from '../../src/engine/payload.js';

/** Payloads kept in memory, unsealed: for provider tests that are not about sealing. */
export class MemoryPayloads implements PayloadSink, PayloadSource {
  readonly contents = new Map<string, Buffer>();

  constructor(
    readonly purpose: 'snapshot' | 'compare' = 'snapshot',
    readonly saved?: unknown,
  ) {}

  async write(name: string, content: Readable | Uint8Array): Promise<void> {
    const bytes = content instanceof Uint8Array ? Buffer.from(content) : await buffer(content);
    if (this.purpose === 'snapshot') this.contents.set(name, bytes);
  }

  get refs(): PayloadRef[] {
    return [...this.contents].map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sealedBytes: bytes.length,
      sha256: sha256(bytes),
    }));
  }

  equals(other: MemoryPayloads): boolean {
    return JSON.stringify(this.refs) === JSON.stringify(other.refs);
  }

  has(name: string): boolean {
    return this.contents.has(name);
  }

  async read(name: string): Promise<Buffer> {
    const content = this.contents.get(name);
    if (!content) throw new RewindError('snapshot-corrupt', `payload ${name} is missing`);
    return content;
  }

  async open(name: string): Promise<Readable> {
    return Readable.from([await this.read(name)]);
  }
}
