import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  shortImage,
  type BuildView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useCommitHref } from '../commits/useCommitHref';
import { ExternalLink } from '../frame/ExternalLink';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { Facts } from '../panel/Facts';
import { PodFact } from './PodFact';
import { Section } from '../panel/Section';

const useStyles = makeStyles({
  buildpacks: { listStyle: 'none', margin: 0, padding: 0 },
});

/** What the image was built with, and from which source. */
export function BuiltWith({ build }: { build: BuildView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { builder, stackId, runImage, lifecycle, buildpacks } = build.builtWith;
  const { source } = build;
  const commitOf = useCommitHref();
  const short = (image: string | undefined) =>
    image && <span title={image}>{shortImage(image)}</span>;
  return (
    <Section title={t('build.builtWith')}>
      <Facts
        facts={[
          {
            name: t('build.source'),
            value: (source.short || source.url) && (
              <span title={source.revision ?? source.url}>
                <ExternalLink
                  url={
                    commitOf(source.repository, source.revision) ??
                    source.repository ??
                    ''
                  }
                >
                  {source.short ?? source.url}
                </ExternalLink>
                {source.subPath &&
                  ` ${t('build.subPath', { path: source.subPath })}`}
              </span>
            ),
          },
          {
            name: t('build.builder'),
            value:
              builder?.name &&
              [builder.kind, builder.name].filter(Boolean).join(' '),
          },
          {
            name: t('build.builderImage'),
            value: short(builder?.image),
            mono: true,
          },
          { name: t('build.stack'), value: stackId },
          { name: t('build.runImage'), value: short(runImage), mono: true },
          { name: t('build.lifecycle'), value: lifecycle },
          {
            name: t('build.buildpacks'),
            value:
              build.engine === 'kpack' &&
              (buildpacks.length === 0 ? (
                t(
                  build.phase.kind === 'failed' ||
                    build.phase.kind === 'rejected'
                    ? 'build.notRecorded'
                    : 'build.notKnownYet',
                )
              ) : (
                <ul className={classes.buildpacks}>
                  {buildpacks.map(({ id, version, homepage }, index) => (
                    <li key={index}>
                      <ExternalLink url={homepage ?? ''}>{id}</ExternalLink>{' '}
                      {version}
                    </li>
                  ))}
                </ul>
              )),
          },
          {
            name: t('build.kpackCondition'),
            value: kpackSays(build),
          },
          {
            name: t('build.pod'),
            value: build.pod && <PodFact pod={build.pod} />,
          },
        ].filter(fact => fact.value)}
      />
    </Section>
  );
}

/** Reason and message of its condition, where there is more than that it went well. */
function kpackSays({ condition }: BuildView): string | undefined {
  const words = [condition?.reason, condition?.message].filter(Boolean);
  return condition?.status === 'True' && !condition.message
    ? undefined
    : words.join(': ') || undefined;
}
