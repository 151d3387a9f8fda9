import type { RewindError } from '../runtime/errors.js';

const AGE_HEADER = Buffer.from('age-encryption.org/v1\n');
/** Files stored in clear: manifest, checksums, approved plan, journal, statement for a lift, drill. They hold no secret values. */
export const CLEAR =
  /^(snapshots\/[^/]+\/[^/]+\/(manifest\.json(\.minisig)?|SHA256SUMS)|rollbacks\/[^/]+\/[^/]+\/(plan\.json|journal\.jsonl|lift-[0-9A-Za-z-]+\.json)|salvages\/[^/]+\/[^/]+\/plan\.json|incidents\/[^/]+\/[^/]+\/(\d{6}|head)\.json|drills\/[^/]+\/[^/]+\/drill\.json)$/;

/**
 * Passes an age file through.
 * @param refused the error for any other content
 */
export function onlySealed(
  refused: () => Promise<RewindError>,
): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    let head: Buffer = Buffer.alloc(0);
    let begun = false;
    for await (const chunk of source) {
      if (begun) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < AGE_HEADER.length) continue;
      if (!head.subarray(0, AGE_HEADER.length).equals(AGE_HEADER)) throw await refused();
      begun = true;
      yield head;
    }
    if (!begun) throw await refused();
  };
}
