import { useId, type Ref } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  DeliveryView,
  ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { DeliveryBody } from './DeliveryBody';
import { useDeliveryParam } from './useDeliveryParam';

const useStyles = makeStyles((theme: Theme) => ({
  title: { margin: 0, fontSize: 16, fontWeight: 600 },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    width: '100%',
    minHeight: 33,
    padding: 0,
    border: 0,
    borderRadius: 6,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  arrow: {
    flex: 'none',
    '[aria-expanded=true] > &': { transform: 'rotate(90deg)' },
  },
}));

/**
 * What the deliveries of a workload are made of. How they are doing is said beside the graph; this is asked of their clusters,
 * so that only who opens it asks.
 */
export function DeliveryPanel({
  workload,
  deliveries,
  opener,
}: {
  workload: ObjectRef;
  deliveries: readonly DeliveryView[];
  /** What opens it, for who leads there. */
  opener?: Ref<HTMLButtonElement>;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [open, show] = useDeliveryParam(
    deliveries.some(({ phase }) => phase === 'failed'),
  );
  const body = useId();
  return (
    <Panel label={t('graph.deliveryPanel')}>
      <h2 className={classes.title}>
        <button
          ref={opener}
          type="button"
          className={classes.button}
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => show(!open)}
        >
          <svg
            className={classes.arrow}
            width="12"
            height="12"
            viewBox="0 0 12 12"
            aria-hidden
          >
            <path
              d="M4 2l4 4-4 4"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.75"
            />
          </svg>
          {t('graph.deliveryPanel')}
        </button>
      </h2>
      {open && (
        <div id={body}>
          <DeliveryBody workload={workload} />
        </div>
      )}
    </Panel>
  );
}
