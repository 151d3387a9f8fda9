import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Caller } from '../../src/config/callers.js';
import { rewindConfig, type RewindConfig } from '../../src/config/schema.js';
import { differenceOf, isSame } from '../../src/report/runbook/difference.js';
import { runbookMarkdown } from '../../src/report/runbook/index.js';
import { exampleCallers, readExample, runbookFacts } from '../support/example-runbook.js';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const CONFIGURATIONS = [
  'test/sandbox/demo/rewind.yml',
  ...readdirSync(EXAMPLES)
    .filter((name) => /^rewind.*\.yml$/.test(name))
    .map((name) => `examples/${name}`),
];

/** The format has one version. A second value of these names is another entry: the test "another kind" puts one there. */
const FIXED = ['version', 'provider', 'adapter', 'kind'];

type Path = readonly (string | number)[];

/** Every value that is no mapping and no list. */
function leavesOf(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

const WORDS = [
  ...[
    'comment',
    'digest',
    'none',
    'allow',
    'content',
    'rows',
    'swap',
    'in-place',
    'preview',
    'development',
    'production',
  ],
  ...[
    'watch',
    'mitigate',
    'roll-back',
    'critical',
    'minor',
    'no-rows',
    'one-true-row',
    'external',
    'internal',
    'sun',
    'mon',
  ],
  ...[
    'authentication',
    'payments',
    'data',
    'security',
    'POST',
    'OPTIONS',
    'declines',
    'failures',
    'unpaid',
    'incomplete',
  ],
  ...[
    'Asia/Tokyo',
    'FR',
    'BY',
    'US',
    'eu-west-1',
    '${OTHER}',
    'https://other.example.com',
    'docs/other.md',
    'other.yml',
  ],
  ...['2026-12-19T18:00', '2027-01-05T08:00', '2026-02-05', '10:00', '11:00', '12:30', 'public', 'test', 'active'],
  'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  'age1rup53dy8689zjavavhy80ggx5hl33p2e6wlht4qptgt3cn9ejers9zysrk',
  'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3',
];

/** Other values that a leaf might have. */
function othersOf(value: unknown): unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1, value * 60, value / 2, value + 0.01, value * 2];
  return [`${String(value)}x`, `${String(value)}1`, ...WORDS].filter((other) => other !== value);
}

function put(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((one, index) => (index === key ? put(one, rest, other) : (one as unknown)));
  return { ...Object(value), [key]: put(Reflect.get(Object(value), key), rest, other) };
}

/** The name of a resource or a mitigation, wherever it stands as a value. */
function renamed(value: unknown, name: unknown, other: unknown): unknown {
  if (value === name) return other;
  if (Array.isArray(value)) return value.map((one) => renamed(one, name, other));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one, name, other)]));
}

/** False if the schema refuses the changed section, or the changed entry of its list: most values, in a tenth of the time. */
function mayParse(whole: unknown, [key = '', index]: Path): boolean {
  let schema: unknown = Reflect.get(rewindConfig.shape, key);
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    schema = schema.unwrap();
  }
  const section: unknown = Reflect.get(Object(whole), key);
  if (schema instanceof z.ZodArray && typeof index === 'number' && schema.element instanceof z.ZodType) {
    return schema.element.safeParse(Reflect.get(Object(section), index)).success;
  }
  return schema instanceof z.ZodType ? schema.safeParse(section).success : true;
}

/** The first values that the schema takes: two of a text or a number, else one. */
function* changesOf(given: unknown, path: Path, value: unknown, names: readonly string[]) {
  let found = 0;
  for (const [index, other] of [...othersOf(value), ...names].entries()) {
    if (found > 0 && index > 1) return;
    const whole =
      path.at(-1) === 'id' && names.includes(String(value)) ? renamed(given, value, other) : put(given, path, other);
    if (other === value || !mayParse(whole, path)) continue;
    const parsed = rewindConfig.safeParse(whole);
    if (!parsed.success) continue;
    yield { other, config: parsed.data };
    found += 1;
  }
}

test.each(CONFIGURATIONS)('%s: whatever changes in it, the runbook is not current any more', async (file) => {
  const { config } = await readExample(file);
  // With the defaults: a person may write each of them out with another value.
  const given: unknown = JSON.parse(JSON.stringify(config));
  const same = { callers: exampleCallers() };
  const before = runbookMarkdown(runbookFacts(config, same));
  expect(differenceOf(before, runbookMarkdown(runbookFacts(rewindConfig.parse(given), same)))).toEqual([]);
  const names = [...config.resources, ...config.mitigations].map(({ id }) => id);
  const unseen: string[] = [];
  const untried: string[] = [];
  let tried = 0;
  for (const { path, value } of leavesOf(given)) {
    const name = path.join('.');
    let changed = 0;
    for (const one of changesOf(given, path, value, names)) {
      changed += 1;
      if (!isSame(before, runbookMarkdown(runbookFacts(one.config, same)))) continue;
      unseen.push(`${name}: ${String(value)} → ${String(one.other)}`);
    }
    if (changed === 0 && !FIXED.includes(String(path.at(-1)))) untried.push(`${name} = ${String(value)}`);
    tried += changed;
  }
  expect({ unseen, untried }).toEqual({ unseen: [], untried: [] });
  expect(tried).toBeGreaterThan(100);
});

