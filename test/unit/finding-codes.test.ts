import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { ProviderFacts } from '../../src/engine/provider-facts.js';
import { PROVIDER_FACTS } from '../../src/providers/facts.js';
import { ERROR_CODES } from '../../src/runtime/error-codes.js';
import { FINDING_CODES } from '../../src/runtime/finding-codes.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const CATALOGUES = /(^|\/)(facts|finding-codes|provider-finding-codes)\.ts$|(^|\/)error-codes(\.ts$|\/)/;

const facts: Readonly<Record<string, ProviderFacts>> = PROVIDER_FACTS;
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !CATALOGUES.test(file))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), 'utf8') }));
const core = Object.keys(FINDING_CODES);
const ofProviders = Object.entries(facts).flatMap(([id, { findings }]) =>
  Object.keys(findings).map((code) => [id, code] as const),
);
const documented = [...core, ...ofProviders.map(([, code]) => code), ...Object.keys(ERROR_CODES)];

/** Codes that a text gives a finding or an error. A code has a hyphen; zod's "custom" has none. */
const codesIn = (text: string): string[] =>
  [...text.matchAll(/\bcode: '([a-z0-9]+(?:-[a-z0-9]+)+)'/g)].map(([, code]) => code ?? '');

describe('finding codes', () => {
  test('every code of the sources is documented', () => {
    const used = sources.flatMap(({ text }) => codesIn(text));
    expect(new Set(used).size).toBeGreaterThan(80);
    expect(used.filter((code) => !documented.includes(code))).toEqual([]);
    expect(codesIn("{ level: 'info', code: 'not-documented' }")).toEqual(['not-documented']);
  });

  test('every documented code occurs in the sources', () => {
    const unused = core.filter((code) => !sources.some(({ text }) => text.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });

  test('a code of a provider occurs in its folder, and in no other', () => {
    const folders = ofProviders.map(([id, code]) => [
      code,
      [...new Set(sources.filter(({ text }) => text.includes(`'${code}'`)).map(({ file }) => file.split('/')[1]))],
      id,
    ]);
    expect(folders.filter(([, found, id]) => JSON.stringify(found) !== JSON.stringify([id]))).toEqual([]);
  });

  test('the decision tree names only codes that exist', () => {
    const page = readFileSync(join(SRC, '../docs/decision-tree.md'), 'utf8');
    const named = [...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code ?? '');
    const others = ['confirm-data-loss', 'not-recovered', 'plan-hours'];
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((code) => !documented.includes(code) && !others.includes(code))).toEqual([]);
  });

  test('every code is documented once', () => {
    expect(documented.filter((code, index) => documented.indexOf(code) !== index)).toEqual([]);
  });
});
