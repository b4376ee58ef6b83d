import type { StreamMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { viewText } from '../../service/viewText';
import { patchText } from './patchText';

/** A message as JSON. A view or a patch is written out once for all who are sent it. */
export function messageText(message: StreamMessage): string {
  switch (message.type) {
    case 'view': {
      const { view, ...rest } = message;
      if (typeof view !== 'object' || view === null)
        return JSON.stringify(message);
      return withField(rest, 'view', viewText(view).json);
    }
    case 'patch': {
      const { patch, ...rest } = message;
      return withField(rest, 'patch', patchText(patch));
    }
    default:
      return JSON.stringify(message);
  }
}

/** One more field, last, which is JSON already. */
function withField(rest: object, name: string, json: string): string {
  return `${JSON.stringify(rest).slice(0, -1)},"${name}":${json}}`;
}
