import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useCallback, useState } from 'react';
import { PlainButton } from '../frame/PlainButton';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { TriggerDialog } from './TriggerDialog';
import { useTrigger } from './useTrigger';

const useStyles = makeStyles((theme: Theme) => ({
  trigger: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    rowGap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 0),
  },
  said: {
    fontSize: 12.5,
    color: quietColor(theme),
    '&:not(:empty)': { marginRight: theme.spacing(1.25) },
  },
}));

/**
 * Asks for a rebuild, for those who may. Whose question stands, or that it was taken, is told beside it until the new build
 * is there: it comes by the same live connection as everything else.
 */
export function TriggerButton({
  newest,
  mayTrigger,
}: {
  /** The newest build of the image: what the question is put to. */
  newest: BuildView;
  /** As the backend decided it for the reader, which alone knows what is on a cluster that each reads with a token of their own. */
  mayTrigger: boolean;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState<string>();
  const { asking, ask, reset } = useTrigger(
    useCallback(build => {
      setOpen(false);
      setTaken(build.name);
    }, []),
  );
  const { rebuildAsked } = newest;
  const isPending = rebuildAsked !== undefined || taken === newest.ref.name;
  if (!mayTrigger && !isPending) return null;
  const close = () => {
    setOpen(false);
    reset();
  };
  return (
    <div className={classes.trigger}>
      <span role="status" className={classes.said}>
        {isPending &&
          (rebuildAsked?.by
            ? t('trigger.pendingBy', { by: rebuildAsked.by })
            : t('trigger.pending'))}
      </span>
      {mayTrigger && (
        <PlainButton onClick={() => setOpen(true)} busy={isPending}>
          {t('trigger.button')}
        </PlainButton>
      )}
      {isOpen && (
        <TriggerDialog
          build={newest}
          asking={asking}
          onAsk={() => ask(newest.ref)}
          onClose={close}
        />
      )}
    </div>
  );
}
