import {
  fillTemplate,
  type UpdateView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** One update of several that are under way. */
export function updateWords(t: Words, update: UpdateView): string {
  const { what, name = '', from, to, done, total } = update;
  const key =
    what === 'buildpack' && to === undefined ? 'buildpack-left' : what;
  const template = (t as (of: string, options: object) => string)(
    `rollout.${key}`,
    { skipInterpolation: true },
  );
  return fillTemplate(template, {
    ...{ name, from: from.join(', '), to: to ?? '' },
    ...{ done: String(done), total: String(total) },
  });
}
