import {
  stripAnsi,
  type ConditionView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Condition } from '../objects/Condition';
import { cutText } from '../objects/cutText';
import { present } from '../objects/present';
import { withoutCredentials } from '../words/withoutCredentials';

/** A whole condition message on screen; ytt's and kpack's longest real ones are about 1,000. */
const MESSAGE_MAX = 1000;

/** A condition as it is, but readable and without secrets. */
export function conditionView(condition: Condition): ConditionView {
  const message =
    condition.message &&
    cutText(withoutCredentials(stripAnsi(condition.message)), MESSAGE_MAX);
  return present({
    type: condition.type,
    status: condition.status,
    reason: condition.reason,
    message,
    at: condition.at,
  });
}
