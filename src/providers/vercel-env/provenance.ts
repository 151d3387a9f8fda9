/** Left in the comment of a sensitive variable that was written from a supplied value: its value cannot be compared. */
export const PROVENANCE = / ?\[rewind: set for (\S+) at (\d+)\]$/;
/** The write of the provenance itself is a change of the row; it happens within this time. */
export const TOLERANCE_MS = 60_000;

export const withoutProvenance = (comment: string | null): string | null => {
  const text = (comment ?? '').replace(PROVENANCE, '');
  return text === '' ? null : text;
};

export const withProvenance = (comment: string | null, snapshot: string, at: number): string =>
  `${withoutProvenance(comment) ?? ''} [rewind: set for ${snapshot} at ${at}]`.trim();
