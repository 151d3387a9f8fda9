import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, input, output } from './toolkit.mjs';
import { unzip } from './zip.mjs';

const name = input('name');
if (name === '') fail('this stand-in downloads one artifact by its name; give `name`');
const run = input('run-id') || process.env.GITHUB_RUN_ID;
if (run !== process.env.GITHUB_RUN_ID && input('github-token') === '') {
  fail('an artifact of another run needs `github-token`');
}
const folder = resolve(process.env.GITHUB_WORKSPACE, input('path'));
const query = new URLSearchParams({ run_id: run, name });
const answer = await fetch(`${process.env.GITHUB_API_URL}/_artifacts?${query}`);
if (!answer.ok) {
  fail(
    `Unable to download artifact(s): Artifact not found for name: ${name} (${answer.status} ${await answer.text()})`,
  );
}
mkdirSync(folder, { recursive: true });
const names = unzip(Buffer.from(await answer.arrayBuffer()), folder);
console.log(`Artifact ${name}: ${names.length} file(s) unpacked into ${folder}`);
output('download-path', folder);
