/** Left in the comment of a sensitive variable that was written from a supplied value: its value cannot be compared. */
export const MARK = / ?\[rewind: set for (\S+) at (\d+)\]$/;
/** The write of the mark itself is a change of the row; it happens within this time. */
export const MARK_TOLERANCE_MS = 60_000;

export const unmarked = (comment: string | null): string | null => {
  const text = (comment ?? '').replace(MARK, '');
  return text === '' ? null : text;
};

export const marked = (comment: string | null, snapshot: string, at: number): string =>
  `${unmarked(comment) ?? ''} [rewind: set for ${snapshot} at ${at}]`.trim();
