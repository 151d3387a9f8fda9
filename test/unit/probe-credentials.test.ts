import { expect, test } from '@jest/globals';
import { missingCredentials } from '../../src/probes/inspect.js';
import { testContext } from '../support/context.js';

test('check names each credential of a probe that is not set, unless it asks the service itself', async () => {
  const entries = [
    { id: 'home', adapter: 'http', critical: true, headers: { authorization: 'Bearer ${HOME_TOKEN}' } },
    { id: 'rows', adapter: 'sql', critical: true, url: '${PROBE_URL}' },
    { id: 'alerts', adapter: 'github-security', critical: false, token: '${ALERTS_TOKEN}' },
  ];
  const found = await missingCredentials(entries, testContext({ env: { PROBE_URL: 'postgresql://reader@db/shop' } }));
  expect(found).toEqual([expect.objectContaining({ resource: 'home', level: 'warning', code: 'credential-missing' })]);
  expect(found[0]?.message).toContain('HOME_TOKEN is not set');
});
