/** What Node's own test runner counts at the end of its TAP. */
export function countTap(tap) {
  return {
    passed: total(tap, 'pass'),
    failed: total(tap, 'fail') + total(tap, 'cancelled'),
    skipped: total(tap, 'skipped') + total(tap, 'todo'),
    failures: [...tap.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(
      ([, name]) => name,
    ),
  };
}

function total(tap, word) {
  return Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
}
