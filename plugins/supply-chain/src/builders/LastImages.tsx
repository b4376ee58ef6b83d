import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RolloutView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PanelLink } from '../panel/PanelLink';
import { useFleetHref } from '../hooks/useFleetHref';
import { PhaseShape } from '../phase/PhaseShape';
import { quietColor } from '../phase/quietColor';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ROLLOUT_TONES } from './ROLLOUT_TONES';

const useStyles = makeStyles((theme: Theme) => ({
  title: { margin: theme.spacing(1, 0, 0.75), fontSize: 14, fontWeight: 600 },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(0.5),
    fontSize: 13.5,
  },
  item: { display: 'flex', gap: theme.spacing(1), overflowWrap: 'anywhere' },
  shape: { flex: 'none', marginTop: 3 },
  says: { color: quietColor(theme) },
  more: { fontSize: 13.5 },
}));

/** Who is left, and why. */
export function LastImages({ rollout }: { rollout: RolloutView }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { last, total, done } = rollout;
  if (last.length === 0) return null;
  const more = total - done - last.length;
  return (
    <div>
      <h3 className={classes.title} id="supply-chain-rollout-last">
        {t('builder.last')}
      </h3>
      <ul className={classes.list} aria-labelledby="supply-chain-rollout-last">
        {last.map(({ ref, state, says }) => {
          const tone = ROLLOUT_TONES[state];
          return (
            <li
              key={`${ref.cluster}/${ref.namespace}/${ref.name}`}
              className={classes.item}
            >
              <PhaseShape
                tone={tone}
                size={14}
                className={`${classes.shape} ${tones[tone]}`}
              />
              <span>
                <PanelLink to={href.image(ref)}>
                  {`${ref.namespace}/${ref.name}`}
                </PanelLink>{' '}
                {t(`rolloutState.${state}`)}
                {says && <span className={classes.says}>{`: ${says}`}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <span className={`${classes.says} ${classes.more}`}>
          {t('builder.left', { more: String(more) })}
        </span>
      )}
    </div>
  );
}
