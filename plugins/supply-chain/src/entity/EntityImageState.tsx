import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImageRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useFleetHref } from '../hooks/useFleetHref';
import { PhaseMark } from '../phase/PhaseMark';
import { FailurePanel } from '../states/FailurePanel';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { EntityChoice } from './EntityChoice';
import { LookingFor } from './LookingFor';
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
  if (live.state === 'error' && !rows) {
    return <FailurePanel error={live.error} />;
  }
  const [only, ...others] = rows ?? [];
  const reading = live.view?.clusters.some(({ state }) => state === 'loading');
  if (!rows || (!only && reading)) return <LookingFor>{loading}</LookingFor>;
  if (!only) return none;
  if (others.length === 0) return children(only);
  return (
    <EntityChoice
      title={t('entity.severalImages', { count: rows.length })}
      choices={rows.map(({ ref, phase }) => ({
        ref,
        to: href.image(ref),
        marks: <PhaseMark phase={phase} />,
      }))}
    />
  );
}
