import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { LineBones } from '../frame/LineBones';
import { useLive } from '../hooks/useLive';
import { DeliveryDetailView } from '../stages/DeliveryDetailView';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  // As tall as a delivery of two stages, so that what comes does not push the page.
  body: {
    minHeight: 420,
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** What the deliveries of a workload are made of, kept up to date for as long as it is on screen. */
export function DeliveryBody({ workload }: { workload: ObjectRef }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const live = useLive({ type: 'delivery', ref: workload });
  if (live.state === 'loading') {
    return (
      <LineBones
        className={classes.body}
        label={t('graph.deliveryLoading')}
        widths={[45, 70, 62, 30, 55]}
      />
    );
  }
  return (
    <div className={classes.body}>
      {live.state === 'error' && <FailurePanel error={live.error} />}
      {live.view && <ProblemList problems={live.view.problems} />}
      {live.view?.deliveries.length === 0 && (
        <StatePanel tone="idle" title={t('graph.deliveryNone')} />
      )}
      {live.view?.deliveries.map(detail => (
        <DeliveryDetailView
          key={`${detail.ref.cluster}/${detail.ref.namespace}/${detail.ref.name}`}
          detail={detail}
        />
      ))}
    </div>
  );
}
