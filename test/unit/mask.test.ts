import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html } from '../../src/report/html/markup.js';
import { codeSpan, escapeHtml, escapeText, table, tableOfMarkup } from '../../src/runtime/markdown.js';
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

  test('finds a secret in what a report made of it: escaped for HTML and Markdown', () => {
    const near = fc.constantFrom('', ' ', 'x', '"', '(', '_', '.', '\n');
    const secrets = fc.string({
      minLength: 8,
      maxLength: 24,
      unit: fc.constantFrom(...'ab1&<>"\'_*$~[]!#@|`\\-+=. '.split('')),
    });
    fc.assert(
      fc.property(secrets, near, near, (raw, before, after) => {
        const secret = `${raw.trim()}Zq`;
        const other = `Zq${raw.trim()}`;
        const masker = createMasker();
        masker.add(secret);
        masker.add(other);
        for (const one of [secret, other]) {
          const text = `${before}${one}${after}`;
          const shown = [html`<p title="${text}">${text}</p>`.toString(), escapeHtml(text), escapeText(text)];
          for (const document of [...shown, table(['What'], [[text]]), tableOfMarkup(['What'], [[codeSpan(text)]])]) {
            expect(masker.redact(document)).toContain('***');
          }
        }
      }),
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
    masker.add('b01');
    expect(masker.redact('a banana b01')).toBe('a banana b01');
  });

  const masking = (...secrets: string[]) => {
    const announced: string[] = [];
    const masker = createMasker((form) => announced.push(form));
    for (const secret of secrets) masker.add(secret);
    return { masker, announced };
  };

  test.each([
    ['hunter2', 'invalid value "hunter2" of API_KEY'],
    ['correct-horse-battery-staple', 'got correct-horse-battery-staple.'],
    ['swordfish', 'swordfish'],
    ['4711', 'the PIN 4711 is wrong'],
    ['/k90', '400 for https://api.example/k90'],
    ['a$b.c', 'it was: a$b.c'],
  ])('a secret that looks like a word is masked from 4 characters on: %s', (secret, text) => {
    const { masker } = masking(secret);
    expect(masker.redact(text)).toBe(text.replace(secret, '***'));
    expect(masker.redact(JSON.stringify(`\n${secret}\n`))).toBe(String.raw`"\n***\n"`);
    expect(masker.redact(encodeURIComponent(`\n${secret}&`))).toBe('%0A***%26');
  });

  test('a word or a number is masked as a whole word, and not inside of our own words, ids and digests', () => {
    const { masker, announced } = masking('plan', '2026', 'ab12');
    const text = 'explanation of snapshot 20261126T101112Z-1ab12c, planned';
    expect(masker.redact(text)).toBe(text);
    expect(masker.redact('plan, 2026: ab12')).toBe('***, ***: ***');
    // The runner would mask it inside of words, and drop the outputs that hold it.
    expect(announced).toEqual([]);
    expect(masker.spoils('the plan of 2026')).toBe(false);
  });

  test('what the runner masks would spoil an output', () => {
    const { masker, announced } = masking('sk_live_0123456789');
    expect(announced).toContain('sk_live_0123456789');
    expect(masker.spoils('x sk_live_0123456789 y')).toBe(true);
    expect(masker.spoils('x')).toBe(false);
  });

  test.each(['true', 'TRUE', 'production', 'none', 'main'])('a setting is no secret: %s', (word) => {
    const { masker } = masking(word);
    expect(masker.redact(`${word} and ${Buffer.from(word).toString('base64')}`)).not.toContain('***');
  });

  test('names of resources stay readable, also when a secret is the same word', () => {
    const { masker } = masking('postgres', 'shop');
    masker.allow(['postgres', 'shop-db']);
    masker.add('Postgres');
    expect(masker.redact('[postgres] of shop')).toBe('[postgres] of ***');
  });

  test('lines of a key file, also with carriage returns and inside of a JSON document', () => {
    const key = '-----BEGIN PRIVATE KEY-----\r\nMIIEvQIBADANBgkq\r\nhkiG9w0BAQEFAASC\r\n-----END PRIVATE KEY-----\r\n';
    const { masker } = masking(JSON.stringify({ type: 'sa', private_key: key }));
    for (const line of ['MIIEvQIBADANBgkq', 'hkiG9w0BAQEFAASC']) expect(masker.redact(`> ${line}`)).toBe('> ***');
    expect(masker.redact(key)).not.toContain('hkiG');
    expect(masking(key).masker.redact('x hkiG9w0BAQEFAASC y')).toBe('x *** y');
  });

  test('the token inside an address is a secret of its own', () => {
    const { masker } = masking('https://edge-config.vercel.com/ecfg_1?token=7c2d-0f11-aa');
    expect(masker.redact('token 7c2d-0f11-aa is unknown')).toBe('token *** is unknown');
  });

  test('half of a surrogate pair, and a broken escape in a password, are no reason to stop', () => {
    const { masker } = masking('half \ud800 of a pair', 'postgres://u:100%zz-sure@h/db');
    expect(masker.redact('100%zz-sure')).toBe('***');
  });
});
