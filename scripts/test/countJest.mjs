/** Jest's own count (`--json`). A file that could not be run at all counts as one that failed. */
export function countJest(report) {
  const unrunnable = report.numRuntimeErrorTestSuites ?? 0;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unrunnable,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    failures: report.testResults.flatMap(file => {
      const tests = file.assertionResults.filter(
        test => test.status === 'failed',
      );
      if (file.status === 'failed' && tests.length === 0) return [file.name];
      return tests.map(test => `${file.name}: ${test.fullName}`);
    }),
  };
}
