// Starts the bundle of the sources in a test (scripts/bundle-sources.mjs copies this file beside it), for one command, or as
// the host of a suite (test/support/program-host.ts) for one command after the other. Most of the CPU time of a process that
// lives a second goes into compiling, so each command keeps what V8 compiled of it: the first runs that end well write a
// cache, each one with what it loaded and what it compiled itself.
const { lstatSync, readdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const filename = join(__dirname, 'program.cjs');
const isHost = process.env.REWIND_TEST_HOST === '1';
/** Runs of one command that add to its cache; hosts run more than one command. One digit: names are sorted. */
const GENERATIONS = isHost ? 9 : 3;
const command = (isHost ? 'host' : (process.argv[2] ?? process.env.INPUT_COMMAND ?? ''))
  .replace(/[^a-z]/g, '')
  .slice(0, 20);
const newestOf = (name) =>
  readdirSync(__dirname)
    .filter((file) => file.startsWith(`${name}.cache.`))
    .sort()
    .at(-1);
const own = newestOf(command);
// A run that fails or is killed leaves no cache: it takes that of a host, which has run more than one command.
const newest = own ?? newestOf('host');
/** What keeps short-lived processes from optimising code; test/support/program.ts gives it to Node 20 only. */
const BUDGET = process.execArgv.find((flag) => flag.startsWith('--interrupt-budget='));
/** The default of V8 11.3. */
const BUDGET_OF_V8 = '--interrupt-budget=67584';
// ASCII, and already the text of a function.
const script = new Script(readFileSync(filename, 'latin1'), {
  filename,
  cachedData: newest === undefined ? undefined : readFileSync(join(__dirname, newest)),
});
/** 0: there is none of this command yet. */
let generation = own === undefined ? 0 : Number(own.slice(`${command}.cache.`.length));
// A cache is rejected if the process that wrote it had other options.
if (own !== undefined && script.cachedDataRejected === true) generation = GENERATIONS;
process.once('exit', (status) => {
  if (status === 0) keepCompiled();
});

function keepCompiled() {
  if (generation >= GENERATIONS) return;
  generation += 1;
  const mine = join(__dirname, `${process.pid}.new`);
  if (isHost && BUDGET !== undefined) setFlagsFromString(BUDGET);
  writeFileSync(mine, script.createCachedData());
  if (isHost && BUDGET !== undefined) setFlagsFromString(BUDGET_OF_V8);
  renameSync(mine, join(__dirname, `${command}.cache.${generation}`));
}

/** 13 is the status that Node gives a module that never ends. */
function runOnce(main, endWith) {
  process.exitCode = 13;
  void main().then(endWith);
}

/** Runs each command that the suite sends with its own arguments, environment and directory, until the suite ends. */
function serve(main) {
  // @actions/core keeps the path of the first summary that it writes.
  const summary = join(__dirname, `${process.pid}.summary`);
  let served = 0;
  // A host lives long enough for optimised code. It starts with the flags of a short-lived process, and has them while it
  // writes its cache: V8 rejects a cache that was written under other flags.
  if (BUDGET !== undefined) setFlagsFromString(BUDGET_OF_V8);
  process.once('disconnect', () => process.exit(0));
  process.on('message', async ({ args, cwd, env }) => {
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      process[name].write = (chunk, ...rest) => {
        printed[name] += String(chunk);
        rest.find((argument) => typeof argument === 'function')?.();
        return true;
      };
    }
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, env);
    if (env.GITHUB_STEP_SUMMARY !== undefined) {
      // Not rmSync: Node 24 follows a link whose target is gone, and leaves it.
      if (lstatSync(summary, { throwIfNoEntry: false }) !== undefined) unlinkSync(summary);
      symlinkSync(env.GITHUB_STEP_SUMMARY, summary);
      process.env.GITHUB_STEP_SUMMARY = summary;
    }
    process.argv = [process.argv[0], __filename, ...args];
    process.chdir(cwd);
    process.send({ status: await main(), ...printed });
    served += 1;
    // Other processes of the suite start while it lives.
    if (served === 3 || served === 8) keepCompiled();
  });
}

script.runInThisContext()(require, isHost ? serve : runOnce);
