import { describe, expect, test } from '@jest/globals';
import { adviseDatabases, type Advice } from '../../src/engine/database-advice.js';
import { flagsOn } from '../../src/engine/flags-on.js';
import type { OptionFacts, PreparedMitigation } from '../../src/engine/option.js';
import { optionsFor } from '../../src/engine/options.js';
import type { PlannedChange } from '../../src/engine/plan.js';
import type { SchemaHazard } from '../../src/engine/capabilities.js';
import { chain, type Entry, type Unchained } from '../../src/incident/entry.js';
import { pastRollbacks } from '../../src/incident/past-rollbacks.js';

const change = (over: Partial<PlannedChange>): PlannedChange => ({
  resource: 'web',
  provider: 'p',
  id: 'x',
  stage: 'configuration',
  action: 'update',
  target: 'it',
  before: 'new',
  after: 'old',
  effect: 'live',
  undo: 'set it back',
  warnings: [],
  params: {},
  ...over,
});
const web = change({ stage: 'deployment' });
const flag = change({ resource: 'flags', target: 'Flag "checkout"', before: 'on', after: 'off', origin: 'deploy' });
const migration = change({
  resource: 'schema',
  database: 'down',
  target: 'one migration',
  dataAtRisk: [{ what: 'orders', rows: 3 }],
});
const backup = change({
  resource: 'db',
  database: 'restore',
  target: 'database',
  dataAtRisk: [{ what: 'orders', rows: 40 }],
});
const gone: SchemaHazard = { kind: 'gone', text: 'orders.note is gone' };

const advised = (
  changes: readonly PlannedChange[],
  hazards: readonly SchemaHazard[] | null = [],
  obstacles: { down?: string[]; restore?: string[] } = {},
): Advice =>
  adviseDatabases('none', [
    {
      name: 'shop',
      resources: ['db', 'schema'],
      hazards,
      modes: ['down', 'restore'],
      changes,
      obstacles,
      backupMs: 9_000,
    },
  ]);

const facts = (over: Partial<OptionFacts> = {}): OptionFacts => ({
  level: 'roll-back',
  suspect: 'deploy',
  changes: [web, flag],
  databaseChanges: [],
  later: [],
  flags: new Set(['flags']),
  eased: new Set(),
  named: [],
  advice: adviseDatabases('none', []),
  obstacles: [],
  backupObstacles: [],
  scope: null,
  diff: { commits: 2, files: 3 },
  past: [],
  mitigations: [],
  preferred: null,
  ...over,
});
const both = { databaseChanges: [migration, backup], advice: advised([migration, backup], [gone]) };

describe('which options, in which order', () => {
  test.each<[string, Partial<OptionFacts>, string[]]>([
    ['code and a flag, small', {}, ['flags', 'code', 'fix']],
    ['no flag', { changes: [web] }, ['code', 'fix']],
    ['many commits', { diff: { commits: 6, files: 3 } }, ['flags', 'code']],
    ['many files', { diff: { commits: 1, files: 21 } }, ['flags', 'code']],
    ['unknown commits', { diff: null }, ['flags', 'code']],
    ['the same commit', { diff: { commits: 0, files: 0 } }, ['flags', 'code']],
    ['a migration: no fix forward', both, ['flags', 'code', 'down', 'restore']],
    ['only rows', { databaseChanges: [backup], advice: advised([backup]) }, ['flags', 'code', 'restore', 'fix']],
    ['only a migration', { ...both, changes: [], databaseChanges: [migration] }, ['down']],
    ['no verdict', { suspect: null }, ['flags', 'code', 'fix']],
    ['shared', { ...both, suspect: 'shared' }, ['dependency', 'flags', 'down', 'code', 'restore']],
    ['shared, only code', { suspect: 'shared', changes: [web] }, ['dependency', 'code', 'fix']],
    ['nothing', { changes: [], diff: null }, []],
  ])('%s', (_, over, kinds) => {
    expect(optionsFor(facts(over)).map(({ kind }) => kind)).toEqual(kinds);
  });
});

