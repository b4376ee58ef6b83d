import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuilderRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { useFleetHref } from '../hooks/useFleetHref';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuilderImages } from './BuilderImages';
import { RolloutHead } from './RolloutHead';
import { shortDigest } from './shortDigest';
import { usePageStyles } from '../frame/usePageStyles';
import { VerdictBanner } from './VerdictBanner';
import { VerdictMark } from './VerdictMark';

const useStyles = makeStyles((theme: Theme) => ({
  name: { margin: 0, fontSize: 16, fontWeight: 600, overflowWrap: 'anywhere' },
  facts: {
    margin: theme.spacing(0.5, 0, 1.5),
    fontSize: 13,
    overflowWrap: 'anywhere',
    '& > * + *::before': { content: '" · "' },
  },
  open: { marginTop: theme.spacing(1), textTransform: 'none' },
}));

/** One builder in the list: what it is made of, whether it is well, how far its images are; and the images on demand. */
export function BuilderPanel({
  row,
  open,
  onOpen,
}: {
  row: BuilderRow;
  open: boolean;
  onOpen: () => void;
}) {
  const classes = useStyles();
  const page = usePageStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { ref, stack, lifecycle, order, rollout } = row;
  return (
    <Panel label={ref.name}>
      <div className={page.head}>
        <h2 className={classes.name}>
          <Link to={href.builder(ref)}>{ref.name}</Link>
        </h2>
        <span className={page.chip}>{ref.kind}</span>
        <VerdictMark of="ready" verdict={row.ready} />
        <VerdictMark of="upToDate" verdict={row.upToDate} />
        {row.stale && <span className={page.quiet}>{t('builder.stale')}</span>}
      </div>
      <p className={`${classes.facts} ${page.quiet}`}>
        <span>
          {ref.kind === 'Builder'
            ? t('builder.where', ref)
            : t('builder.onCluster', ref)}
        </span>
        {stack.name && <span>{`${t('builder.stack')} ${stack.name}`}</span>}
        {stack.runImage && (
          <span title={stack.runImage}>
            {`${t('builder.runImage')} ${shortDigest(stack.runImage)}`}
          </span>
        )}
        {lifecycle.version && (
          <span>{`${t('builder.lifecycle')} ${lifecycle.version}`}</span>
        )}
        {order.map((group, n) => (
          <span key={n}>{group}</span>
        ))}
      </p>
      <VerdictBanner ready={row.ready} upToDate={row.upToDate} />
      <RolloutHead rollout={rollout} size="small" />
      {rollout.total > 0 && (
        <Button
          size="small"
          variant="outlined"
          className={classes.open}
          aria-expanded={open}
          onClick={onOpen}
        >
          {open
            ? t('builder.hideImages')
            : t('builder.showImages', { count: rollout.total })}
        </Button>
      )}
      {open && <BuilderImages of={ref} />}
    </Panel>
  );
}
