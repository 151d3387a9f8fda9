import { expect, test } from '@jest/globals';
import { mitigationsText } from '../../src/report/mitigations.js';

test('the list of mitigations: no line without content, one minute in the singular', () => {
  const one = {
    id: 'sorry',
    kind: 'maintenance',
    resources: ['web'],
    minutes: 1,
    command: 'rewind mitigate sorry',
  } as const;
  const more = { ...one, id: 'busy', kind: 'scale-up', min: 3, minutes: 20, command: 'rewind mitigate busy' } as const;
  expect(mitigationsText([one, more].map((each) => ({ ...each, resources: ['web'] })))).toBe(
    `maintenance "sorry" in web, for 1 minute at most
  rewind mitigate sorry
scale-up "busy" in web, for 20 minutes at most
  min 3
  rewind mitigate busy`,
  );
});
