/** Playwright's own count (`--reporter=json`). An error outside of a test (a browser or a server that did not start) counts as one that failed. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    // A test that passed only when repeated has shown that it can fail.
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
    failures: [
      ...report.errors.map(error => firstLine(error.message)),
      ...report.suites.flatMap(failedSpecs),
    ],
  };
}

function failedSpecs(suite) {
  return [
    ...(suite.specs ?? [])
      .filter(spec => !spec.ok)
      .map(spec => `${spec.file}:${spec.line}: ${spec.title}`),
    ...(suite.suites ?? []).flatMap(failedSpecs),
  ];
}

function firstLine(text = '') {
  return text.split('\n', 1)[0];
}
