// Starts the bundle of the sources in a test (scripts/bundle-sources.mjs copies this file beside it). Most of the CPU time of a
// process that lives a second goes into compiling, so each command keeps what V8 compiled of it: the first runs that end
// well write a cache, each one with what it loaded and what it compiled itself.
const { readdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** Runs of one command that add to its cache. */
const GENERATIONS = 3;

const filename = join(__dirname, 'program.cjs');
const command = (process.argv[2] ?? process.env.INPUT_COMMAND ?? '').replace(/[^a-z]/g, '').slice(0, 20);
const prefix = `${command}.cache.`;
const newest = readdirSync(__dirname)
  .filter((name) => name.startsWith(prefix))
  .sort()
  .at(-1);
const script = new Script(`(function (require) {${readFileSync(filename, 'utf8')}\n})`, {
  filename,
  cachedData: newest === undefined ? undefined : readFileSync(join(__dirname, newest)),
});
const generation = newest === undefined ? 1 : Number(newest.slice(prefix.length)) + 1;
if (generation <= GENERATIONS && script.cachedDataRejected !== true) {
  process.once('exit', (status) => {
    if (status !== 0) return;
    const mine = join(__dirname, `${process.pid}.new`);
    writeFileSync(mine, script.createCachedData());
    renameSync(mine, join(__dirname, `${prefix}${generation}`));
  });
}
script.runInThisContext()(require);
