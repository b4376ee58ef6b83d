import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StackView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PartName } from './PartName';
import { PartTable } from './PartTable';
import { ResolvedImage } from './ResolvedImage';
import { UsedBy } from './UsedBy';

/** ClusterStacks: what `kp clusterstack status` prints, and who uses them. */
export function StackTable({ stacks }: { stacks: readonly StackView[] }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  return (
    <PartTable
      title={t('builder.stacks')}
      columns={[
        t('builder.stack'),
        t('builder.stackId'),
        t('builder.runImage'),
        t('builder.buildImage'),
        t('builder.usedBy'),
      ]}
      rows={stacks.map(stack => ({
        key: `${stack.cluster}/${stack.name}`,
        cells: [
          <PartName {...stack} />,
          <>
            {stack.id}
            {stack.mixinCount > 0 && (
              <div title={stack.mixins.join('\n')}>
                {t('builder.mixins', { count: stack.mixinCount })}
              </div>
            )}
          </>,
          <ResolvedImage {...stack.runImage} what={t('builder.runImage')} />,
          <ResolvedImage
            {...stack.buildImage}
            what={t('builder.buildImage')}
          />,
          <UsedBy names={stack.usedBy} />,
        ],
      }))}
    />
  );
}
