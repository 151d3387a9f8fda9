/** Comment of a sensitive variable that Rewind wrote from a supplied value, because the value cannot be compared. */
export const PROVENANCE = / ?\[rewind: set for (\S+) at (\d+)\]$/;
/** The write of the provenance itself changes the row, within this time. */
export const TOLERANCE_MS = 60_000;

export const withoutProvenance = (comment: string | null): string | null => {
  const text = (comment ?? '').replace(PROVENANCE, '');
  return text === '' ? null : text;
};

export const withProvenance = (comment: string | null, snapshot: string, at: number): string =>
  `${withoutProvenance(comment) ?? ''} [rewind: set for ${snapshot} at ${at}]`.trim();
