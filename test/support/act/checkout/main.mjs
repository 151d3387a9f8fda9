import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, flag, input, output } from './toolkit.mjs';

const { origin } = JSON.parse(readFileSync(new URL('origin.json', import.meta.url), 'utf8'));
const repository = input('repository');
if (repository !== '' && repository !== process.env.GITHUB_REPOSITORY) {
  fail(`this stand-in knows only ${process.env.GITHUB_REPOSITORY}, not ${repository}`);
}
const folder = resolve(process.env.GITHUB_WORKSPACE, input('path'));
mkdirSync(folder, { recursive: true });
// What an earlier run has left, also what Git ignores, as in the original.
if (flag('clean')) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
const git = (...args) =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
const ref = input('ref');
const depth = Number(input('fetch-depth') || '1');
// Without `ref`: the commit of the event, on the branch of the event, as the original does.
const wanted = ref === '' ? process.env.GITHUB_SHA : ref;
git('init', '--quiet', '--initial-branch=main');
git('remote', 'add', 'origin', `file://${origin}`);
const shallow = depth > 0 ? [`--depth=${depth}`] : [];
if (depth === 0) git('fetch', '--quiet', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*');
git('fetch', '--quiet', '--no-tags', ...shallow, 'origin', wanted);
const branch = ref === '' ? process.env.GITHUB_REF : ref;
const head = branch.replace(/^refs\/heads\//, '');
if (ref === '' && !branch.startsWith('refs/heads/')) git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
else if (/^[0-9a-f]{40}$/.test(head)) git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
else git('checkout', '--quiet', '-B', head, 'FETCH_HEAD');
if (flag('persist-credentials')) {
  const basic = Buffer.from(`x-access-token:${input('token')}`).toString('base64');
  git('config', '--local', 'http.https://github.com/.extraheader', `AUTHORIZATION: basic ${basic}`);
}
const commit = git('rev-parse', 'HEAD');
console.log(`Checked out ${wanted} (${commit})`);
output('ref', ref);
output('commit', commit);
