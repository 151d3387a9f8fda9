// Prints one plain closing line, and fails a CI run in which a test was skipped: what CI should have proven, it must have.
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
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
