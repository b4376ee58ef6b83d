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
      count={lifecycles.length}
    >
      {lifecycles.map(lifecycle => (
        <tr key={`${lifecycle.cluster}/${lifecycle.name}`}>
          <td>
            <PartName {...lifecycle} />
          </td>
          <td>{lifecycle.version}</td>
          <td>
            <ResolvedImage
              asked={lifecycle.asked}
              image={lifecycle.image}
              what={t('builder.image')}
            />
          </td>
          <td>{apis(t, lifecycle.buildpackApis)}</td>
          <td>{apis(t, lifecycle.platformApis)}</td>
          <td>
            <UsedBy names={lifecycle.usedBy} />
          </td>
        </tr>
      ))}
    </PartTable>
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
