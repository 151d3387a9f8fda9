import { plural } from '../../runtime/text.js';
import type { Found } from './find.js';
import type { Proposal } from './proposal.js';
import { byHandText, differenceText, foundText } from './texts.js';
import type { Standing } from './write.js';

/** A file of the proposal, and what stands in its place. */
export interface Target {
  readonly path: string;
  readonly text: string;
  readonly standing: Standing;
}

/** What is found, written and left alone, for the person who decides. */
export function overview(
  {
    found,
    configPath,
    proposal,
  }: { readonly found: Found; readonly configPath: string; readonly proposal: Pick<Proposal, 'byHand'> },
  targets: readonly Target[],
): string[] {
  const lines = [...foundText(found), ...found.notes.map((note) => `Note: ${note}`)];
  for (const { path, text, standing } of targets) {
    if (standing === 'new') lines.push(`New: ${path} (${plural(text.split('\n').length - 1, 'line')})`);
    if (standing === 'new' && path === configPath)
      lines.push(
        ...text
          .trimEnd()
          .split('\n')
          .map((line) => `  + ${line}`),
      );
    if (standing === 'same') lines.push(`There already: ${path}`);
    if (typeof standing === 'object') lines.push(...notReplaced(path, standing.text, text));
  }
  return [...lines, ...proposal.byHand.flatMap(byHandText)];
}

/** Git ignores .rewind by a file in that folder as well, so nothing is urgent about .gitignore. */
function notReplaced(path: string, existing: string, proposed: string): string[] {
  if (path !== '.gitignore') return differenceText(path, existing, proposed);
  const ignored = existing.split(/\r?\n/).some((line) => /^\/?\.rewind\/?\*?$/.test(line.trim()));
  return ignored ? [] : ['.gitignore exists and stays as it is. Add the line ".rewind/" to it.'];
}

export const question = (writes: readonly Target[]): string =>
  `Write ${writes.length === 1 ? 'this file' : `these ${writes.length} files`}?`;

export const filesJson = (targets: readonly Target[]) =>
  targets.map(({ path, text, standing }) => ({
    path,
    status: typeof standing === 'object' ? 'differs' : standing,
    text,
  }));
