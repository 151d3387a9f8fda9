import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drillOutcome, type DrillCheck } from '../../src/engine/drill.js';
import { catalogChecks } from '../../src/providers/postgres/drill/catalog-checks.js';
import type { Catalog } from '../../src/providers/postgres/catalog.js';
import {
  CHECKS,
  complete,
  failure,
  gap,
  judged,
  known,
  tried,
  type CheckId,
} from '../../src/providers/postgres/drill/check.js';
import { rolesOf } from '../../src/providers/postgres/drill/roles.js';
import type { State } from '../../src/providers/postgres/state.js';
import type { TocEntry } from '../../src/providers/postgres/toc.js';

const ids = Object.keys(CHECKS) as CheckId[];
const outcome = fc.constantFrom<DrillCheck['outcome']>('passed', 'failed', 'unverified', 'not-configured');
const check = fc.record({
  // Ids of others too, also those of properties that every object has.
  id: fc.constantFrom(...ids, 'smoke', 'toString', '__proto__'),
  title: fc.string(),
  outcome,
  findings: fc.constant([]),
});
const finding = fc.constantFrom(failure('drill-canary', 'x', 'y'), gap('x'), known('drill-index-invalid', 'x', 'y'));

describe('a drill passes only what it proved', () => {
  test('one check that failed, was not carried out or is absent keeps a drill from passing', () => {
    fc.assert(
      fc.property(fc.array(check), (checks) => {
        const all = complete(checks, 'not reached');
        for (const id of ids) expect(all.some((one) => one.id === id)).toBe(true);
        for (const one of checks) expect(all).toContain(one);
        const result = drillOutcome(all);
        if (checks.some((one) => one.outcome === 'failed')) expect(result).toBe('failed');
        const absent = ids.some((id) => !checks.some((one) => one.id === id));
        if (absent || checks.some((one) => one.outcome === 'unverified')) expect(result).not.toBe('passed');
        if (result === 'passed') expect(all.some((one) => one.outcome === 'passed')).toBe(true);
      }),
    );
  });

  test('the title of the check for rows holds for a snapshot without rows, too', () => {
    expect(CHECKS['empty-restore']).toBe('The restored database has rows, if the snapshot has some');
  });

  test('no check, and checks that nobody configured, prove nothing', () => {
    expect(drillOutcome([])).toBe('unverified');
    expect(drillOutcome([{ outcome: 'not-configured' }])).toBe('unverified');
    expect(drillOutcome([{ outcome: 'not-configured' }, { outcome: 'passed' }])).toBe('passed');
  });

  test('an error fails a check, and what was not compared leaves it unverified', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        const levels = findings.map(({ level }) => level);
        const expected = levels.includes('error') ? 'failed' : levels.includes('warning') ? 'unverified' : 'passed';
        expect(judged('schema', findings).outcome).toBe(expected);
      }),
    );
  });

  test('a check that fails by itself is unverified; the end of the run is no answer', async () => {
    const ending = new AbortController();
    const broken = (): Promise<DrillCheck> => Promise.reject(new Error('no\nanswer'));
    expect(await tried('roles', ending.signal, broken)).toMatchObject({
      outcome: 'unverified',
      findings: [{ code: 'drill-not-compared', message: 'It could not be carried out: no ⏎ answer' }],
    });
    ending.abort();
    await expect(tried('roles', ending.signal, broken)).rejects.toThrow('no\nanswer');
  });
});

const NOTHING: Catalog = {
  extensions: {},
  collations: {},
  invalidIndexes: [],
  notValid: [],
  triggers: {},
  unpopulated: [],
  roles: {},
  readers: {},
  migrations: {},
};
/** The parts of a state that the checks of the catalogues read. */
const stateOf = (catalog: Catalog | undefined): State =>
  ({ schema: {}, tables: [], ...(catalog === undefined ? {} : { catalog }) }) as unknown as State;

describe('what production has too is said and does not fail', () => {
  const broken: Catalog = {
    ...NOTHING,
    invalidIndexes: ['public.i'],
    notValid: ['public.t c'],
    triggers: { 'public.t x': 'disabled' },
    unpopulated: ['public.v'],
  };
  const failed = (saved: Catalog | undefined, copy: Catalog): string[] =>
    catalogChecks(stateOf(saved), copy, new Set()).flatMap(({ id, outcome: is }) => (is === 'failed' ? [id] : []));

  test('equal catalogues', () => {
    expect(failed(broken, broken)).toEqual([]);
    expect(failed(NOTHING, broken)).toEqual(['indexes', 'constraints', 'triggers']);
    // A trigger that production had disabled fires in the copy.
    expect(failed(broken, NOTHING)).toEqual(['triggers']);
  });

  test('a snapshot that does not say how production was proves nothing of it', () => {
    const checks = catalogChecks(stateOf(undefined), broken, new Set());
    const open = checks.filter(({ outcome: is }) => is === 'unverified').map(({ id }) => id);
    expect(open).toEqual(['collations', 'indexes', 'constraints', 'triggers']);
  });
});

test('roles are read from owners, privileges, policies and user mappings', () => {
  const entry = (desc: string, definition: string, owner = ''): TocEntry => ({
    id: 1,
    section: 'pre-data',
    desc,
    namespace: 'public',
    tag: 't',
    definition,
    owner,
    tablespace: '',
    accessMethod: '',
    needs: [],
  });
  const roles = rolesOf(
    [
      entry('TABLE', "CREATE TABLE t (note text DEFAULT 'GRANT x TO nobody;');", 'owner'),
      entry(
        'ACL',
        'REVOKE ALL ON TABLE t FROM owner;\nGRANT SELECT ON TABLE t TO reader;\nGRANT ALL ON TABLE t TO "odd ""one""" WITH GRANT OPTION;\nGRANT SELECT ON TABLE t TO PUBLIC;\n',
      ),
      entry(
        'DEFAULT ACL',
        'ALTER DEFAULT PRIVILEGES FOR ROLE giver IN SCHEMA public GRANT SELECT ON TABLES  TO taker;\n',
      ),
      entry('POLICY', 'CREATE POLICY p ON t TO one, "two 2" USING ((a = 1));\n'),
      entry('USER MAPPING', 'CREATE USER MAPPING FOR mapped SERVER s;\n'),
    ],
    { ...NOTHING, roles: { listed: [] } },
  );
  expect(roles).toEqual(['giver', 'listed', 'mapped', 'odd "one"', 'one', 'owner', 'reader', 'taker', 'two 2']);
});
