import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  BuildView,
  NextBuild,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWidth } from '../frame/useWidth';
import { ProblemList } from '../states/ProblemList';
import { TrustSection } from '../trust/TrustSection';
import type { TrustSource } from '../api/TrustSource';
import { useTrust } from '../trust/useTrust';
import { BuildBanner } from './BuildBanner';
import { BuiltWith } from './BuiltWith';
import { NextSection } from './NextSection';
import { Produced } from './Produced';
import { StepBars } from './StepBars';
import { WhySection } from './WhySection';

/** px. Below it the two columns are one. */
const ONE_COLUMN = 720;

const useStyles = makeStyles((theme: Theme) => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.55fr) minmax(0, 1fr)',
    gap: theme.spacing(2, 3),
    alignItems: 'start',
  },
  single: { gridTemplateColumns: 'minmax(0, 1fr)' },
  part: { '& > section + section': { marginTop: theme.spacing(2) } },
  problems: { marginBottom: theme.spacing(2) },
  trust: {
    marginTop: theme.spacing(2.5),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** One build: what went wrong, why it ran, what it produced, its steps, what it was built with, what it is worth. In the order one asks. */
export function BuildOverview({
  build,
  isNewest,
  stage,
  next,
}: {
  build: BuildView;
  isNewest: boolean;
  /** Of the workload, where it is its run that built the image. */
  stage?: string | undefined;
  /** Of the image, shown with its newest build. */
  next?: NextBuild | undefined;
}) {
  const classes = useStyles();
  // That a cluster does not answer stands above already, of the stage as a whole.
  const problems = build.problems.filter(
    ({ because }) => because !== 'unreachable',
  );
  const [width, measure] = useWidth();
  const isNarrow = width !== undefined && width < ONE_COLUMN;
  const source = sourceOf(build, stage);
  const image = source && build.produced.image;
  const { trust, again } = useTrust(source, image);
  return (
    <div ref={measure}>
      {problems.length > 0 && (
        <div className={classes.problems}>
          <ProblemList problems={problems} />
        </div>
      )}
      <BuildBanner build={build} isNewest={isNewest} />
      <div className={`${classes.columns} ${isNarrow ? classes.single : ''}`}>
        <div className={classes.part}>
          <WhySection build={build} />
          <Produced
            build={build}
            trust={image === undefined ? undefined : trust}
          />
          {next && isNewest && <NextSection next={next} />}
        </div>
        <div className={classes.part}>
          {build.steps.length > 0 && <StepBars build={build} />}
          <BuiltWith build={build} />
        </div>
      </div>
      {image !== undefined && (
        <div className={classes.trust}>
          <TrustSection trust={trust} again={again} />
        </div>
      )}
    </div>
  );
}

/** Who is asked about the image: the Build of kpack, else the stage that the run is of. */
function sourceOf(
  { engine, ref, workload }: BuildView,
  stage: string | undefined,
): TrustSource | undefined {
  if (engine === 'kpack') return { build: ref };
  return workload && stage !== undefined
    ? { workload, stage, run: ref.name }
    : undefined;
}
