import {
  buildRowSchema,
  type BuildRow,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** The part of the whole view that a row of an image's history has. */
export function archivedRow(view: BuildView): BuildRow {
  return { ...buildRowSchema.parse(view), archived: true };
}
