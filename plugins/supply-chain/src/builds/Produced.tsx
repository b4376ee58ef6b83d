import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  BuildView,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { formatBytes } from '../logs/formatBytes';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { SignatureMark } from '../trust/SignatureMark';
import type { Trust } from '../trust/Trust';
import type { Words } from '../translation/Words';
import { Copyable } from '../panel/Copyable';
import { Facts } from '../panel/Facts';
import { ProducedCommands } from './ProducedCommands';
import { Section } from '../panel/Section';

const useStyles = makeStyles((theme: Theme) => ({
  nothing: {
    margin: theme.spacing(0, 0, 1),
    fontSize: 14,
    color: quietColor(theme),
  },
}));

/** What came out: tags, digest, size, signature, how to get it. Of a build that made no image, that it did not. */
export function Produced({
  build,
  trust,
}: {
  build: BuildView;
  /** What the registry says, which comes later than the rest; undefined where it is not asked. */
  trust: Trust | undefined;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { tag, tags, image, digest } = build.produced;
  const copied = (name: string, text: string | undefined) => ({
    name,
    mono: true,
    value: text && <Copyable text={text} what={name} />,
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
          // Both are there from the start: what the registry says of them takes its time, and moves nothing.
          { name: t('build.size'), value: sizeWords(t, trust) },
          { name: t('trust.signature'), value: signatureOf(t, trust) },
          {
            name: t('build.pull'),
            mono: true,
            value: <ProducedCommands build={build} named={named} />,
          },
          {
            name: t('build.tags'),
            mono: true,
            value:
              others.length > 0 &&
              others.map(each => (
                <Copyable key={each} text={each} what={each} />
              )),
          },
        ].filter(fact => fact.value)}
      />
    </Section>
  );
}

function sizeWords(t: Words, trust: Trust | undefined): string | undefined {
  if (!trust) return undefined;
  if (trust.state === 'loading') return '…';
  const manifest = trust.state === 'ready' ? trust.view.manifest : undefined;
  return (manifest && manifestWords(t, manifest)) || t('build.sizeUnknown');
}

function manifestWords(
  t: Words,
  { size, layers, platforms }: NonNullable<TrustView['manifest']>,
): string {
  return [
    size !== undefined && t('build.compressed', { size: formatBytes(size) }),
    layers !== undefined && t('build.layers', { count: layers }),
    platforms.join(', '),
  ]
    .filter(Boolean)
    .join(' · ');
}

function signatureOf(t: Words, trust: Trust | undefined) {
  switch (trust?.state) {
    case undefined:
      return undefined;
    case 'ready':
      return <SignatureMark state={trust.view.signature} />;
    case 'failed':
      return t('trust.notChecked');
    default:
      return '…';
  }
}