test.each(CONFIGURATIONS)('%s: an entry that is added or taken away is seen', async (file) => {
  const { config } = await readExample(file);
  const same = { callers: exampleCallers() };
  const before = runbookMarkdown(runbookFacts(config, same));
  for (const key of ['resources', 'contacts', 'channels', 'probes', 'mitigations'] as const) {
    for (const index of config[key].keys()) {
      const less = { ...config, [key]: config[key].filter((_, at) => at !== index) };
      expect([key, index, !isSame(before, runbookMarkdown(runbookFacts(less, same)))]).toEqual([key, index, true]);
    }
  }
  for (const [key, none] of [['expedited'], ['windows'], ['sign'], ['drill', { targets: {} }]] as const) {
    if (config[key] === undefined || JSON.stringify(config[key]) === JSON.stringify(none)) continue;
    const less = { ...config, [key]: none };
    expect([key, !isSame(before, runbookMarkdown(runbookFacts(less, same)))]).toEqual([key, true]);
  }
});

/** Entries of every kind, of all configurations. */
const entries = await Promise.all(CONFIGURATIONS.map(async (file) => (await readExample(file)).config));
const MEASURES = [
  { kind: 'flags-off', flags: ['x'] },
  { kind: 'maintenance', flag: 'x' },
  { kind: 'scale-up', min: 2 },
];
const STORES = [
  { kind: 'artifact' },
  { kind: 's3', bucket: 'other-bucket' },
  { kind: 'directory', path: '/srv/rewind' },
];

test.each(CONFIGURATIONS)('%s: another kind of entry under the same id is seen', async (file) => {
  const { config } = await readExample(file);
  const same = { callers: exampleCallers() };
  // A mitigation may name only resources that take it.
  const plain = { ...config, mitigations: [], monitor: { ...config.monitor, mitigation: undefined } };
  const tries: (readonly [string, RewindConfig, Record<string, unknown>])[] = [
    ...config.resources.flatMap((one, at) =>
      entries
        .flatMap(({ resources }) => resources.filter(({ provider }) => provider !== one.provider))
        .map((other) => {
          const resources = plain.resources.map((each, index) => (index === at ? { ...other, id: one.id } : each));
          return [`resources.${one.id} → ${other.provider}`, plain, { ...plain, resources }] as const;
        }),
    ),
    ...(['probes', 'channels'] as const).flatMap((key) =>
      config[key].flatMap((one, at) =>
        entries
          .flatMap((each) => each[key].filter(({ adapter }) => adapter !== one.adapter))
          .map((other) => {
            const list = config[key].map((each, index) => (index === at ? { ...other, id: one.id } : each));
            return [`${key}.${one.id} → ${other.adapter}`, config, { ...config, [key]: list }] as const;
          }),
      ),
    ),
    ...config.mitigations.flatMap((one, at) =>
      MEASURES.filter(({ kind }) => kind !== one.kind).map((other) => {
        const { id, resources, minutes } = one;
        const list = config.mitigations.map((each, index) =>
          index === at ? { ...other, id, resources, minutes } : each,
        );
        return [`mitigations.${id} → ${other.kind}`, config, { ...config, mitigations: list }] as const;
      }),
    ),
    ...STORES.filter(({ kind }) => kind !== config.store.kind).map(
      (store) => [`store → ${store.kind}`, config, { ...config, store }] as const,
    ),
  ];
  const [old, oldPlain] = [config, plain].map((one) => runbookMarkdown(runbookFacts(one, same)));
  const tried = new Map<string, number>();
  const unseen: string[] = [];
  for (const [name, before, changed] of tries) {
    const [entry = ''] = name.split(' → ');
    if ((tried.get(entry) ?? 0) >= 2) continue;
    const parsed = rewindConfig.safeParse(JSON.parse(JSON.stringify(changed)));
    if (!parsed.success) continue;
    tried.set(entry, (tried.get(entry) ?? 0) + 1);
    const now = runbookMarkdown(runbookFacts(parsed.data, same));
    if (isSame((before === config ? old : oldPlain) ?? '', now)) unseen.push(name);
  }
  expect(unseen).toEqual([]);
  expect([...tried.keys()]).toEqual(
    expect.arrayContaining(['store', ...config.resources.map(({ id }) => `resources.${id}`)]),
  );
});

test('whatever changes in a workflow that the runbook shows, it is not current any more', async () => {
  const { config } = await readExample('test/sandbox/demo/rewind.yml');
  const callers = exampleCallers();
  const before = runbookMarkdown(runbookFacts(config, { callers }));
  const unseen: string[] = [];
  for (const [at, caller] of callers.entries()) {
    for (const { path, value } of leavesOf(caller)) {
      const [key] = path;
      // Of the other forms it shows only what a command of it names.
      const whole = ['file', 'name', 'purposes', 'events', 'schedules'].includes(String(key));
      if (!whole && !(key === 'inputs' && caller.file === 'rollback-production.yml')) continue;
      const other = typeof value === 'string' ? `${value}x` : value === null ? [] : value !== true;
      const changed = callers.map((one, index) => (index === at ? (put(one, path, other) as Caller) : one));
      if (!isSame(before, runbookMarkdown(runbookFacts(config, { callers: changed })))) continue;
      unseen.push(`${caller.file}: ${String(key)}`);
    }
  }
  expect([...new Set(unseen)]).toEqual([]);
});
