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
      count={stacks.length}
    >
      {stacks.map(stack => (
        <tr key={`${stack.cluster}/${stack.name}`}>
          <td>
            <PartName {...stack} />
          </td>
          <td>
            {stack.id}
            {stack.mixinCount > 0 && (
              <div title={stack.mixins.join('\n')}>
                {t('builder.mixins', { count: stack.mixinCount })}
              </div>
            )}
          </td>
          <td>
            <ResolvedImage {...stack.runImage} what={t('builder.runImage')} />
          </td>
          <td>
            <ResolvedImage
              {...stack.buildImage}
              what={t('builder.buildImage')}
            />
          </td>
          <td>
            <UsedBy names={stack.usedBy} />
          </td>
        </tr>
      ))}
    </PartTable>
  );
}
