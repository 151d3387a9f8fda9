import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { marked } from 'marked';
import { codeBlock, details, escapeText, foldedTable } from '../../src/runtime/markdown.js';
import { bytes, cutMarkdown } from '../../src/runtime/markdown-cut.js';
import { cutText } from '../../src/runtime/text.js';

const REST = 'The log holds them.';
const NOTICE =
  /⚠️ The last (\d+|line) of (\d+) (?:is left out: it does|lines are left out: they do) not fit here\. The log holds them\.\n$/;

test('what fits stays as it is', () => {
  expect(cutMarkdown('## Title\n', { most: 9, rest: REST })).toBe('## Title\n');
});

test('a cut closes what is open, says how much is left out, and never exceeds its limit', async () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 200, max: 3000 }), fc.boolean(), async (rows, most, inBytes) => {
      const whole = [
        '## Title',
        foldedTable(
          ['What', 'Then'],
          rows.map((row) => [row, row]),
          5,
        ),
        details('Code', codeBlock('text', rows.join('\n'))),
        details(
          'Nested',
          foldedTable(
            ['What'],
            rows.map((row) => [row]),
            5,
          ),
        ),
        escapeText(rows.join('\n')),
      ].join('\n\n');
      const cut = cutMarkdown(whole, { most, rest: REST, ...(inBytes ? { size: bytes } : {}) });
      expect(inBytes ? bytes(cut) : cut.length).toBeLessThanOrEqual(most);
      if (cut === whole) return;
      const [, shown, all] = NOTICE.exec(cut) ?? [];
      const left = shown === 'line' ? 1 : Number(shown);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThanOrEqual(Number(all));
      const html = await marked.parse(cut, { gfm: true });
      // It stands alone, and nothing is folded around it.
      expect(html).toMatch(/<p>⚠️ The last [^<]*<\/p>\s*$/);
      expect(html.match(/<details>/g)?.length ?? 0).toBe(html.match(/<\/details>/g)?.length ?? 0);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test('one line that is left out is no "lines"', () => {
  const cut = cutMarkdown(`a\n${'b'.repeat(200)}\n`, { most: 120, rest: REST });
  expect(cut).toBe('a\n\n⚠️ The last line of 2 is left out: it does not fit here. The log holds them.\n');
});

test('as much stays as fits', () => {
  const whole = Array.from({ length: 100 }, (_, index) => `- line ${index}`).join('\n');
  const cut = cutMarkdown(whole, { most: 600, rest: REST });
  expect(cut.length).toBeGreaterThan(580);
  expect(cut).toContain('- line 39\n');
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'abcd…'],
  ['ab😀cd', 4, 'ab…'],
  ['ab😀cd', 5, 'ab😀…'],
])('%s in %i characters is %s', (text, most, expected) => {
  expect(cutText(text, most)).toBe(expected);
});
