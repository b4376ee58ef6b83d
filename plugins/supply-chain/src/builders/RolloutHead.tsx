import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { RolloutView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Elapsed } from '../time/Elapsed';
import { formatDuration } from '../time/formatDuration';
import { quietColor } from '../phase/quietColor';
import { Age } from '../time/Age';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { RolloutBar } from './RolloutBar';
import { rolloutSentence } from './rolloutSentence';
import { updateWords } from './updateWords';

const useStyles = makeStyles((theme: Theme) => ({
  head: { display: 'grid', gap: theme.spacing(1.25) },
  sentence: {
    margin: 0,
    fontWeight: 700,
    lineHeight: 1.35,
    overflowWrap: 'anywhere',
  },
  large: { fontSize: 18 },
  small: { fontSize: 14 },
  // One line high whatever is in it: nothing moves when an update begins or ends.
  note: {
    minHeight: 18,
    fontSize: 12.5,
    color: quietColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
  updates: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: 13.5,
    lineHeight: 1.6,
    overflowWrap: 'anywhere',
  },
}));

/** How far a rollout is in one sentence, since when, and as a bar. */
export function RolloutHead({
  rollout,
  size = 'large',
}: {
  rollout: RolloutView;
  size?: 'large' | 'small';
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { updates } = rollout;
  const Sentence = size === 'large' ? 'h2' : 'p';
  return (
    <div className={classes.head}>
      <Sentence
        className={`${classes.sentence} ${classes[size]}`}
        {...(size === 'large' && { role: 'status' })}
      >
        {rolloutSentence(t, rollout)}
      </Sentence>
      {rollout.total > 0 && <RolloutBar rollout={rollout} />}
      <div className={classes.note}>
        <Time rollout={rollout} />
      </div>
      {updates.length > 1 && (
        <ul className={classes.updates}>
          {updates.map(update => (
            <li key={`${update.what} ${update.name} ${update.to}`}>
              {updateWords(t, update)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Since when the update under way rolls, or how long the last one took. */
function Time({ rollout: { updates, wave } }: { rollout: RolloutView }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (!wave) return null;
  if (updates.length > 0) {
    return (
      <>
        {t('builder.after')} <Elapsed since={wave.startedAt} />
      </>
    );
  }
  if (!wave.endedAt) return null;
  const took = Date.parse(wave.endedAt) - Date.parse(wave.startedAt);
  return (
    <>
      {t(wave.images === 1 ? 'builder.tookOne' : 'builder.took', {
        images: String(wave.images),
        what: wave.what.map(what => t(`builder.what-${what}`)).join(', '),
        time: formatDuration(took),
        age: <Age since={wave.endedAt} />,
      })}
    </>
  );
}
