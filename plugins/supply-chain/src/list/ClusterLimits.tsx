import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ClusterView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { limitWords } from './limitWords';

/** What a list cannot hold because of a cluster's rights: said on the page, for nobody looks for what is not there. */
export function ClusterLimits({
  clusters,
}: {
  clusters: readonly ClusterView[];
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <>
      {clusters.flatMap(cluster =>
        limitWords(t, cluster).map(words => (
          <Typography
            key={`${cluster.name} ${words}`}
            variant="body2"
            color="textSecondary"
          >
            {words}
          </Typography>
        )),
      )}
    </>
  );
}
