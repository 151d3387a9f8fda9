import type { ResourceEntry } from './resources.js';

/** The store in rewind.yml. */
export type StoreEntry =
  | { readonly kind: 'artifact' }
  | { readonly kind: 's3'; readonly bucket: string; readonly region: string }
  | { readonly kind: 'directory'; readonly path: string };

export interface ConfigParts {
  readonly environment: string;
  readonly store: StoreEntry;
  readonly recipient: string;
  readonly signKey: string;
  readonly contact: { readonly name: string; readonly reach: string };
  readonly resources: readonly ResourceEntry[];
  /** An address of production that must answer; null: no probe. */
  readonly url: string | null;
  /** `owner/name@ref` of Rewind, for the schema; null if nobody knows it. */
  readonly schema: string | null;
}

type Value = string | number | boolean | readonly string[];

/** The text of a new rewind.yml. Pure. */
export function configText(parts: ConfigParts): string {
  const { environment, store, recipient, signKey, contact, resources, url, schema } = parts;
  const lines = [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    'version: 1',
    `environment: ${scalar(environment)} # the GitHub environment whose reviewers approve a rollback`,
    `store: ${flow({ ...store })}`,
    'seal:',
    '  # The identity is the secret REWIND_IDENTITY of the environment above. Keep a copy offline: nothing else opens a snapshot.',
    `  recipients: [${scalar(recipient)}]`,
    'sign:',
    '  # The secret key is REWIND_SIGNING_KEY, of the job that takes snapshots.',
    `  keys: [${scalar(signKey)}]`,
    'contacts:',
    `  - ${flow({ name: contact.name, role: 'on-call', reach: contact.reach })}`,
    'resources:',
    ...resources.map((entry) => `  - ${resourceText(entry)}`),
  ];
  if (url !== null) {
    const probe = { id: 'home', adapter: 'http', area: 'content', critical: true, url };
    lines.push(
      '# Asked before a deploy (the baseline), after it, and after a rollback. More kinds: docs/probes.md',
      'probes:',
      `  - ${flow(probe)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** One resource as a line of the list. */
export const resourceText = (entry: ResourceEntry): string => flow(entry);

const flow = (entry: Readonly<Record<string, Value>>): string =>
  `{ ${Object.entries(entry)
    .map(([key, value]) => `${key}: ${valueText(value)}`)
    .join(', ')} }`;

const valueText = (value: Value): string =>
  typeof value === 'string'
    ? scalar(value)
    : typeof value === 'object'
      ? `[${value.map(scalar).join(', ')}]`
      : String(value);

/** Text that YAML reads back as this text: bare if it is plainly a word, else in single quotes; with controls in double quotes. */
function scalar(text: string): string {
  if (/^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)) return text;
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
    ? JSON.stringify(text)
    : `'${text.replaceAll("'", "''")}'`;
}
