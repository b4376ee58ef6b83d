import type { StreamMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { viewText } from '../../service/viewText';

/** A message as JSON. A view is written out once for all who are sent it. */
export function messageText(message: StreamMessage): string {
  if (message.type !== 'view') return JSON.stringify(message);
  const { view, ...rest } = message;
  if (typeof view !== 'object' || view === null) return JSON.stringify(message);
  return `${JSON.stringify(rest).slice(0, -1)},"view":${viewText(view).json}}`;
}
