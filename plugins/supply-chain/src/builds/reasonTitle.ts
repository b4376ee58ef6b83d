import {
  fillTemplate,
  type ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** Why a build ran, in the reader's language. */
export function reasonTitle(t: Words, reason: ReasonView): string {
  // The template comes untouched and is filled by us: its parameters are cluster data, which i18next would read
  // for nested keys, and their names differ from reason to reason.
  const template = (t as (key: string, options: object) => string)(
    `reason.${reason.message}`,
    { skipInterpolation: true },
  );
  return fillTemplate(template, reason.params) || reason.title;
}
