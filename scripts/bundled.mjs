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
      const stated = found.license ?? (found.licenses ?? []).map(({ type }) => type).join(' OR ');
      const author = typeof found.author === 'string' ? found.author : (found.author?.name ?? '');
      const own = textsOf(/^(licen[cs]e|copying)([.-](md|mkd|markdown|txt|mit|bsd|apache.*))?$/i);
      const texts = own.length > 0 ? own : textsOf(/^readme([.-](md|mkd|markdown|txt))?$/i).flatMap(licenceOfReadme);
      const licence = licenceOf(found.name, typeof stated === 'string' ? stated : stated.type, texts);
      return {
        name: found.name,
        version,
        licence,
        author,
        texts: texts.length > 0 ? texts : standardTexts(root, licence, author || `the authors of ${found.name}`),
        notices: textsOf(/^notice([.-](md|txt))?$/i),
      };
    })
    .sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}

/** Packages whose text says another licence than their package.json: the stricter one counts. */
const CORRECTED = {
  'date-holidays': { stated: '(ISC AND CC-BY-3.0)', text: /CC BY-SA 3\.0/, licence: '(ISC AND CC-BY-SA-3.0)' },
};

/** @throws Error when a licence is neither stated nor known from its text, and when a correction no longer fits */
function licenceOf(name, stated, texts) {
  const corrected = CORRECTED[name];
  if (corrected !== undefined) {
    if (stated === corrected.stated && corrected.text.test(texts.join('\n'))) return corrected.licence;
    throw new Error(`The licence of ${name} changed: read it, and change CORRECTED in scripts/bundled.mjs.`);
  }
  if (stated) return stated;
  if (/^MIT License/.test(texts[0] ?? '')) return 'MIT';
  throw new Error(`The licence of ${name} is not stated, and its text is not known.`);
}

/** Some packages have the text of their licence in the README alone: the section that grants something. */
function licenceOfReadme(text) {
  const section = /^#+ *licen[cs]e\b.*\n([\s\S]*)/im.exec(text)?.[1] ?? '';
  const ended = section.split(/^#+ /m)[0].trim();
  return /permission is hereby granted|redistribution and use/i.test(ended) ? [ended] : [];
}

/** The standard text, for a package that only names its licence. */
function standardTexts(root, licence, holder) {
  if (licence === 'Apache-2.0') {
    return [`Copyright ${holder}\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').replaceAll('\r\n', '\n').trim()}`];
  }
  if (licence === 'MIT') return [`Copyright ${holder}\n\n${MIT}`];
  throw new Error(`A package of ${holder} has the licence ${licence} and no text of it.`);
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const key = ({ name, version }) => `${name} ${version}`;
const unique = (packages) => [...new Map(packages.map((one) => [key(one), one])).values()];

/** dist/licenses.txt: the full text of each licence, once for all packages that have the same. */
export function licenceTexts(root, bundled) {
  const groups = new Map();
  for (const one of unique(licencesOf(root, bundled))) {
    const text = one.texts.join('\n\n');
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return [...groups]
    .map(([text, packages]) => `${packages.map((one) => `${key(one)} (${one.licence})`).join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** What CC BY-SA 3.0 asks for: title, authors, address, licence, and whether the data was changed. */
const holidayData = (version) => `
${'-'.repeat(80)}
Data that is not under the Apache License: the public holidays of date-holidays ${version}

Authors: commenthol and the contributors of date-holidays, https://github.com/commenthol/date-holidays
Sources: articles of Wikipedia, named in dist/licenses.txt under "CC BY-SA 3.0 Attributions"
Licence: Creative Commons Attribution-ShareAlike 3.0, https://creativecommons.org/licenses/by-sa/3.0/legalcode
Changes: none. dist/ holds the data as the package has it.

If you distribute a changed form of this data, use the same licence for it. The code of Rewind is not part of the data.
`;

/** NOTICE: what dist/ bundles, and the notices that packages under the Apache License ask to hand on. */
export function noticeText(root, bundled) {
  const packages = unique(licencesOf(root, bundled));
  const notices = new Map();
  const holidays = packages.filter(({ name }) => name === 'date-holidays');
  for (const one of packages) {
    for (const text of one.notices) notices.set(text, [...(notices.get(text) ?? []), key(one)]);
  }
  return `Rewind
Copyright the authors of Rewind

Licensed under the Apache License, Version 2.0; see LICENSE.

dist/ bundles the packages below. The full text of their licences is in dist/licenses.txt. "npm run build" finds the
packages, "npm run generate" writes this file.

${packages.map((one) => `  ${key(one)} (${one.licence})`).join('\n')}
${[...notices].map(([text, names]) => `\n${'-'.repeat(80)}\nNotice of ${names.join(', ')}:\n\n${text}\n`).join('')}${holidays.map(({ version }) => holidayData(version)).join('')}`;
}
