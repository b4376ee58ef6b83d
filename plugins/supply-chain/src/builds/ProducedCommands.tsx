import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { Copyable } from '../panel/Copyable';

/** How to get at the image from a terminal: by its tag for people, by its digest for machines, and its kpack Image. */
export function ProducedCommands({
  build,
  named,
}: {
  build: BuildView;
  /** `repo:tag` for people. */
  named: string | undefined;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { image } = build.produced;
  const { namespace } = build.ref;
  const commands = [
    { what: t('build.pull'), text: `docker pull ${named ?? image ?? ''}` },
    image && { what: 'crane', text: `crane pull ${image} image.tar` },
    build.engine === 'kpack' &&
      build.image && {
        what: 'kp',
        text: `kp image status ${build.image} --namespace ${namespace}`,
      },
  ];
  return (
    <>
      {commands.map(
        command =>
          command && (
            <Copyable
              key={command.what}
              text={command.text}
              what={command.what}
            />
          ),
      )}
    </>
  );
}