const eases = (
  id: string,
  kind: PreparedMitigation['kind'],
  over: Partial<PreparedMitigation> = {},
): PreparedMitigation => ({
  ...{ id, kind, minutes: 30, changes: [change({ target: id })], refused: [] },
  ...over,
});
const all = [
  eases('page', 'maintenance', { changes: [], refused: ['There is no page.'] }),
  eases('more', 'scale-up'),
  eases('on-already', 'flags-off', { changes: [] }),
  eases('off', 'flags-off'),
];

describe('mitigations', () => {
  test('those that change something or cannot, before the rollback of code, the least harm to users first', () => {
    const found = optionsFor(facts({ mitigations: all }));
    expect(found.map(({ kind, mitigation }) => mitigation ?? kind)).toEqual([
      'flags',
      'off',
      'more',
      'page',
      'code',
      'fix',
    ]);
    expect(found.filter(({ kind }) => kind === 'mitigate')).toMatchObject([
      {
        title: 'Ease it with flags-off "off", for 30 minutes at most: 1 change: off: new → old',
        refused: [],
        plan: null,
      },
      { title: expect.stringContaining('scale-up "more"') },
      { title: 'Ease it with maintenance "page", for 30 minutes at most', refused: ['There is no page.'] },
    ]);
    const [off, , page] = found.filter(({ kind }) => kind === 'mitigate').map(({ risks }) => risks.join(' '));
    expect(off).toContain('The mitigation ends after 30 minutes if its lift is scheduled');
    expect(page).toContain('Users see the maintenance page');
    const shared = optionsFor(facts({ ...both, suspect: 'shared', mitigations: all })).map(({ kind }) => kind);
    expect(shared.slice(0, 6)).toEqual(['dependency', 'flags', 'mitigate', 'mitigate', 'mitigate', 'down']);
  });

  test.each<[string, Partial<OptionFacts>, string[]]>([
    ['the verdict mitigate', { level: 'mitigate', preferred: 'more' }, ['more']],
    ['one that cannot be planned', { level: 'mitigate', preferred: 'page' }, []],
    ['the verdict roll-back', { level: 'roll-back', preferred: 'more' }, []],
    ['none is named', { level: 'mitigate' }, []],
  ])('recommended: %s', (_, over, ids) => {
    const found = optionsFor(facts({ mitigations: all, ...over }));
    expect(found.flatMap(({ recommended, mitigation }) => (recommended.length > 0 ? mitigation : null) ?? [])).toEqual(
      ids,
    );
  });

  test('no harm, nothing to ease; without a verdict they are shown', () => {
    const kinds = (level: string | null) => optionsFor(facts({ mitigations: all, level })).map(({ kind }) => kind);
    expect([kinds('healthy').includes('mitigate'), kinds(null).includes('mitigate')]).toEqual([false, true]);
  });
});

