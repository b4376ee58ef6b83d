import { useContext } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { EntityHrefContext } from '../catalog/EntityHrefContext';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { PanelLink } from '../panel/PanelLink';

/** The pod that ran the build, with a way to the kubernetes plugin's tab, which shows all there is of a pod. */
export function PodFact({ pod }: { pod: NonNullable<BuildView['pod']> }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const entity = useContext(EntityHrefContext);
  if (!pod.present) return <>{t('build.podGone', { pod: pod.name })}</>;
  return entity ? (
    <PanelLink to={`${entity}/kubernetes`}>{pod.name}</PanelLink>
  ) : (
    <>{pod.name}</>
  );
}
