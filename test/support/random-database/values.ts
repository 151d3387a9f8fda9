import { chance } from '../corrupt.js';

/** Random choices that depend on a seed only. */
export class Dice {
  private readonly below: (below: number) => number;
  private names = 0;

  constructor(seed: string) {
    this.below = chance(seed);
  }

  /** From `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.below(from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** `most` different elements, or all of them. */
  some<T>(from: readonly T[], most: number): T[] {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < most && left.length > 0) taken.push(...left.splice(this.below(left.length), 1));
    return taken;
  }

  /** A new name, often an odd one. The server cuts names at 63 bytes, so the number comes first. */
  name(kind: string): string {
    this.names += 1;
    const plain = `${kind}${this.names}`;
    return this.chance(60) ? plain : cut(`${this.chance(50) ? plain : ''}${this.pick(ODD)}${this.names}`);
  }
}

const ODD = [
  'Mixed Case ',
  'quo"te""s',
  "it's",
  'per%cent %s %I ',
  'new\nline ',
  'dot.ted.',
  'ünïcode_表_',
  'long'.repeat(15),
  'back\\slash ',
  '$$dollar$1',
  '; DROP TABLE x; --',
  'select ',
  ' leading',
  '-- Name: x; Type: TABLE; Schema: public; Owner: ',
  '/* c */ ',
  'tab\t',
  'é ',
  '[rewind: x] ',
  '\\connect ',
  'pg dump ',
];

function cut(name: string): string {
  let short = name;
  // The number at the end keeps it unique.
  const end = /\d+$/.exec(name)?.[0] ?? '';
  while (Buffer.byteLength(short) > 63)
    short = `${Array.from(short.slice(0, -end.length)).slice(0, -1).join('')}${end}`;
  return short;
}

export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const text = (value: string): string => ` E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const TEXTS = [
  '',
  'a',
  'b',
  '\\N',
  '\\.',
  'tab\there',
  'line\nbreak',
  "quo'te",
  '"double"',
  'ünï',
  '表🌙',
  ' pad ',
  '{}',
  '%s',
  '\r',
  'NULL',
  '\\x41',
  '--',
];
const words = (dice: Dice): string => dice.pick(TEXTS);
const date = (dice: Dice): string =>
  `${dice.int(1, 9999).toString().padStart(4, '0')}-${dice.int(1, 12)}-${dice.int(1, 28)}`;
const float = (dice: Dice): string =>
  dice.pick([
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '0.1',
    '1e-30',
    '3.4028235e37',
    '123456.789',
    `${dice.int(-999, 999)}.7`,
  ]);

/** Types with values, as literals that are cast. */
export const TYPES: Readonly<Record<string, (dice: Dice) => string>> = {
  int2: (d) => String(d.int(-32768, 32767)),
  int4: (d) => d.pick([String(d.int(-50, 50)), '2147483647', '-2147483648']),
  int8: (d) => d.pick([String(d.int(0, 9)), '9223372036854775807', '-9223372036854775808']),
  numeric: (d) => d.pick(['NaN', '0.000000000000000000000000001', '-12345678901234567890.5', '1.10', '1.1']),
  'numeric(9,3)': (d) => `${d.int(-9999, 9999)}.${d.int(0, 999)}`,
  float4: float,
  float8: float,
  text: words,
  'varchar(20)': words,
  'char(9)': words,
  name: words,
  '"char"': (d) => d.pick(['a', '', '\\']),
  bytea: (d) => d.pick(['\\x', '\\x00', '\\xdeadbeef', '\\x5c2e0a']),
  bool: (d) => d.pick(['t', 'f']),
  date: (d) => d.pick([date(d), 'infinity', '-infinity', '4713-01-01 BC']),
  time: (d) => d.pick(['00:00', '24:00', '12:34:56.789012']),
  timetz: (d) => d.pick(['00:00+14', '23:59:59.999999-03:30']),
  timestamp: (d) => d.pick([`${date(d)} 12:00:01.5`, 'infinity', '0044-03-15 BC']),
  'timestamptz(3)': (d) => d.pick([`${date(d)} 00:00:00.123+05:45`, '-infinity']),
  interval: (d) => d.pick(['1 mon -1 day 00:00:01.5', '-178000000 years', '00:00', `${d.int(-99, 99)} days`]),
  uuid: (d) => `${String(d.int(10_000_000, 99_999_999))}-0000-4000-8000-00000000000${d.int(0, 9)}`,
  json: (d) => d.pick(['{"a":  1, "a": 2}', 'null', '"\\u00e9 \\n"', '[1e400]']),
  jsonb: (d) => d.pick(['{"b": 1, "a": [true, null]}', '"\\\\"', '1.10', '{}']),
  inet: (d) => d.pick(['10.0.0.1/8', '::1', 'fe80::1/64']),
  cidr: (d) => d.pick(['10.0.0.0/8', '2001:db8::/32']),
  macaddr: () => '08:00:2b:01:02:03',
  'bit(5)': (d) => d.pick(['00000', '10101']),
  varbit: (d) => d.pick(['', '1', '0110']),
  point: (d) => `(${d.int(-9, 9)},0.1)`,
  box: () => '(2,2),(0,0)',
  polygon: () => '((0,0),(1,1),(2,0.3))',
  circle: () => '<(0,0),1.5>',
  tsvector: (d) => d.pick(["a:1A 'b c':2,3", '']),
  tsquery: (d) => d.pick(["a & !'b c'", 'x <-> y']),
  int4range: (d) => d.pick(['empty', '[1,5)', '(,)', `[${d.int(0, 9)},)`]),
  tstzrange: (d) => d.pick(['["2020-01-01 00:00+00","2021-01-01 00:00+00")', 'empty']),
  int4multirange: (d) => d.pick(['{}', '{[1,3),[5,7)}']),
  money: (d) => `${d.int(-99, 99)}.50`,
  'text[]': (d) => d.pick(['{}', '{NULL,"NULL","a,b","\\"",""}', '[0:1]={x,y}']),
  'int4[]': (d) => d.pick(['{}', '{{1,2},{3,NULL}}', '[-1:0]={5,6}']),
  'jsonb[]': (d) => d.pick(['{}', '{"{\\"a\\": 1}",NULL}']),
  pg_lsn: () => '16/B374D848',
  oid: (d) => String(d.int(0, 9)),
  xml: (d) => d.pick(['<a>é</a>', '<?xml version="1.0"?><b/>', 'text']),
};

/** A literal of the type; sometimes NULL. */
export function value(dice: Dice, type: string, of = TYPES[type]): string {
  if (of === undefined || dice.chance(12)) return 'NULL';
  return `${text(of(dice))}::${type}`;
}
