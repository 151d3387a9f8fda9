// A test environment of Jest that measures: one line a suite in the file REWIND_CPU_FILE, tab-separated: suite, seconds of CPU
// time of its worker until the first test, of its worker in all, of the processes that the worker has waited for, and seconds
// from start to end. Linux only. Unlike the time from start to end, CPU time hardly depends on what else a machine does:
//   REWIND_CPU_FILE=cpu.tsv node scripts/jest.mjs --selectProjects unit --env "$PWD/scripts/cpu-environment.cjs"
const { appendFileSync, readFileSync } = require('node:fs');
const { relative } = require('node:path');
const { TestEnvironment } = require('./test-environment.cjs');

/** Clock ticks a second in /proc (proc_pid_stat(5)). */
const TICKS = 100;

/** Seconds of CPU time so far: of this process, and of its children that have ended. */
function used() {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, usersOfChildren, systemOfChildren] = fields.slice(11, 15).map(Number);
  return { own: (user + system) / TICKS, children: (usersOfChildren + systemOfChildren) / TICKS };
}

module.exports = class CpuEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.suite = relative(config.globalConfig.rootDir, context.testPath);
    this.began = performance.now();
    this.before = used();
    this.loaded = this.before;
  }

  handleTestEvent({ name }) {
    if (name === 'run_start') this.loaded = used();
  }

  async teardown() {
    await super.teardown();
    const after = used();
    const figures = [
      this.loaded.own - this.before.own,
      after.own - this.before.own,
      after.children - this.before.children,
      (performance.now() - this.began) / 1000,
    ];
    const line = [this.suite, ...figures.map((seconds) => seconds.toFixed(2))].join('\t');
    appendFileSync(process.env.REWIND_CPU_FILE, `${line}\n`);
  }
};
