import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PanelLink } from '../panel/PanelLink';
import { StageSkeleton } from '../panel/StageSkeleton';
import { usePanelUrl } from '../panel/usePanelUrl';
import { FailurePanel } from '../states/FailurePanel';
import { ProblemList } from '../states/ProblemList';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { CompareDifferences } from './CompareDifferences';
import { CompareFacts, CompareSteps } from './CompareFacts';
import { CompareLogs } from './CompareLogs';
import { CompareReasons } from './CompareReasons';
import { useComparison } from './useComparison';

const useStyles = makeStyles((theme: Theme) => ({
  back: { margin: theme.spacing(0, 0, 1.5), fontSize: 13.5 },
  parts: { '& > section + section': { marginTop: theme.spacing(2) } },
}));

/** Two builds of an image side by side. Which two is in the address: the page can be shared. */
export function CompareBuilds({
  build,
  other,
  version = '',
}: {
  build: ObjectRef;
  /** Name of the other one. */
  other: string;
  /** Changes when one of the two goes on. */
  version?: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const found = useComparison(build, other, version);
  return (
    <div className={classes.parts}>
      <p className={classes.back}>
        <PanelLink to={url.with({ compare: undefined, step: undefined })}>
          {t('compare.back')}
        </PanelLink>
      </p>
      {found.state === 'reading' && <StageSkeleton />}
      {found.state === 'failed' && <FailurePanel error={found.error} />}
      {found.state === 'read' && (
        <>
          <ProblemList problems={found.comparison.problems} />
          <CompareDifferences comparison={found.comparison} />
          <CompareReasons comparison={found.comparison} />
          <CompareFacts comparison={found.comparison} />
          <CompareSteps comparison={found.comparison} />
          <CompareLogs comparison={found.comparison} />
        </>
      )}
    </div>
  );
}