const of = (kind: string, over: Partial<OptionFacts> = {}) => {
  const found = optionsFor(facts(over)).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no option ${kind}`);
  return found;
};

test('a flag that a mitigation turned off is not offered as a change of the deploy', () => {
  const off = change({ resource: 'flags', id: 'targeting:checkout', target: 'Flag "checkout"' });
  const eased = new Set(['flags/checkout']);
  const kinds = optionsFor(facts({ changes: [web, off], eased })).map(({ kind }) => kind);
  expect(kinds).toEqual(['code', 'fix']);
  const [both] = optionsFor(facts({ changes: [web, flag, off], eased }));
  expect(both).toMatchObject({
    kind: 'flags',
    risks: ['The plan also ends what a mitigation changed: Flag "checkout".'],
  });
});

test('the plan of each option: flags only of their resources, the rest of the whole scope', () => {
  const over = { ...both, scope: ['web', 'flags', 'schema', 'db'] };
  expect(of('flags', over).plan).toEqual({ database: 'none', scope: ['flags'] });
  expect(of('code', over).plan).toEqual({ database: 'none', scope: over.scope });
  expect(of('down', over).plan).toEqual({ database: 'down', scope: over.scope });
  expect(of('restore', over).plan).toEqual({ database: 'restore', scope: over.scope });
});

test('flags are named', () => {
  expect(of('flags').title).toBe('Flags back: 1 change: Flag "checkout": on → off');
  expect(of('flags').risks).toEqual([]);
  const unknown = change({ resource: 'flags' });
  expect(of('flags', { changes: [unknown] }).risks.join()).toContain('It is unknown whether the deploy changed');
  expect(of('flags', { changes: [{ ...flag, origin: 'both' }] }).risks.join()).toContain('the later value is lost');
});

test.each<[string, (boolean | undefined)[], string[]]>([
  ['the deploy turned it on', [false, true, true], ['deploy']],
  ['the deploy made it', [undefined, true, true], ['deploy']],
  ['somebody turned it on later', [false, false, true], ['later']],
  ['somebody made it later', [undefined, undefined, true], ['later']],
  ['it was on before', [true, true, true], ['before']],
  ['it is on again', [true, false, true], ['before']],
  ['it is off', [true, true, false], []],
])('when a flag was turned on: %s', (_, [saved, release, live], since) => {
  const state = (on: boolean | undefined) => ({ flags: new Map(on === undefined ? [] : [['beta', on] as const]) });
  const states = { saved: state(saved), live: state(live) };
  expect(flagsOn('flags', { ...states, release: state(release) }).map((one) => one.since)).toEqual(since);
  const unknown = since.map((one) => (one === 'later' ? 'deploy' : one));
  expect(flagsOn('flags', { ...states, release: null }).map((one) => one.since)).toEqual(unknown);
});

test('a fix is recommended if a flag hides the fault meanwhile, and the deploy is the cause', () => {
  const named = [{ resource: 'flags', key: 'checkout', since: 'deploy' as const, pulls: [7] }];
  expect(of('fix', { named }).recommended).toEqual([expect.stringContaining('turn off checkout first')]);
  expect(of('fix', {}).recommended).toEqual([]);
  expect(of('fix', { named, suspect: 'shared' }).recommended).toEqual([]);
});

test('flags that pull requests name and the plan leaves on: by a plan that undoes later changes, else by hand', () => {
  const named = (since: 'before' | 'deploy' | 'later', key: string) => ({
    resource: 'flags',
    key,
    since,
    pulls: [7, 8],
  });
  const later = [change({ resource: 'flags', target: 'Flag "beta"', before: 'on', after: 'off', origin: 'later' })];
  const kinds = (over: Partial<OptionFacts>) => optionsFor(facts(over)).map(({ kind }) => kind);
  expect(kinds({ named: [named('deploy', 'checkout')] })).toEqual(['flags', 'code', 'fix']);
  expect(kinds({ named: [named('later', 'beta')], suspect: 'shared' }).slice(0, 3)).toEqual([
    'dependency',
    'flags',
    'flags-off',
  ]);
  const off = of('flags-off', { later, named: [named('later', 'beta'), named('before', 'old')] });
  expect(off.title).toBe('Turn off the flags that pull requests of this deploy name: beta (#7, #8), old (#7, #8)');
  expect(off.plan).toEqual({ database: 'none', scope: ['flags'], includeLater: ['flags'] });
  expect(off.risks.join()).toContain('no plan turns them off: old.');
  expect(off.risks.join()).toContain('The plan undoes 2 changes: Flag "checkout": on → off, Flag "beta": on → off.');
  expect(of('flags-off', { named: [named('before', 'old')] }).plan).toBeNull();
});

test('what is lost, and what old code meets', () => {
  expect([of('code', both).rows, of('down', both).rows, of('restore', both).rows]).toEqual([0, 3, 40]);
  expect(of('restore', both).backupMs).toBe(9_000);
  expect(of('code', both).risks).toContain('Old code fails: orders.note is gone.');
  expect(of('code', { advice: advised([backup], null) }).risks.join()).toContain(
    'It is unknown whether old code can run',
  );
  const uncounted = { ...migration, dataAtRisk: [{ what: 'orders', rows: null }] };
  expect(of('down', { databaseChanges: [uncounted], advice: advised([uncounted]) }).rows).toBeNull();
});

test('what the comparison of the schema recommends is marked; never code alone if the previous deployment fails too', () => {
  const marked = (over: Partial<OptionFacts>) =>
    optionsFor(facts(over)).flatMap(({ kind, recommended }) => (recommended.length === 0 ? [] : [kind]));
  expect(marked(both)).toEqual(['down']);
  const harmless = { databaseChanges: [backup], advice: advised([backup]) };
  expect(marked(harmless)).toEqual(['code']);
  expect(marked({ ...harmless, suspect: 'shared' })).toEqual([]);
});

test('what would be refused says why', () => {
  const obstacles = [{ resource: 'web', message: 'the deployment is deleted' }];
  expect(of('code', { obstacles }).refused).toEqual(['web: the deployment is deleted']);
  expect(of('flags', { obstacles }).refused).toEqual([]);
  expect(of('down', { ...both, obstacles }).refused).toEqual(['web: the deployment is deleted']);
  const noScript = { ...both, advice: advised([migration, backup], [gone], { down: ['m has no down.sql'] }) };
  expect(of('down', noScript).refused).toEqual(['m has no down.sql']);
  expect(of('restore', noScript).refused).toEqual([]);
  expect(of('down', { ...both, backupObstacles: ['no backup'] }).refused).toEqual(['no backup']);
});

test('times: the median of earlier rollbacks of the same kind', () => {
  const past = [
    { database: 'none', resources: ['web', 'flags'], ms: 50_000 },
    { database: 'none', resources: ['web'], ms: 10_000 },
    { database: 'none', resources: ['web'], ms: 20_000 },
    { database: 'none', resources: ['flags'], ms: 1_000 },
    { database: 'restore', resources: ['web', 'db'], ms: 900_000 },
  ] as const;
  expect(of('code', { past }).time).toEqual({ ms: 20_000, runs: 3 });
  expect(of('flags', { past }).time).toEqual({ ms: 1_000, runs: 1 });
  expect(of('down', { ...both, past }).time).toBeNull();
  expect(of('restore', { ...both, past }).time).toEqual({ ms: 900_000, runs: 1 });
});

test('a record tells the time of a rollback that succeeded in one run, of no other', () => {
  const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 26) + seconds * 1000).toISOString();
  const record = (runs: readonly { digest: string; ok: boolean; from: number; to: number }[]): Entry[] => {
    const common = { incident: '20261126T000000Z-abcdef', environment: 'production', by: 'a', run: null, key: null };
    const contents = [
      { at: at(0), kind: 'opened', data: { title: 't', severity: null } },
      ...['a', 'b'].map((digest) => ({
        at: at(1),
        kind: 'planned',
        data: {
          digest: digest.repeat(64),
          plan: 'rollback',
          snapshot: 's',
          database: 'down',
          changes: 1,
          plannedAt: at(1),
          command: 'c',
        },
      })),
      ...runs.map(({ digest, ok, from, to }) => ({
        at: at(to),
        kind: 'rolled-back',
        data: {
          digest: digest.repeat(64),
          snapshot: 's',
          ok,
          title: 't',
          done: ['db/a', 'db/b:c', 'web/p'],
          failed: [],
          undoes: null,
          runs: runs.filter((one) => one.digest === digest && one.to <= to).length,
          manual: [],
          startedAt: at(from),
        },
      })),
    ];
    return contents.reduce<Entry[]>((all, one) => [...all, chain({ ...common, ...one } as Unchained, all.at(-1))], []);
  };
  expect(pastRollbacks(record([{ digest: 'a', ok: true, from: 10, to: 52 }]))).toEqual([
    { database: 'down', resources: ['db', 'web'], ms: 42_000 },
  ]);
  expect(pastRollbacks(record([{ digest: 'a', ok: false, from: 10, to: 52 }]))).toEqual([]);
  const again = [
    { digest: 'a', ok: false, from: 10, to: 52 },
    { digest: 'a', ok: true, from: 60, to: 61 },
    { digest: 'b', ok: true, from: 70, to: 75 },
  ];
  expect(pastRollbacks(record(again)).map(({ ms }) => ms)).toEqual([5_000]);
});
