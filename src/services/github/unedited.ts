import { sha256 } from '../../runtime/digest.js';
import { markerOf } from './issues.js';

/**
 * A text for GitHub that Rewind may replace later: its marker, the hash of the text, the text.
 * @param marker by which it is found again
 */
export const sealedText = (marker: string, text: string): string => `${marker}\n${hashLine(text)}\n${text}`;

/** True if nobody has edited a text since `sealedText` made it. */
export function isUnedited(marker: string, body: string): boolean {
  const [first, second, ...rest] = normal(body).split('\n');
  return first === marker && second === hashLine(rest.join('\n'));
}

/** A person's browser sends other line ends; GitHub may cut blanks at the end. */
const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
const hashLine = (text: string): string => markerOf(`sha256/${sha256(normal(text))}`);
