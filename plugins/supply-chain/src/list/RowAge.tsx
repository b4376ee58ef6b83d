import type { ImageRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Age } from '../time/Age';
import { useTableStyles } from './useTableStyles';

/** How long ago a row changed, else since when it is there. */
export function RowAge({
  row: { changedAt, createdAt },
}: {
  row: Pick<ImageRow, 'changedAt' | 'createdAt'>;
}) {
  const classes = useTableStyles();
  return (
    <span className={`${classes.age} ${classes.muted}`}>
      <Age since={changedAt ?? createdAt} />
    </span>
  );
}
