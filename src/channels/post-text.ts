import type { Message } from './message.js';

/** What a network takes in one post. */
export interface PostLimits {
  /** Characters as a reader counts them. */
  readonly characters: number;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

const MARK = '…';
/** Made at the first use: it takes some milliseconds, and each command loads this file with the configuration. */
let segmenter: Intl.Segmenter | undefined;
/** Characters as a reader counts them. */
export const graphemes = (text: string): string[] => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

/**
 * The text of a public post: the headline, and the lines that fit. A line that does not fit leaves a mark, never half of
 * itself. Pure. @param limits at least 2 characters and 4 bytes
 */
export function postText({ headline, lines }: Message, limits: PostLimits): string {
  const fits = (text: string): boolean =>
    Buffer.byteLength(text) <= limits.bytes && graphemes(text).length <= limits.characters;
  const texts = [headline.text, ...lines.map(({ text }) => text)];
  for (let count = texts.length; count > 0; count -= 1) {
    const rest = count === texts.length ? [] : [MARK];
    const text = [...texts.slice(0, count), ...rest].join('\n');
    if (fits(text)) return text;
  }
  const kept = graphemes(headline.text);
  while (kept.length > 0 && !fits(kept.join('') + MARK)) kept.pop();
  return kept.join('') + MARK;
}
