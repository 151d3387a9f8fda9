import { sha256 } from '../../runtime/digest.js';
import { markerOf } from './issues.js';

/**
 * A text for GitHub that Rewind may replace later: its marker, the hash of the text, the text.
 * @param marker by which it is found again
 */
export const sealedText = (marker: string, text: string): string => `${marker}\n${hashLine(text)}\n${text}`;

/** What becomes of a text that is perhaps there. `kept`: somebody edited it, so Rewind leaves it alone. */
export type TextOutcome = 'created' | 'updated' | 'unchanged' | 'kept';

/** @param before as it is now; null: it is not there. @param text of `sealedText` */
export function outcomeOf(marker: string, before: string | null, text: string): TextOutcome {
  if (before === null) return 'created';
  if (!isUnedited(marker, before)) return 'kept';
  return before.trimEnd() === text.trimEnd() ? 'unchanged' : 'updated';
}

/** True if nobody has edited a text since `sealedText` made it. */
function isUnedited(marker: string, body: string): boolean {
  const [first, second, ...rest] = normal(body).split('\n');
  return first === marker && second === hashLine(rest.join('\n'));
}

/** A person's browser sends other line ends; GitHub may cut blanks at the end. */
const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
const hashLine = (text: string): string => markerOf(`sha256/${sha256(normal(text))}`);
