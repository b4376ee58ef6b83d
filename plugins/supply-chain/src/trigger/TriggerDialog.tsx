import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Dialog from '@material-ui/core/Dialog';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useId } from 'react';
import { PlainButton } from '../frame/PlainButton';
import { toneColor } from '../phase/toneColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { triggerWords } from './triggerWords';
import type { Asking } from './useTrigger';

const useStyles = makeStyles((theme: Theme) => ({
  // It stands outside of the page, and would have the browser's font.
  paper: {
    width: 480,
    maxWidth: 480,
    padding: theme.spacing(2.5),
    borderRadius: 8,
    fontFamily: theme.typography.fontFamily ?? 'inherit',
  },
  title: { margin: 0, fontSize: 18, fontWeight: 600, overflowWrap: 'anywhere' },
  text: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  // Room for what may be said: the buttons stay under the pointer.
  refused: {
    minHeight: '2.4em',
    lineHeight: 1.2,
    color: toneColor(theme, 'bad'),
    [theme.breakpoints.down('xs')]: { minHeight: '4.8em' },
  },
  actions: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** What a rebuild does, in plain words, before it is asked for. */
export function TriggerDialog({
  build,
  asking,
  onAsk,
  onClose,
}: {
  /** The newest one. */
  build: BuildView;
  asking: Asking;
  onAsk: () => void;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [title, text] = [useId(), useId()];
  const isOver = ['succeeded', 'failed', 'rejected'].includes(build.phase.kind);
  const number = `${build.number ?? build.ref.name}`;
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={title}
      aria-describedby={text}
      classes={{ paper: classes.paper }}
    >
      <h2 id={title} className={classes.title}>
        {t('trigger.title', { image: build.image ?? build.ref.name })}
      </h2>
      <div id={text}>
        <p className={classes.text}>{t('trigger.does')}</p>
        <p className={classes.text}>
          {t(isOver ? 'trigger.startsNow' : 'trigger.startsAfter', { number })}
        </p>
        {build.workload && (
          <p className={classes.text}>{t('trigger.goesOn')}</p>
        )}
      </div>
      <p role="alert" className={`${classes.text} ${classes.refused}`}>
        {asking.state === 'refused' && triggerWords(t, asking.error)}
      </p>
      <div className={classes.actions}>
        <PlainButton onClick={onClose}>
          {t(asking.state === 'refused' ? 'trigger.close' : 'trigger.cancel')}
        </PlainButton>
        <PlainButton onClick={onAsk} busy={asking.state === 'asking'} emphasis>
          {t(asking.state === 'asking' ? 'trigger.asking' : 'trigger.confirm')}
        </PlainButton>
      </div>
    </Dialog>
  );
}
