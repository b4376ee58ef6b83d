import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { OrderGroupView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';

const useStyles = makeStyles((theme: Theme) => ({
  order: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    fontSize: 13.5,
    lineHeight: 1.6,
    overflowWrap: 'anywhere',
  },
  contains: { fontSize: 12.5, color: quietColor(theme) },
}));

type Entry = OrderGroupView[number];

/** A detection order: groups by number, each with its buildpacks and what they are made of. */
export function OrderList({ order }: { order: readonly OrderGroupView[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <ol className={classes.order}>
      {order.map((group, n) => (
        <li key={n}>
          {group.map((entry, at) => (
            <div key={at}>
              {words(t, entry)}
              {entry.contains.length > 0 && (
                <div className={classes.contains}>
                  {entry.contains.map(each => words(t, each)).join(', ')}
                </div>
              )}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function words(
  t: Words,
  {
    id,
    object,
    version,
    optional,
  }: Pick<Entry, 'id' | 'object' | 'version' | 'optional'>,
): string {
  return [
    id ?? object,
    version,
    optional ? `(${t('builder.optional')})` : undefined,
  ]
    .filter(Boolean)
    .join(' ');
}
