import { expect, test } from '@jest/globals';
import { namedFlags, type NamedFlags } from '../../src/services/flags/named.js';

const nothing: NamedFlags = { keys: [], none: null, malformed: [] };

test.each<[string, string[], string, Partial<NamedFlags>]>([
  ['no label, no line', ['bug'], 'It is faster.', {}],
  ['a label', ['bug', 'flag:new-checkout'], '', { keys: ['new-checkout'] }],
  ['a label with a space', ['Flag: new-checkout'], '', { keys: ['new-checkout'] }],
  ['a line', [], 'Text\r\nRewind-Flag: new.checkout\r\nMore', { keys: ['new.checkout'] }],
  ['a line in a list, as code', [], '- rewind-flag : `a_b`', { keys: ['a_b'] }],
  ['several keys, one of them twice', ['flag:b'], 'Rewind-Flag: a, b\nRewind-Flag: c', { keys: ['b', 'a', 'c'] }],
  ['an example in a comment', [], '<!--\nRewind-Flag: KEY\n-->\n', {}],
  ['a comment without an end', [], '<!-- \nRewind-Flag: KEY', {}],
  ['an empty line', ['flag:'], 'Rewind-Flag:\n', {}],
  ['the words inside of a sentence', [], 'See the Rewind-Flag: KEY line.', {}],
  ['none with a reason', [], 'Rewind-Flag: none: a library', { none: 'a library' }],
  ['none, otherwise written', [], 'Rewind-Flag: None – a library', { none: 'a library' }],
  ['none without a reason', [], 'Rewind-Flag: none', { malformed: ['none'] }],
  ['a key that begins with none', [], 'Rewind-Flag: none-of-it', { keys: ['none-of-it'] }],
  ['what is no key', ['flag:a b'], 'Rewind-Flag: <b>', { malformed: ['a b', '<b>'] }],
  ['control characters', ['flag:\u001b[2J'], '', { malformed: ['\ufffd[2J'] }],
  ['a long text', ['flag:!' + 'x'.repeat(500)], '', { malformed: [`!${'x'.repeat(199)}…`] }],
])('%s', (_what, labels, description, expected) => {
  expect(namedFlags(labels, description)).toEqual({ ...nothing, ...expected });
});

test('reads at most 20 flags, and a hostile description in a short time', () => {
  const many = Array.from({ length: 100 }, (_, index) => `k${index}`).join(',');
  expect(namedFlags([], `Rewind-Flag: ${many}`).keys).toHaveLength(20);
  const started = process.cpuUsage();
  namedFlags([], `${'<!--'.repeat(15_000)}\n${'> '.repeat(30_000)}${'-'.repeat(30_000)}`);
  expect(process.cpuUsage(started).user).toBeLessThan(500_000);
});
