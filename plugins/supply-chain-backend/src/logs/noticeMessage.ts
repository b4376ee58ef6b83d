import {
  assertNever,
  type LogBound,
  type LogGapCause,
  type LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogNotice } from './LogNotice';
import { REST_GONE } from './REST_GONE';

/** A notice as it is told, with a sentence for readers who know no more of it. */
export function noticeMessage(step: string, notice: LogNotice): LogMessage {
  switch (notice.kind) {
    case 'gap': {
      const { because, lines } = notice;
      const says = gapSays(because, lines);
      return {
        ...{ type: 'gap', step, because, says },
        ...(lines === undefined ? {} : { lines }),
      };
    }
    case 'limit': {
      const { bound, most } = notice;
      return { type: 'limit', step, bound, most, says: boundSays(bound, most) };
    }
    default:
      return assertNever(notice);
  }
}

function gapSays(because: LogGapCause, lines: number | undefined): string {
  switch (because) {
    case 'rotated':
      return 'The cluster has thrown away the beginning of this log: lines may be missing here';
    case 'not-held':
      return `${
        lines === undefined ? 'Older lines' : `${lines} older lines`
      } are not held here: download the log`;
    case 'slow-reader':
      return `${
        lines ?? 'Some'
      } lines came faster than this connection took them and are left out here: download the log`;
    case 'pod-gone':
      return REST_GONE;
    case 'begun-again':
      return 'The pod was deleted and the build has begun again: what it wrote before is gone';
    default:
      return assertNever(because);
  }
}

function boundSays(bound: LogBound, most: number): string {
  const rest = 'download the log to read the rest';
  switch (bound) {
    case 'bytes':
      return `No more than ${Math.round(
        most / (1024 * 1024),
      )} MiB of a step are shown here: ${rest}`;
    case 'lines':
      return `No more than ${most} lines of a step are shown here: ${rest}`;
    case 'seconds':
      return `A step is followed for no longer than ${Math.round(
        most / 3600,
      )} hours: load the page again to go on`;
    default:
      return assertNever(bound);
  }
}
