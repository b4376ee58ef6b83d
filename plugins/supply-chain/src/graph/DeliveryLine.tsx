import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { DeliveryView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
    fontSize: 13,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
    alignItems: 'center',
    overflowWrap: 'anywhere',
  },
  muted: { color: quietColor(theme) },
  show: {
    minHeight: 24,
    padding: 0,
    border: 0,
    background: 'none',
    color: theme.palette.primary.main,
    font: 'inherit',
    textDecoration: 'underline',
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

/** What became of it: a line for each Deliverable that was found. */
export function DeliveryLine({
  deliveries,
  said = '',
  onShow,
}: {
  deliveries: readonly DeliveryView[];
  /** What stands beside it: it is not said twice. */
  said?: string | undefined;
  /** Leads to what they are made of. */
  onShow: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (deliveries.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('graph.delivery')}>
      {deliveries.map(({ ref, phase, says, owner, revision }) => (
        <li
          key={`${ref.cluster}/${ref.namespace}/${ref.name}`}
          className={classes.line}
        >
          <span className={classes.muted}>{t('graph.delivery')}</span>
          <PhaseMark phase={phase} />
          <span>
            {t('graph.deliveryOn', { name: ref.name, cluster: ref.cluster })}
          </span>
          {revision && (
            <span title={revision}>
              {t('graph.deliveryServes', { revision: shortened(revision) })}
            </span>
          )}
          {says && !said.includes(says) && (
            <span className={classes.muted}>
              {says}
              {owner &&
                ` · ${t(
                  owner === 'platform'
                    ? 'graph.ownerPlatform'
                    : 'graph.ownerDeveloper',
                )}`}
            </span>
          )}
          <button type="button" className={classes.show} onClick={onShow}>
            {t('graph.deliveryShow')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Commits and digests by their first seven digits, as everywhere else; names of branches stay. */
const shortened = (revision: string) =>
  revision.replace(/\b([0-9a-f]{7})[0-9a-f]{33,}\b/g, '$1');
