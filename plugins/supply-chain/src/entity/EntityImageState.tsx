import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useFleetHref } from '../hooks/useFleetHref';
import { PhaseMark } from '../phase/PhaseMark';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { EntityFound } from './EntityFound';
import { useEntityImages, type WantedImages } from './useEntityImages';

/** Finds the kpack Image of an entity and shows it; otherwise what is said when there is none, or the several there are. */
export function EntityImageState({
  wanted,
  loading,
  none,
  children,
}: {
  wanted: WantedImages;
  loading: ReactNode;
  none: ReactNode;
  children: (row: ImageRow) => ReactNode;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const href = useFleetHref();
  const { live, rows } = useEntityImages(wanted);
  return (
    <EntityFound
      {...{ live, rows, loading, none }}
      several={found => ({
        title: t('entity.severalImages', { count: found.length }),
        choices: found.map(({ ref, phase }) => ({
          ref,
          to: href.image(ref),
          marks: <PhaseMark phase={phase} />,
        })),
      })}
    >
      {children}
    </EntityFound>
  );
}
