// What dist/ bundles, and under which licences. The build lists the packages in scripts/bundled.json; licences, NOTICE and
// the bill of materials of a release are written from that list and node_modules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'node_modules/';

/**
 * The packages of a bundle, from the stats of webpack: folder → version, sorted by folder. A module that was joined with
 * others is listed inside of them.
 */
export function packagesOf(stats, root) {
  const folders = new Set();
  const visit = (modules) => {
    for (const { name = '', modules: inner = [] } of modules) {
      const path = name.split('!').at(-1) ?? '';
      const at = path.lastIndexOf(MARK);
      // The loaders of the build tool stand in the list, but not in the bundle.
      if (at !== -1 && !path.includes('@vercel/ncc/')) {
        const start = path.indexOf(MARK);
        const [scope = '', rest = ''] = path.slice(at + MARK.length).split('/');
        folders.add(path.slice(start, at + MARK.length) + (scope.startsWith('@') ? `${scope}/${rest}` : scope));
      }
      visit(inner);
    }
  };
  visit(stats.modules ?? []);
  const versions = [...folders].sort().map((folder) => [folder, manifest(root, folder).version]);
  return Object.fromEntries(versions);
}

const manifest = (root, folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/** The list that the build wrote: folder → version. */
export const readBundled = (root) => JSON.parse(readFileSync(join(root, 'scripts/bundled.json'), 'utf8'));

/** Name, version, licence, and the texts that its licence says to hand on, of each bundled package, sorted by name. */
export function licencesOf(root, bundled) {
  return Object.entries(bundled)
    .map(([folder, version]) => {
      const found = manifest(root, folder);
      if (found.version !== version) {
        throw new Error(
          `scripts/bundled.json has ${folder} ${version}; ${found.version} is installed. Run "npm run build".`,
        );
      }
      const files = readdirSync(join(root, folder)).sort();
      const textsOf = (pattern) =>
        files
          .filter((name) => pattern.test(name))
          .map((name) =>
            readFileSync(join(root, folder, name), 'utf8')
              .replaceAll('\r\n', '\n')
              .trim(),
          );
      const licence = found.license ?? (found.licenses ?? []).map(({ type }) => type).join(' OR ');
      return {
        name: found.name,
        version,
        licence: (typeof licence === 'string' ? licence : licence.type) || 'stated in its text only',
        author: typeof found.author === 'string' ? found.author : (found.author?.name ?? ''),
        texts: textsOf(/^(licen[cs]e|copying)([.-](md|txt|mit|bsd|apache.*))?$/i),
        notices: textsOf(/^notice([.-](md|txt))?$/i),
      };
    })
    .sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const key = ({ name, version }) => `${name} ${version}`;
const unique = (packages) => [...new Map(packages.map((one) => [key(one), one])).values()];

/** dist/licenses.txt: the full text of each licence, once for all packages that have the same. */
export function licenceTexts(root, bundled) {
  const groups = new Map();
  for (const one of unique(licencesOf(root, bundled))) {
    const text =
      one.texts.length > 0
        ? one.texts.join('\n\n')
        : `${one.licence}${one.author === '' ? '' : `\nCopyright ${one.author}`}`;
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return [...groups]
    .map(([text, packages]) => `${packages.map((one) => `${key(one)} (${one.licence})`).join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** NOTICE: what dist/ bundles, and the notices that packages under the Apache License ask to hand on. */
export function noticeText(root, bundled) {
  const packages = unique(licencesOf(root, bundled));
  const notices = new Map();
  for (const one of packages) {
    for (const text of one.notices) notices.set(text, [...(notices.get(text) ?? []), key(one)]);
  }
  return `Rewind
Copyright the authors of Rewind

Licensed under the Apache License, Version 2.0; see LICENSE.

dist/ bundles the packages below. The full text of their licences is in dist/licenses.txt. "npm run build" finds the
packages, "npm run generate" writes this file.

${packages.map((one) => `  ${key(one)} (${one.licence})`).join('\n')}
${[...notices].map(([text, names]) => `\n${'-'.repeat(80)}\nNotice of ${names.join(', ')}:\n\n${text}\n`).join('')}`;
}
