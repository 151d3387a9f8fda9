import { describe, expect, test } from '@jest/globals';
import { parseWords } from '../../src/cli/parse.js';
import rollback from '../../src/commands/rollback/index.js';
import { assertNothingInTheWay } from '../../src/commands/rollback/obstacles.js';
import { assertConfirmed, confirmFlag, confirmWords } from '../../src/engine/confirmation.js';
import type { PlannedChange } from '../../src/engine/plan.js';

const change = (resource: string, confirm?: string): PlannedChange => ({
  resource,
  provider: 'postgres',
  id: 'restore',
  stage: 'database',
  action: 'run',
  target: `database "${resource}"`,
  before: 'a',
  after: 'b',
  effect: 'live',
  undo: null,
  warnings: [],
  params: {},
  ...(confirm === undefined ? {} : { confirm }),
});

const two = { changes: [change('one', 'shop'), change('two', 'crm'), change('three')] };
const refusal = (given: readonly string[] | null): string => {
  try {
    assertConfirmed(two, given);
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('the names that the operator typed', () => {
  test('two databases, in any order', () => {
    expect([refusal(['shop', 'crm']), refusal(['crm', 'shop'])]).toEqual(['accepted', 'accepted']);
  });

  test.each<[readonly string[] | null, string]>([
    [null, 'in "shop", "crm"; confirmed: none.'],
    [['shop'], 'in "shop", "crm"; confirmed: "shop".'],
    [['shop', 'cmr'], 'in "shop", "crm"; confirmed: "shop", "cmr".'],
    [['shop', 'crm', 'hr'], 'in "shop", "crm"; confirmed: "shop", "crm", "hr".'],
  ])('%j is refused, with both lists', (given, says) => expect(refusal(given)).toContain(says));

  test('nothing to confirm: any name is accepted, as when the same command finishes an interrupted run', () => {
    expect(() => assertConfirmed({ changes: [change('three')] }, ['shop'])).not.toThrow();
  });

  test('a name with a comma', () => {
    expect(() => assertConfirmed({ changes: [change('x', 'a,b')] }, ['a', 'b'])).not.toThrow();
  });

  test('a name with a space at an end: the flag trims what is typed', () => {
    expect(() => assertConfirmed({ changes: [change('x', ' lead')] }, ['lead'])).not.toThrow();
  });

  test('a name that begins like a flag stands behind an equals sign', () => {
    expect(confirmFlag(['--json'])).toBe('--confirm-data-loss=--json');
    expect(parseWords(rollback, confirmWords(['--json'])).confirmDataLoss).toEqual(['--json']);
  });

  test('the flag is quoted for a shell', () => {
    expect(confirmFlag(['shop', 'crm'])).toBe('--confirm-data-loss shop,crm');
    expect(confirmFlag(["My 'shop'", 'crm'])).toBe(`--confirm-data-loss 'My '\\''shop'\\'',crm'`);
  });
});

test('a problem and its remedy are two sentences, also where the server wrote no full stop', () => {
  const problem = { resource: 'db', level: 'error', message: 'too many connections', remedy: 'Wait.' } as const;
  const refused = (): void => assertNothingInTheWay([{ ...problem, code: 'database-connections' }]);
  expect(refused).toThrow(expect.objectContaining({ problems: ['db: too many connections. Wait.'] }));
});
