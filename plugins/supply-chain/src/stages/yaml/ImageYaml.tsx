import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ObjectRef,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Section } from '../../builds/Section';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { EventList } from '../EventList';
import { ObjectYaml } from './ObjectYaml';

/** `plural.group` of what a stage that kpack builds has stamped. */
const IMAGES = 'images.kpack.io';

/** The kpack Image behind a stage as clean YAML, and what Kubernetes tells of it. */
export function ImageYaml({
  detail: { workload, events },
  image,
}: {
  detail: StageDetailView;
  image: ObjectRef | undefined;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (!image) return null;
  return (
    <>
      <ObjectYaml
        object={{ ref: image, resource: IMAGES }}
        workload={workload.name}
      />
      {events && (
        <Section title={t('facts.events')}>
          <EventList events={events} />
        </Section>
      )}
    </>
  );
}
