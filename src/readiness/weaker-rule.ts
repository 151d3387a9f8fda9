import type { RewindConfig } from '../config/schema.js';
import { canonicalJson } from '../runtime/digest.js';
import type { Finding } from '../runtime/finding.js';
import type { FindingCode } from '../runtime/finding-codes.js';

/** Where a key is in the file of the pull request. */
export type At = (...path: (string | number)[]) => { readonly file: string; readonly line: number };
export type Tell = (code: FindingCode, message: string, remedy: string, ...path: (string | number)[]) => Finding;
export type Rule<K extends keyof RewindConfig> = (base: RewindConfig[K], now: RewindConfig[K], tell: Tell) => Finding[];

export const REVERT = 'Revert it, or let somebody who owns the production credentials approve the pull request.';

export const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
export const added = (before: readonly string[], now: readonly string[]): string[] =>
  now.filter((x) => !before.includes(x));
export const changedKeys = (one: object, other: object): string[] => {
  const [a, b] = [one, other] as Record<string, unknown>[];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !same(a?.[key], b?.[key]));
};
