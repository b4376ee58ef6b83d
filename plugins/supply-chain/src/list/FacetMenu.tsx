import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { usePillStyles } from './usePillStyles';

const useStyles = makeStyles((theme: Theme) => ({
  item: { fontSize: 14, gap: theme.spacing(1), minHeight: 36 },
  box: { padding: 0 },
  count: {
    marginLeft: 'auto',
    paddingLeft: theme.spacing(2),
    color: quietColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** A filter whose values are many: a pill that opens a list to tick. */
export function FacetMenu({
  label,
  facet,
  chosen,
  words = value => value,
  onChoose,
}: {
  label: string;
  facet: readonly { value: string; count: number }[];
  chosen: readonly string[];
  /** A value as people read it. */
  words?: (value: string) => string;
  onChoose: (values: string[]) => void;
}) {
  const classes = useStyles();
  const pill = usePillStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  // What is chosen stays in the list when nothing matches it any more: else nobody could take it back.
  const options = [
    ...facet,
    ...chosen
      .filter(value => !facet.some(each => each.value === value))
      .map(value => ({ value, count: 0 })),
  ];
  return (
    <>
      <button
        type="button"
        className={pill.pill}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-controls={anchor ? id : undefined}
        data-set={chosen.length > 0}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
        {chosen.length > 0 && (
          <span className={pill.count}>{chosen.length}</span>
        )}
      </button>
      <Menu
        id={id}
        open={anchor !== undefined}
        anchorEl={anchor ?? null}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': label }}
      >
        {options.length === 0 && (
          <MenuItem disabled>{t('list.noneToChoose')}</MenuItem>
        )}
        {options.map(({ value, count }) => {
          const ticked = chosen.includes(value);
          return (
            <MenuItem
              key={value}
              className={classes.item}
              role="menuitemcheckbox"
              aria-checked={ticked}
              onClick={() =>
                onChoose(
                  ticked
                    ? chosen.filter(each => each !== value)
                    : [...chosen, value],
                )
              }
            >
              <Checkbox
                className={classes.box}
                checked={ticked}
                size="small"
                color="primary"
                tabIndex={-1}
                disableRipple
                inputProps={{ 'aria-hidden': true }}
              />
              {words(value)}
              <span className={classes.count}>{count}</span>
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
