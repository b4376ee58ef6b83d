import type { RunScript } from '../play/RunScript.ts';
import type { DatedLine } from '../recording/parseLog.ts';
import type { BuildChange } from './buildChanges.ts';
import { reasonLog } from './reasonLog.ts';

const HEADER = 'Build reason(s):';
/** A reason's name, or one of the indented lines below it. */
const OF_REASONS = /^(\t|[A-Z]+:$)/;

/** The recorded build with other reasons: its log tells those of the build that is played. */
export function withReasonLog(
  script: RunScript,
  changes: readonly BuildChange[],
): RunScript {
  const logs = script.logs.map(log => {
    const texts = log.lines.map(line => Buffer.from(line.bytes).toString());
    const first = texts.findIndex(text => text.startsWith(HEADER));
    if (first < 0) return log;
    const rest = texts.findIndex(
      (text, i) => i > first && !OF_REASONS.test(text),
    );
    const { at } = log.lines[first] ?? { at: '' };
    const told = reasonLog(changes).map(
      (text): DatedLine => ({ at, bytes: Buffer.from(text), verbatim: true }),
    );
    return {
      ...log,
      lines: [
        ...log.lines.slice(0, first),
        ...told,
        ...log.lines.slice(rest < 0 ? log.lines.length : rest),
      ],
    };
  });
  return { ...script, logs };
}
