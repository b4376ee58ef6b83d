import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LifecycleView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import { PartName } from './PartName';
import { PartTable } from './PartTable';
import { ResolvedImage } from './ResolvedImage';
import { UsedBy } from './UsedBy';

/** ClusterLifecycles: what `kp clusterlifecycle status -v` prints, and who uses them. */
export function LifecycleTable({
  lifecycles,
}: {
  lifecycles: readonly LifecycleView[];
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <PartTable
      title={t('builder.lifecycles')}
      columns={[
        t('builder.lifecycle'),
        t('builder.version'),
        t('builder.image'),
        t('builder.buildpackApis'),
        t('builder.platformApis'),
        t('builder.usedBy'),
      ]}
      rows={lifecycles.map(lifecycle => ({
        key: `${lifecycle.cluster}/${lifecycle.name}`,
        cells: [
          <PartName {...lifecycle} />,
          lifecycle.version,
          <ResolvedImage
            asked={lifecycle.asked}
            image={lifecycle.image}
            what={t('builder.image')}
          />,
          apis(t, lifecycle.buildpackApis),
          apis(t, lifecycle.platformApis),
          <UsedBy names={lifecycle.usedBy} />,
        ],
      }))}
    />
  );
}

function apis(
  t: Words,
  { supported, deprecated }: LifecycleView['buildpackApis'],
): string {
  const old =
    deprecated.length > 0
      ? t('builder.deprecated', { versions: deprecated.join(', ') })
      : undefined;
  return [supported.join(', '), old].filter(Boolean).join('; ');
}
