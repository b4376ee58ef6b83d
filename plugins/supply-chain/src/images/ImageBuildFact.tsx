import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  shortRevision,
  type ImageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { PanelLink } from '../panel/PanelLink';
import { usePanelUrl } from '../panel/usePanelUrl';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

/** One of an image's builds: its number, why it ran, of which revision, with which buildpacks. */
export function ImageBuildFact({
  build,
}: {
  build: NonNullable<ImageView['lastSuccess']>;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const { name, number, why, revision, buildpacks } = build;
  return (
    <>
      <PanelLink to={url.with({ build: name, tab: undefined })}>
        {number === undefined
          ? t('build.named', { name })
          : t('build.number', { number: String(number) })}
      </PanelLink>
      {revision && ` · ${shortRevision(revision) ?? revision}`}
      {why && ` · ${why}`}
      {buildpacks.length > 0 && (
        <div>
          {buildpacks
            .map(each => [each.id, each.version].filter(Boolean).join(' '))
            .join(', ')}
        </div>
      )}
    </>
  );
}
