import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  BuildRow,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CompareBuilds } from '../compare/CompareBuilds';
import { comparePair } from '../compare/comparePair';
import { sideName } from '../compare/sideName';
import { usePicked } from '../compare/usePicked';
import { quietColor } from '../phase/quietColor';
import { usePanelUrl } from '../panel/usePanelUrl';
import { ProblemList } from '../states/ProblemList';
import { StatePanel } from '../states/StatePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuildTable } from './BuildTable';
import { HistoryChart } from './HistoryChart';
import { PanelLink } from '../panel/PanelLink';

const useStyles = makeStyles((theme: Theme) => ({
  pickLine: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 13.5,
    color: quietColor(theme),
  },
}));

/** All builds of an image, newest first. Each leads to its own page. */
export function HistoryTab({
  builds,
  problems,
  shown,
}: {
  builds: readonly BuildRow[];
  problems: readonly Problem[];
  /** Name of the build the other tabs show. */
  shown: string | undefined;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { picked, toggle } = usePicked();
  const compared = comparePair.read(url.compare);
  const [anyBuild] = builds;
  // Specs are compared, and runs from a Dockerfile say next to each other what differs.
  const canCompare = anyBuild?.engine === 'kpack';
  if (compared && anyBuild) {
    return (
      <CompareBuilds
        build={{ ...anyBuild.ref, name: compared.to }}
        other={compared.from}
        version={builds
          .filter(({ ref }) => [compared.from, compared.to].includes(ref.name))
          .map(({ phase }) => phase.kind)
          .join()}
      />
    );
  }
  if (builds.length === 0 && problems.length === 0) {
    return (
      <StatePanel tone="idle" title={t('build.historyEmpty')}>
        {t('build.historyEmptySays')}
      </StatePanel>
    );
  }
  return (
    <>
      <ProblemList problems={problems} />
      <HistoryChart builds={builds} />
      {canCompare && <PickLine builds={builds} picked={picked} />}
      <BuildTable
        builds={builds}
        shown={shown}
        picked={picked}
        onPick={canCompare ? toggle : undefined}
      />
    </>
  );
}

/** The way from two picked builds to their comparison; one line whatever is picked, so that nothing jumps. */
function PickLine({
  builds,
  picked,
}: {
  /** Newest first. */
  builds: readonly BuildRow[];
  picked: readonly string[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const [to, from] = builds.filter(({ ref }) => picked.includes(ref.name));
  if (!to || !from) {
    return (
      <p className={classes.pickLine}>
        {to
          ? t('compare.pickOne', { build: sideName(t, to) })
          : t('compare.pickHint')}
      </p>
    );
  }
  return (
    <p className={classes.pickLine}>
      <PanelLink
        to={url.with({
          compare: comparePair.write(from.ref.name, to.ref.name),
          step: undefined,
          line: undefined,
        })}
      >
        {t('compare.open', {
          from: sideName(t, from),
          to: sideName(t, to),
        })}
      </PanelLink>
    </p>
  );
}
