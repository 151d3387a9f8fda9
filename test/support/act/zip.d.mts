export function zip(entries: readonly { readonly name: string; readonly file: string }[]): Buffer;
export function unzip(bytes: Buffer, folder: string): string[];
