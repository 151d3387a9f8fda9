import { expect, test } from '@jest/globals';
import { closing } from '../sandbox/demo/closing.js';
import type { Facts } from '../sandbox/demo/world.js';

const before: Facts = {
  rows: { fans: 20_000 },
  loyaltyPoints: 'ded4ba5a',
  deployment: 'dpl_1',
  domains: { 'shop.example.com': 'dpl_1' },
  flags: { checkout: false },
  services: { media: 'closed' },
};
const sold: Facts = { ...before, rows: { fans: 20_001 }, loyaltyPoints: '185f3069' };

test.each([
  ['restore', before, true, /^Everything that was measured is as it was/, 0],
  ['restore', sold, false, /^Something is not as it was/, 2],
  ['down', sold, true, /^All but the database .* differs by choice \(--database down\)$/, 2],
  ['down', { ...sold, loyaltyPoints: null }, false, /^Something is not as it was/, 3],
  ['none', { ...sold, loyaltyPoints: null }, true, /^All but the database .* \(--database none\)$/, 2],
  ['none', { ...before, services: { media: 'open' } }, false, /^Something is not as it was/, 1],
] as const)('--database %s: the last line is true (%#)', (mode, after, ok, title, count) => {
  const said = closing(mode, before, after);
  expect(said).toMatchObject({ ok, title: expect.stringMatching(title) });
  expect(said.lines).toHaveLength(count);
});
