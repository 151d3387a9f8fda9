/** Where GitHub looks, in this order. Only the first file counts. */
export const CODEOWNERS_FILES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

interface Rule {
  readonly matches: (path: string) => boolean;
  /** `@user`, `@org/team`, mail addresses; none: nobody owns these files. */
  readonly owners: readonly string[];
}

/**
 * Rules of a CODEOWNERS file, in its order. As GitHub reads it: no negation (`!`), no ranges (`[a-z]`); a line that is not
 * valid is left out. Pure.
 */
export function codeownersOf(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [pattern = '', ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/(?<!\\)\s+/);
    const isValid = pattern !== '' && !/^!|[[\]]|^\\#/.test(pattern) && owners.every((owner) => OWNER.test(owner));
    return isValid ? [{ matches: matcherOf(pattern.replaceAll('\\ ', ' ')), owners }] : [];
  });
}
const OWNER = /^(@[\w.-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+)$/;

/** The owners of a file: those of the last rule that matches. @param path from the root, without a slash before it */
export const ownersOf = (rules: readonly Rule[], path: string): readonly string[] =>
  rules.findLast(({ matches }) => matches(path))?.owners ?? [];

function matcherOf(pattern: string): Rule['matches'] {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  // A slash at the beginning or in the middle: from the root. Else: at any depth.
  const anchored = pattern.startsWith('/') || bare.includes('/');
  const inside = pattern.endsWith('/') || bare.endsWith('/**');
  // "docs/*" holds the files of the folder, not those of folders in it.
  const only = bare.endsWith('/*');
  const parts = [...(anchored ? [] : ['**']), ...bare.replace(/\/\*\*$/, '').split('/')];
  const rest = (left: number): boolean => (inside ? left > 0 : !only || left === 0);
  return (path) => {
    const names = path.split('/');
    /** Numbers of names that the parts up to here can have matched. */
    let reached = new Set([0]);
    for (const part of parts) {
      const next = new Set<number>();
      for (const count of reached) {
        if (part === '**') for (let more = count; more <= names.length; more += 1) next.add(more);
        else if (count < names.length && matchesName(part, names[count] ?? '')) next.add(count + 1);
      }
      reached = next;
    }
    return [...reached].some((count) => rest(names.length - count));
  };
}

/** `*` and `?` in one name. Without a regular expression, which would take forever for many stars. */
function matchesName(pattern: string, name: string): boolean {
  let [at, inName, star, mark] = [0, 0, -1, 0];
  while (inName < name.length) {
    if (pattern[at] === '*') [star, mark, at] = [at, inName, at + 1];
    else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[inName]))
      [at, inName] = [at + 1, inName + 1];
    else if (star >= 0) [mark, at, inName] = [mark + 1, star + 1, mark + 1];
    else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
