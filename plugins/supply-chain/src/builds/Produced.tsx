import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { CopyButton } from './CopyButton';
import { Facts } from './Facts';
import { Section } from './Section';

const useStyles = makeStyles((theme: Theme) => ({
  nothing: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 14,
    color: quietColor(theme),
  },
}));

/** What came out: tag, digest, and how to pull it. Of a build that made no image, that it did not. */
export function Produced({ build }: { build: BuildView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { tag, tags, image, digest } = build.produced;
  const copied = (name: string, text: string | undefined) => ({
    name,
    mono: true,
    value: text && (
      <>
        {text}
        <CopyButton text={text} what={name} />
      </>
    ),
  });
  if (!image && !digest) {
    const isOver = ['failed', 'rejected'].includes(build.phase.kind);
    return (
      <Section title={t('build.produced')}>
        <p className={classes.nothing}>
          {t(isOver ? 'build.producedNothing' : 'build.producedNotYet')}
        </p>
        {!isOver && (
          <Facts
            facts={[{ name: t('build.willProduce'), value: tag, mono: true }]}
          />
        )}
      </Section>
    );
  }
  const named = tags.find(each => tag && each.endsWith(`:${tag}`));
  const others = tags.filter(each => each !== named);
  return (
    <Section title={t('build.produced')}>
      <Facts
        facts={[
          copied(t('build.tag'), tag),
          copied(t('build.digest'), digest),
          copied(t('build.pull'), `docker pull ${named ?? image ?? ''}`),
          {
            name: t('build.tags'),
            mono: true,
            value:
              others.length > 0 &&
              others.map(each => <div key={each}>{each}</div>),
          },
        ].filter(fact => fact.value)}
      />
    </Section>
  );
}
