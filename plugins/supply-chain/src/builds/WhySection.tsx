import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  whySentence,
  type BuildView,
  type ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useCommitHref } from '../commits/useCommitHref';
import { quietColor } from '../phase/quietColor';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { ChangeDiff } from './ChangeDiff';
import { PanelLink } from '../panel/PanelLink';
import { reasonTitle } from './reasonTitle';

const useStyles = makeStyles((theme: Theme) => ({
  kicker: { fontSize: 12.5, color: quietColor(theme) },
  sentence: {
    margin: theme.spacing(0.25, 0, 1),
    fontSize: 18,
    fontWeight: 600,
    lineHeight: 1.35,
    overflowWrap: 'anywhere',
  },
  reason: {
    margin: theme.spacing(1.5, 0, 0),
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  foot: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 12.5,
    color: quietColor(theme),
  },
}));

/** kpack's own name of each reason; ours says more, so it differs at times. */
const KPACK_WORD: Partial<Record<ReasonView['kind'], string>> = {
  source: 'COMMIT',
  config: 'CONFIG',
  buildpack: 'BUILDPACK',
  stack: 'STACK',
  lifecycle: 'LIFECYCLE',
  trigger: 'TRIGGER',
};

/** The path of a difference whose values are commits. */
const REVISION = 'source.revision';

/** Reasons that leave source and configuration as they were. */
const BELOW_THE_APP: ReadonlySet<ReasonView['kind']> = new Set([
  'buildpack',
  'stack',
  'lifecycle',
]);

/** Why a build ran: one sentence, then each difference behind it. */
export function WhySection({ build }: { build: BuildView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const commitOf = useCommitHref();
  const { comparedWith } = build;
  return (
    <section>
      <div className={classes.kicker}>
        {build.number === undefined
          ? t('build.whyNamed', { name: build.ref.name })
          : t('build.whyNumber', { number: `${build.number}` })}
      </div>
      <h3 className={classes.sentence}>{sentenceOf(t, build)}</h3>
      {build.why.map((reason, index) => (
        <div key={index}>
          {build.why.length > 1 && (
            <p className={classes.reason}>{reasonTitle(t, reason)}</p>
          )}
          {reason.details.map((change, nth) => (
            <ChangeDiff
              key={nth}
              change={change}
              aside={nth === 0 ? kpackAside(t, reason, build) : undefined}
              {...(change.path === REVISION && {
                hrefOf: value => commitOf(build.source.repository, value),
              })}
            />
          ))}
          {reason.details.length === 0 && kpackAside(t, reason, build) && (
            <p className={classes.foot}>{kpackAside(t, reason, build)}</p>
          )}
        </div>
      ))}
      <p className={classes.foot}>
        {t(madeBy(build))}{' '}
        {comparedWith && (
          <PanelLink
            to={url.with({
              build: comparedWith.name,
              step: undefined,
              line: undefined,
            })}
          >
            {comparedWith.number === undefined
              ? t('build.comparedNamed', { name: comparedWith.name })
              : t('build.compared', { number: `${comparedWith.number}` })}
          </PanelLink>
        )}
      </p>
    </section>
  );
}

/** How it was made; of a run from a Dockerfile, that nothing recorded why. */
function madeBy({ engine, type }: BuildView) {
  if (engine === 'dockerfile') return 'build.computed';
  return type === 'rebase' ? 'build.rebase' : 'build.full';
}

function sentenceOf(t: Words, { why, sentence }: BuildView): string {
  const told = why.map(reason => ({
    ...reason,
    title: reasonTitle(t, reason),
  }));
  const said = whySentence(told) || sentence || t('reason.none');
  const onlyBelow =
    why.length > 0 && why.every(({ kind }) => BELOW_THE_APP.has(kind));
  return `${said}.${onlyBelow ? ` ${t('build.unchanged')}` : ''}`;
}

/** What kpack called it, where that differs from what we say. */
function kpackAside(
  t: Words,
  { kind, said }: ReasonView,
  { source }: BuildView,
): string | undefined {
  const expected = KPACK_WORD[kind];
  if (!said || !expected || said === expected) return undefined;
  const says = t('build.kpackSays', { said });
  return kind === 'source' && source.type === 'blob'
    ? `${says}: ${t('build.kpackSaysArchive')}`
    : says;
}
