#!/usr/bin/env node
// A GitHub CLI for the jobs of a release: releases, assets, check runs and tags in one file (GH_STATE). After the write
// with the number GH_KILL_AT it kills the program that called it, as a runner that is lost.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const path = process.env.GH_STATE;
const state = JSON.parse(readFileSync(path, 'utf8'));
const args = process.argv.slice(2);
const log = (text) => state.calls.push(text);
function wrote() {
  state.writes += 1;
  writeFileSync(path, JSON.stringify(state));
  if (String(state.writes) === process.env.GH_KILL_AT) process.kill(process.ppid, 'SIGKILL');
}
function answer(value) {
  writeFileSync(path, JSON.stringify(state));
  process.stdout.write(value === undefined ? '' : JSON.stringify(value));
  process.exit(0);
}
function fail(text) {
  writeFileSync(path, JSON.stringify(state));
  process.stderr.write(`gh: ${text}\n`);
  process.exit(1);
}
if (process.env.GH_TOKEN !== 'ghs_token') fail('To use GitHub CLI, set the GH_TOKEN environment variable. (HTTP 401)');

if (args[0] === 'release' && args[1] === 'create') {
  const [tag, ...rest] = args.slice(2);
  const valued = new Set(['--repo', '--title', '--notes-file']);
  const given = {};
  const files = [];
  for (let i = 0; i < rest.length; i += 1) {
    if (valued.has(rest[i])) given[rest[i]] = rest[(i += 1)];
    else if (rest[i].startsWith('--')) given[rest[i]] = true;
    else files.push(rest[i]);
  }
  log(`create ${tag}`);
  if (given['--verify-tag'] && state.tags[tag] === undefined) fail(`tag ${tag} doesn't exist in the repo (HTTP 404)`);
  const release = {
    id: (state.id += 1),
    tag_name: tag,
    name: given['--title'],
    draft: true,
    immutable: false,
    body: readFileSync(given['--notes-file'], 'utf8'),
    assets: [],
    html_url: `https://github.test/releases/${tag}`,
  };
  state.releases.unshift(release);
  wrote();
  for (const file of files) {
    const content = readFileSync(file);
    const lost = basename(file) === process.env.GH_CUT ? content.subarray(1) : content;
    release.assets.push({ name: basename(file), digest: `sha256:${createHash('sha256').update(lost).digest('hex')}` });
    wrote();
  }
  answer();
}
if (args[0] !== 'api' || args[1] !== '--method') fail(`unknown command ${args.join(' ')}`);
const [method, url, ...rest] = args.slice(2);
const fields = {};
for (let i = 0; i < rest.length; i += 2) {
  const [name, value] = [
    rest[i + 1].slice(0, rest[i + 1].indexOf('=')),
    rest[i + 1].slice(rest[i + 1].indexOf('=') + 1),
  ];
  fields[name] = rest[i] === '-F' ? JSON.parse(value) : value;
}
const [, route = ''] = /^repos\/acme\/[\w-]+\/(.*)$/.exec(url) ?? [];
if (method !== 'GET') log(`${method} ${route} ${JSON.stringify(fields)}`);
const id = Number(/^releases\/(\d+)$/.exec(route)?.[1]);
const release = state.releases.find((one) => one.id === id);
const ref = /^git\/refs?\/(tags\/v\d+)$/.exec(route)?.[1];
if (method === 'GET' && route === 'releases?per_page=100') answer(state.releases);
if (method === 'GET' && /^commits\/[0-9a-f]{40}\/check-runs\?/.test(route)) answer({ check_runs: state.checks });
if (method === 'DELETE' && release !== undefined) {
  state.releases = state.releases.filter((one) => one !== release);
  wrote();
  answer();
}
if (method === 'PATCH' && release !== undefined) {
  Object.assign(release, fields, { immutable: state.immutable });
  wrote();
  answer(release);
}
if (ref !== undefined || route === 'git/refs') {
  const name = (ref ?? fields.ref.slice('refs/'.length)).slice('tags/'.length);
  if (method === 'POST' || (method === 'PATCH' && fields.force === true && state.tags[name] !== undefined)) {
    state.tags[name] = fields.sha;
    wrote();
  }
  if (state.tags[name] === undefined) fail('Not Found (HTTP 404)');
  answer({ ref: `refs/tags/${name}`, object: { sha: state.tags[name], type: 'commit' } });
}
fail(`Not Found (HTTP 404): ${method} ${url}`);
