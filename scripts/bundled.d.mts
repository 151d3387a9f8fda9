export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly author: string;
  readonly texts: readonly string[];
  readonly notices: readonly string[];
}
/** Folder → version. */
export type Bundled = Readonly<Record<string, string>>;
export function packagesOf(stats: unknown, root: string): Bundled;
export function readBundled(root: string): Bundled;
export function licencesOf(root: string, bundled: Bundled): BundledPackage[];
export function licenceTexts(root: string, bundled: Bundled): string;
export function noticeText(root: string, bundled: Bundled): string;
