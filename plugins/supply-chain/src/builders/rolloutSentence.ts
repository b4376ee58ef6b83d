import {
  fillTemplate,
  type RolloutView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** How far a rollout is, in the reader's language. */
export function rolloutSentence(
  t: Words,
  { message, params, sentence }: RolloutView,
): string {
  // Untouched and filled by us, as reasonTitle does: names of stacks and buildpacks are cluster data.
  const template = (t as (key: string, options: object) => string)(
    `rollout.${message}`,
    { skipInterpolation: true },
  );
  return fillTemplate(template, params) || sentence;
}
