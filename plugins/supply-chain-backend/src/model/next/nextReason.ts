import {
  fillTemplate,
  nextMessages,
  type NextMessageKey,
  type NextReason,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';

/** A reason with its English sentence filled in. */
export function nextReason(
  effect: NextReason['effect'],
  message: NextMessageKey,
  params: Readonly<Record<string, string>> = {},
  details?: string,
): NextReason {
  return present({
    ...{ effect, message, params: { ...params } },
    says: fillTemplate(nextMessages[message], params),
    details: details || undefined,
  });
}
