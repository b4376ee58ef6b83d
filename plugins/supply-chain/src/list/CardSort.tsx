import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  rowSortSchema,
  type RowSort,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PlainSelect } from '../frame/PlainSelect';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  sort: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minWidth: 0,
    fontSize: 12.5,
    color: quietColor(theme),
  },
}));

/** The order of a list whose rows are cards: there are no heads of columns to click on. */
export function CardSort({
  sort,
  onSort,
}: {
  sort: RowSort;
  onSort: (sort: RowSort) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <div className={classes.sort}>
      <span aria-hidden="true">{t('list.sort')}</span>
      <PlainSelect
        label={t('list.sort')}
        value={sort}
        options={rowSortSchema.options.map(
          each => [each, t(`list.sort-${each}`)] as const,
        )}
        onChange={onSort}
      />
    </div>
  );
}
