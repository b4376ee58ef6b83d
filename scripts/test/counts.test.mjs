import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countJest } from './countJest.mjs';
import { countPlaywright } from './countPlaywright.mjs';
import { countTap } from './countTap.mjs';

describe('countJest', () => {
  it('counts tests, and files that could not run', () => {
    const report = {
      numPassedTests: 10,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        {
          name: '/a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'failed', fullName: 'a says b' },
            { status: 'passed', fullName: 'x' },
          ],
        },
        { name: '/b.test.ts', status: 'failed', assertionResults: [] },
        {
          name: '/c.test.ts',
          status: 'passed',
          assertionResults: [{ status: 'passed', fullName: 'y' }],
        },
      ],
    };
    assert.deepEqual(countJest(report), {
      passed: 10,
      failed: 2,
      skipped: 3,
      failures: ['/a.test.ts: a says b', '/b.test.ts'],
    });
  });
});

describe('countPlaywright', () => {
  it('counts a repeated test and an error outside of tests as failed', () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 },
      errors: [
        {
          message: 'Process from config.webServer was not able to start\nmore',
        },
      ],
      suites: [
        {
          specs: [{ ok: true, title: 'fine', file: 'a.ts', line: 1 }],
          suites: [
            { specs: [{ ok: false, title: 'red', file: 'b.ts', line: 7 }] },
          ],
        },
      ],
    };
    assert.deepEqual(countPlaywright(report), {
      passed: 5,
      failed: 3,
      skipped: 1,
      failures: [
        'Process from config.webServer was not able to start',
        'b.ts:7: red',
      ],
    });
  });
});

describe('countTap', () => {
  it("reads the totals of Node's test runner, and the names of what failed", () => {
    const tap = `TAP version 13
# Subtest: outer
    # Subtest: inner
    not ok 1 - inner
    1..1
not ok 1 - outer
1..1
# tests 4
# suites 0
# pass 2
# fail 1
# cancelled 1
# skipped 1
# todo 0
`;
    assert.deepEqual(countTap(tap), {
      passed: 2,
      failed: 2,
      skipped: 1,
      failures: ['inner', 'outer'],
    });
  });

  it('counts nothing where nothing was written', () =>
    assert.deepEqual(countTap(''), {
      passed: 0,
      failed: 0,
      skipped: 0,
      failures: [],
    }));
});
