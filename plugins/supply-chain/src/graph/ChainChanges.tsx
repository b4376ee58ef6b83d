import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  assertNever,
  stageTitle,
  type ChainChange,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    margin: theme.spacing(0.5, 0, 1),
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
}));

/** In what the chain, as it is now, differs from what is shown. */
export function ChainChanges({ changes }: { changes: readonly ChainChange[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (changes.length === 0) return null;
  const ofStages = changes.every(change => 'stage' in change);
  return (
    <StatePanel tone="warn" title={t('graph.changedTitle')}>
      <ul className={classes.list} aria-label={t('graph.changedTitle')}>
        {changes.map(change => (
          <li key={JSON.stringify(change)}>{wordsOf(change)}</li>
        ))}
      </ul>
      {t(ofStages ? 'graph.changedHint' : 'graph.changedChainHint')}
    </StatePanel>
  );

  function wordsOf(change: ChainChange): string {
    switch (change.kind) {
      case 'chain-gone':
        return t('graph.change.chain-gone', { chain: change.chain });
      case 'not-selected':
        return t('graph.change.not-selected', {
          chain: change.chain,
          fails: change.fails.join('; '),
        });
      case 'others-select':
        return t('graph.change.others-select', {
          chains: named(change.chains),
        });
      case 'stage-added':
        return t('graph.change.stage-added', {
          stage: stageTitle(change.stage),
        });
      case 'stage-removed':
        return t('graph.change.stage-removed', {
          stage: stageTitle(change.stage),
        });
      case 'stage-renamed':
        return t('graph.change.stage-renamed', {
          stage: stageTitle(change.stage),
          now: stageTitle(change.now),
        });
      case 'template':
        return t(
          change.now.length > 1
            ? 'graph.change.templates'
            : 'graph.change.template',
          {
            stage: stageTitle(change.stage),
            was: change.was,
            now: named(change.now),
          },
        );
      case 'inputs':
        return t('graph.change.inputs', {
          stage: stageTitle(change.stage),
          was: named(change.was.map(stageTitle)),
          now: named(change.now.map(stageTitle)),
        });
      default:
        return assertNever(change);
    }
  }

  function named(names: readonly string[]): string {
    return names.join(', ') || t('graph.change.noInput');
  }
}
