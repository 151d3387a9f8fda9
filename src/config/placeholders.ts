import type { RewindConfig } from './schema.js';

/** Words of an example that nobody replaced. */
const PLACEHOLDER =
  /\b(todo|tbd|fixme|changeme|change-me|placeholder|example|sample|dummy|somebody|someone|nobody|john doe|jane doe|foo|bar|your[- ]\w+)\b|<[^<>]*>|x{3,}|\.\.\.|…|\b555-?01\d\d\b|^[+\d\s()-]*0{6,}/i;
/** In capitals only: an owner may be meant. */
const OWNER = /\bOWNER\b/;
/** Keys whose values are words of ours, or names that stand for themselves. */
const NAMES: readonly string[] = ['id', 'adapter', 'audience', 'severities'];

export interface Placeholder {
  /** `contacts[0].reach` */
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/** Values of contacts and channels that still need a real value. Pure. */
export function placeholdersOf({ contacts, channels }: Pick<RewindConfig, 'contacts' | 'channels'>): Placeholder[] {
  return [
    ...contacts.flatMap(({ name, reach, rotation }, index) =>
      found({ name, reach, rotation: { people: rotation?.people ?? [] } }, ['contacts', index]),
    ),
    ...channels.flatMap((channel, index) =>
      found(Object.fromEntries(Object.entries(channel).filter(([key]) => !NAMES.includes(key))), ['channels', index]),
    ),
  ];
}

function found(value: unknown, path: readonly (string | number)[]): Placeholder[] {
  if (typeof value === 'string') {
    // `${NAME}` is read from the environment.
    if (value.startsWith('${') || !(PLACEHOLDER.test(value) || OWNER.test(value))) return [];
    const key = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
    return [{ key: key.slice(1), path, value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...inside].flatMap(([key, one]) => found(one, [...path, key]));
}
