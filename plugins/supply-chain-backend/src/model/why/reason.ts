import {
  fillTemplate,
  reasonMessages,
  type ChangeView,
  type ReasonMessageKey,
  type ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { present } from '../objects/present';

/** A reason with its English title filled in. */
export function reason(
  kind: ReasonView['kind'],
  said: string | undefined,
  message: ReasonMessageKey,
  params: Readonly<Record<string, string>> = {},
  details: readonly ChangeView[] = [],
): ReasonView {
  return present({
    kind,
    said,
    title: fillTemplate(reasonMessages[message], params),
    message,
    params: { ...params },
    details: [...details],
  });
}
