import { createHash } from 'node:crypto';
import { existsSync, globSync, lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fail, flag, input, output } from './toolkit.mjs';
import { zip } from './zip.mjs';

const workspace = process.env.GITHUB_WORKSPACE;
const lines = input('path')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');
const absolute = (pattern) => resolve(workspace, pattern.replace(/^~(?=\/|$)/, process.env.HOME ?? '~'));
const hidden = flag('include-hidden-files');
const walk = (path) =>
  lstatSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => (hidden || !name.startsWith('.') ? walk(join(path, name)) : []))
    : [path];
const expand = (pattern) => (existsSync(absolute(pattern)) ? [absolute(pattern)] : globSync(absolute(pattern)));

const wanted = lines.filter((line) => !line.startsWith('!'));
const excluded = new Set(
  lines.filter((line) => line.startsWith('!')).flatMap((line) => expand(line.slice(1)).flatMap(walk)),
);
// A pattern is a search path up to its first wildcard, as in the original.
const searchPaths = wanted.map((line) => {
  const path = absolute(line);
  const star = path.search(/[*?[]/);
  return star === -1 ? path : dirname(`${path.slice(0, star)}x`);
});
// Hidden is what lies in a dotted name at or below its search path; `a/.b/file` named in full is not hidden.
const visible = (file) =>
  searchPaths.some((root) => {
    const below = relative(root, file);
    return !below.startsWith('..') && ![basename(root), ...below.split(sep)].some((part) => part.startsWith('.'));
  });
const files = [...new Set(wanted.flatMap((line) => expand(line).flatMap(walk)))]
  .filter((file) => !excluded.has(file))
  .filter((file) => hidden || visible(file));
const name = input('name') || 'artifact';
if (files.length === 0) {
  const message = `No files were found with the provided path: ${lines.join(', ')}. No artifacts will be uploaded.`;
  if (input('if-no-files-found') === 'error') fail(message);
  if (input('if-no-files-found') !== 'ignore') console.log(`::warning::${message}`);
  process.exit(0);
}

// The root is the folder of a single file, a single search path that is a folder, or the lowest folder common to all.
const commonFolder = (paths) =>
  paths
    .map((path) => path.split(sep))
    .reduce((a, b) => a.slice(0, a.findIndex((part, at) => part !== b[at]) >>> 0))
    .join(sep) || sep;
const roots = searchPaths.map((path) => (existsSync(path) && lstatSync(path).isDirectory() ? path : dirname(path)));
const root = commonFolder(roots);
const body = zip(files.map((file) => ({ name: relative(root, file).split(sep).join('/'), file })));
const digest = createHash('sha256').update(body).digest('hex');
const query = new URLSearchParams({ name, run_id: process.env.GITHUB_RUN_ID });
if (input('retention-days') !== '') query.set('retention_days', input('retention-days'));
if (flag('overwrite')) query.set('overwrite', 'true');
const answer = await fetch(`${process.env.GITHUB_API_URL}/_upload?${query}`, {
  method: 'POST',
  headers: { 'content-type': 'application/zip', 'content-length': String(body.length) },
  body,
});
const text = await answer.text();
if (!answer.ok) fail(`Failed to CreateArtifact: ${answer.status} ${text}`);
const { id = 1 } = JSON.parse(text || '{}');
console.log(`Artifact ${name}: ${files.length} file(s), ${body.length} bytes, sha256 ${digest}`);
output('artifact-id', id);
output('artifact-digest', digest);
output(
  'artifact-url',
  `${process.env.GITHUB_SERVER_URL}/${process.env.GITHUB_REPOSITORY}/actions/runs/${process.env.GITHUB_RUN_ID}/artifacts/${id}`,
);
