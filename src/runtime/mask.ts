import type { Masker } from './context.js';
import { escapeHtml, escapeText } from './markdown.js';
import { uriDecoded } from './text.js';

const MIN_LENGTH = 4;
/** Strings inside a JSON secret from this length on are secrets of their own, e.g. the key in a service account. */
const MIN_JSON_LEAF = 16;

/** Settings, not secrets, and words of our own output: a plan without "production" and "true" cannot be read. */
const PLAIN_WORDS = [
  ...['true', 'false', 'null', 'none', 'undefined', 'enabled', 'disabled'],
  ...['production', 'preview', 'development', 'staging', 'test', 'local', 'localhost', 'main', 'master'],
  ...['debug', 'info', 'warn', 'warning', 'error'],
];

/**
 * Redacts every registered secret in each form in which it may leak: unchanged, line by line, URL-encoded, as a JSON
 * string, escaped for HTML and Markdown, and base64 at each of the three alignments, so that a longer encoded text does not
 * hide it.
 *
 * A short secret or a single word may also be a part of our own words, numbers and digests. It is redacted as a whole word
 * only, and not announced: the runner would mask it inside of every other word, and drop outputs. See
 * docs/adr/0026-what-is-masked.md.
 *
 * @param announce called with each other form, e.g. `core.setSecret`, so that the runner masks the output of other programs
 */
export function createMasker(announce: (secret: string) => void = () => undefined): Masker {
  const plain = new Set(PLAIN_WORDS);
  const anywhere = new Set<string>();
  const words = new Set<string>();
  // A token is added again before each request. Its forms are made once.
  const added = new Set<string>();
  let longestFirst: string[] = [];
  let wholeWords: RegExp | undefined;

  const isMasked = (form: string): boolean => form.length >= MIN_LENGTH && !plain.has(form.toLowerCase());
  const update = (): void => {
    // A secret that contains another must be replaced completely.
    longestFirst = byLength(anywhere);
    wholeWords = words.size === 0 ? undefined : wordsPattern(byLength(words));
  };
  return {
    add(secret) {
      if (!isMasked(secret) || added.has(secret)) return;
      added.add(secret);
      const before = anywhere.size + words.size;
      for (const form of [secret, ...credentialsIn(secret)].flatMap(base64Forms)) anywhere.add(form);
      for (const form of clearForms(secret).filter(isMasked)) (isWord(form) ? words : anywhere).add(form);
      if (anywhere.size + words.size === before) return;
      for (const form of [...anywhere].slice(longestFirst.length)) announce(form);
      update();
    },
    allow(names) {
      for (const name of names) {
        plain.add(name.toLowerCase());
        for (const form of words) if (form.toLowerCase() === name.toLowerCase()) words.delete(form);
      }
      update();
    },
    redact(text) {
      const rest = longestFirst.reduce((result, form) => result.replaceAll(form, '***'), text);
      return wholeWords === undefined ? rest : rest.replace(wholeWords, '***');
    },
    spoils: (text) => longestFirst.some((form) => text.includes(form)),
  };
}

const byLength = (forms: Iterable<string>): string[] => [...forms].sort((a, b) => b.length - a.length);

/** It may stand in our own output by chance, or inside of a longer word, number or digest. */
const isWord = (form: string): boolean => form.length < 8 || (form.length < 16 && /^(\p{L}+|\d+)$/u.test(form));

/** What begins after an escape of JSON or of a URL is the beginning of a word, too. */
const WORD_BEGINS = String.raw`(?<=^|[^\p{L}\p{N}]|\\[bfnrt]|%[\dA-Fa-f]{2})`;

function wordsPattern(forms: readonly string[]): RegExp {
  const whole = forms.map((form) => {
    const begin = /^[\p{L}\p{N}]/u.test(form) ? WORD_BEGINS : '';
    const end = /[\p{L}\p{N}]$/u.test(form) ? String.raw`(?![\p{L}\p{N}])` : '';
    return begin + form.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`) + end;
  });
  return new RegExp(whole.join('|'), 'gu');
}

function clearForms(secret: string): string[] {
  // Logs print a multi-line secret (a key file) line by line.
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const whole = [secret, ...lines, ...jsonLeaves(secret), ...credentialsIn(secret)];
  return whole.flatMap((form) => [form, urlEncoded(form), JSON.stringify(form).slice(1, -1), ...inDocuments(form)]);
}

/** In the HTML report, and in Markdown, where an escape also depends on the neighbours. A table cell escapes its pipes. */
function inDocuments(form: string): string[] {
  const markup = escapeHtml(form);
  const attribute = markup.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
  const text = [
    escapeText(form),
    escapeText(`x${form}x`).slice(1, -1),
    escapeText(`x${form}`).slice(1),
    escapeText(`${form}x`).slice(0, -1),
  ];
  return [attribute, ...[form, markup, ...text].flatMap((one) => [one, one.replaceAll('|', '\\|')])];
}

/** encodeURIComponent throws on half of a surrogate pair, which a JSON document can hold. */
const urlEncoded = (form: string): string => encodeURIComponent(Buffer.from(form).toString());

function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // Characters that also depend on the neighbours are cut off at both ends.
    const start = [0, 2, 3][offset] ?? 0;
    const whole = offset === 0 && (bytes.length * 8) % 6 === 0;
    const core = encoded.slice(start, whole || (offset + bytes.length) % 3 === 0 ? undefined : -1);
    return core.length >= 8 ? [core, core.replaceAll('+', '-').replaceAll('/', '_')] : [];
  });
}

/** The credentials inside a URL: they leak without the rest of it. */
function credentialsIn(secret: string): string[] {
  if (!secret.includes('://') || !URL.canParse(secret)) return [];
  const { password, searchParams } = new URL(secret);
  const given = [...searchParams]
    .filter(([name]) => /token|key|secret|passw|sig/i.test(name))
    .map(([, value]) => value);
  return [uriDecoded(password), ...given].filter((value) => value !== '');
}

/** The long strings inside a JSON document. */
function jsonLeaves(secret: string): string[] {
  if (!/^\s*[[{]/.test(secret)) return [];
  const leaves: string[] = [];
  try {
    JSON.parse(secret, (_key, value: unknown) => {
      if (typeof value === 'string' && value.length >= MIN_JSON_LEAF) leaves.push(value, ...value.split(/[\r\n]+/));
      return value;
    });
  } catch {
    return [];
  }
  return leaves;
}
