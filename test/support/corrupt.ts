import { createHash } from 'node:crypto';

/** What a disk, a network or a person may do to one file. */
export type Corruption =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'truncate'; readonly to: number }
  | { readonly kind: 'append'; readonly bytes: number }
  | { readonly kind: 'remove' }
  | { readonly kind: 'swap'; readonly with: string };

/** Deterministic chance: the same seed gives the same corruptions. @param seed any text */
export function chance(seed: string): (below: number) => number {
  let counter = 0;
  return (below) => {
    counter += 1;
    return createHash('sha256').update(`${seed}:${counter}`).digest().readUInt32BE(0) % below;
  };
}

/** Bit flips and truncations mostly; the rest now and then. */
export function randomCorruption(
  random: (below: number) => number,
  size: number,
  others: readonly string[],
): Corruption {
  const dice = random(100);
  if (dice < 60) return { kind: 'flip', at: random(size), bit: random(8) };
  if (dice < 92) return { kind: 'truncate', to: random(size) };
  if (dice < 95) return { kind: 'append', bytes: 1 + random(40) };
  if (dice < 97 || others.length === 0) return { kind: 'remove' };
  return { kind: 'swap', with: others[random(others.length)] ?? '' };
}

/** The content after the corruption; undefined when the file is gone. */
export function corrupted(content: Buffer, corruption: Corruption, read: (name: string) => Buffer): Buffer | undefined {
  switch (corruption.kind) {
    case 'flip': {
      const copy = Buffer.from(content);
      copy[corruption.at] = (copy[corruption.at] ?? 0) ^ (1 << corruption.bit);
      return copy;
    }
    case 'truncate':
      return content.subarray(0, corruption.to);
    case 'append':
      return Buffer.concat([content, Buffer.alloc(corruption.bytes, 65)]);
    case 'remove':
      return undefined;
    case 'swap':
      return read(corruption.with);
  }
}
