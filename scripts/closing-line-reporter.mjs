import { relative } from 'node:path';

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
const SLOWEST = 10;

/**
 * Says which suite runs and how long it took, then the slowest suites and one plain closing line. Fails a CI run in
 * which a test was skipped, because CI must prove what every test claims.
 */
export default class ClosingLineReporter {
  onTestFileStart({ path, context }) {
    console.log(`start  ${relative(context.config.rootDir, path)}`);
  }

  onTestFileResult({ path, context }, { perfStats }) {
    console.log(`end    ${relative(context.config.rootDir, path)} ${seconds(perfStats.end - perfStats.start)}`);
  }

  onRunComplete(contexts, results) {
    const [context] = contexts;
    const suites = results.testResults
      .filter(({ perfStats }) => perfStats.end > 0)
      .map(({ testFilePath, perfStats }) => ({ path: testFilePath, took: perfStats.end - perfStats.start }))
      .sort((a, b) => b.took - a.took);
    console.log('Slowest suites:');
    for (const { path, took } of suites.slice(0, SLOWEST)) {
      console.log(`  ${seconds(took).padStart(8)}  ${context ? relative(context.config.rootDir, path) : path}`);
    }
    const skipped = results.numPendingTests + results.numTodoTests;
    for (const suite of results.testResults) {
      for (const test of suite.testResults) if (test.status === 'pending') console.log(`skipped: ${test.fullName}`);
    }
    console.log(`${results.numPassedTests} passed, ${results.numFailedTests} failed, ${skipped} skipped`);
    this.failed = process.env.CI === 'true' && skipped > 0;
  }

  getLastError() {
    return this.failed ? new Error('tests were skipped in CI') : undefined;
  }
}
