import type { ReasonView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import { present } from '../objects/present';
import { personName } from '../words/personName';
import { reason } from './reason';

/** kpack records nobody, and when it made the build rather than when it was asked: our own annotations on the build before tell both. */
export function explainTrigger(
  made: string | undefined,
  previous: Pick<BuildObject, 'rebuildAsked'> | undefined,
): ReasonView {
  const { by, at = made } = previous?.rebuildAsked ?? {};
  const params = present({
    by: by && personName(by),
    at: at && moment(at),
  });
  return reason('trigger', 'TRIGGER', messageFor(by, at), params);
}

function messageFor(by: string | undefined, at: string | undefined) {
  if (by) return at ? 'trigger-by-at' : 'trigger-by';
  return at ? 'trigger-at' : 'trigger';
}

/** `2026-11-22 21:22:02 UTC` */
function moment(at: string): string {
  return new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}
