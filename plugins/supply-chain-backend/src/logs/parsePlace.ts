import {
  parseLogCursor,
  type LogCursor,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { InvalidQuery } from '../service/errors/InvalidQuery';

/** A cursor that a client sends back; undefined when it begins. */
export function parsePlace(from: string | undefined): LogCursor | undefined {
  if (from === undefined) return undefined;
  const cursor = parseLogCursor(from);
  if (!cursor || Number.isNaN(Date.parse(cursor.at))) {
    throw new InvalidQuery(
      'from is not a cursor of a log: begin again without it',
    );
  }
  return cursor;
}
