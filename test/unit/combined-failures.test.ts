import { expect, test } from '@jest/globals';
import { throwCombined } from '../../src/engine/live-plan.js';
import { RewindError } from '../../src/runtime/errors.js';
import { sentences } from '../../src/runtime/text.js';

test('several failures: the answer of a service and the remedy are two sentences', () => {
  const refused = (resource: string): RewindError =>
    new RewindError('api-unauthorized', 'Vercel responded 401 to "read it": not valid', {
      resource,
      remedy: 'Repair it.',
    });
  expect(() => throwCombined([refused('web'), refused('flags')])).toThrow(
    expect.objectContaining({
      problems: [
        'web: Vercel responded 401 to "read it": not valid. Repair it. (api-unauthorized)',
        'flags: Vercel responded 401 to "read it": not valid. Repair it. (api-unauthorized)',
      ],
    }),
  );
});

test('a part that is empty or ends already gets no second full stop', () => {
  expect(sentences('Gone.', '', 'Why?', 'Look')).toBe('Gone. Why? Look');
});
