/** A word as one would type it in a shell. */
export const shellWord = (word: string): string =>
  /^[\w.,@%+=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
