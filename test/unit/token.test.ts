import { describe, expect, test } from '@jest/globals';
import { createEnv } from '../../src/runtime/env.js';
import { createMasker } from '../../src/runtime/mask.js';
import { vercelApi } from '../../src/services/vercel/client.js';
import { testContext } from '../support/context.js';

describe('a token for an HTTP header', () => {
  test.each([
    ['a line break', 'vcp_first\nvcp_second'],
    ['a control character', 'vcp_first\u0007second'],
    ['a character outside Latin-1', 'vcp_first\u2026'],
    ['only white space', ' \n'],
  ])('with %s is refused at once, by the name of its variable', (_name, value) => {
    const connect = () => vercelApi(testContext({ env: { VERCEL_TOKEN: value } }), null);
    expect(connect).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: expect.stringMatching(/^VERCEL_TOKEN holds/) }),
    );
    expect(connect).not.toThrow('vcp_first');
  });

  test('loses the line break at its end, and stays masked without it', () => {
    const masker = createMasker();
    const token = createEnv({ VERCEL_TOKEN: 'vcp_0123456789\n' }, masker).token('VERCEL_TOKEN');
    expect(token).toBe('vcp_0123456789');
    expect(masker.redact(`Bearer ${token}.`)).not.toContain(token);
  });

  test('a credential that is no token may have several lines', () => {
    const key = '-----BEGIN KEY-----\nabc\n-----END KEY-----\n';
    expect(createEnv({ KEY: key }, createMasker()).require('KEY')).toBe(key);
  });
});
