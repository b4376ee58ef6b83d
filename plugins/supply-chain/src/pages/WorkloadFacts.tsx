import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { WorkloadView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { ExternalLink } from '../frame/ExternalLink';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  says: {
    margin: theme.spacing(0, 0, 0.5),
    fontSize: 16,
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  owner: {
    marginLeft: theme.spacing(1),
    fontSize: 14,
    fontWeight: 400,
    color: quietColor(theme),
  },
  facts: {
    margin: 0,
    fontSize: 13,
    color: quietColor(theme),
    overflowWrap: 'anywhere',
    '& > * + *::before': { content: '" · "' },
  },
}));

/** What is wrong in one sentence, then where it is, which chain it goes through, and what source it is of. */
export function WorkloadFacts({ view }: { view: WorkloadView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { ref, chain, source, says, owner } = view;
  return (
    <div>
      {/* Without a chain its own panel says so, with what to do. */}
      {says && view.phase !== 'unmatched' && (
        <p className={classes.says}>
          {says}
          {owner && (
            <span className={classes.owner}>
              {t(
                owner === 'platform'
                  ? 'graph.ownerPlatform'
                  : 'graph.ownerDeveloper',
              )}
            </span>
          )}
        </p>
      )}
      <p className={classes.facts}>
        <span>
          {t('graph.where', { namespace: ref.namespace, cluster: ref.cluster })}
        </span>
        {chain && <span>{t('graph.chain', { chain })}</span>}
        {source?.url && (
          <span>
            <ExternalLink url={source.url}>{source.url}</ExternalLink>
            {source.subPath &&
              ` ${t('graph.subPath', { path: source.subPath })}`}
          </span>
        )}
        {source?.short && <span title={source.revision}>{source.short}</span>}
      </p>
    </div>
  );
}
