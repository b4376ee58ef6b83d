import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  ObjectRef,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Section } from '../../panel/Section';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { EventList } from '../EventList';
import { ObjectYaml } from './ObjectYaml';

/** `plural.group` of what a stage that kpack builds has stamped. */
const IMAGES = 'images.kpack.io';

const useStyles = makeStyles((theme: Theme) => ({
  events: { marginTop: theme.spacing(2.5) },
}));

/** What a stage that makes an image has stamped, as clean YAML, and what Kubernetes tells of it. */
export function ImageYaml({
  detail: { workload, events, object: stamped },
  image,
}: {
  detail: StageDetailView;
  /** Where kpack builds it. */
  image: ObjectRef | undefined;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const object = stamped ?? (image && { ref: image, resource: IMAGES });
  if (!object) return null;
  return (
    <>
      <ObjectYaml object={object} workload={workload.name} />
      {events && (
        <div className={classes.events}>
          <Section title={t('facts.events')}>
            <EventList events={events} />
          </Section>
        </div>
      )}
    </>
  );
}
