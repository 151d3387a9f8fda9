import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker } from '../../src/runtime/mask.js';

describe('createMasker', () => {
  test('finds a secret in every form in which it leaks', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' }),
        fc.string({ maxLength: 7 }),
        (raw, around) => {
          const secret = `s3/${raw.trim()}?x=`;
          const masker = createMasker();
          masker.add(secret);
          const forms = [
            secret,
            encodeURIComponent(secret),
            JSON.stringify({ secret }),
            Buffer.from(secret).toString('base64'),
            Buffer.from(`${around}${secret}${around}`).toString('base64'),
            Buffer.from(secret).toString('base64url'),
          ];
          for (const form of forms) {
            const redacted = masker.redact(`before ${form} after`);
            expect(redacted).not.toContain(secret);
            expect(redacted).toContain('***');
          }
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  test('the password of a URL is a secret of its own', () => {
    const masker = createMasker();
    masker.add('postgresql://app:p%40ss-w0rd@db.example:5432/app');
    expect(masker.redact('FATAL: password "p@ss-w0rd" of app')).toBe('FATAL: password "***" of app');
  });

  test('a multi-line secret is masked line by line, and each form is announced', () => {
    const announced: string[] = [];
    const masker = createMasker((form) => announced.push(form));
    masker.add('first-line-of-key\nsecond-line-of-key');
    expect(masker.redact('x second-line-of-key y')).toBe('x *** y');
    expect(announced).toContain('first-line-of-key');
  });

  test('a secret that contains another one goes as a whole', () => {
    const masker = createMasker();
    masker.add('abcdef');
    masker.add('abcdef-and-more');
    expect(masker.redact('abcdef-and-more')).toBe('***');
  });

  test('very short values would mask everything and are left', () => {
    const masker = createMasker();
    masker.add('a');
    expect(masker.redact('a banana')).toBe('a banana');
  });
});
