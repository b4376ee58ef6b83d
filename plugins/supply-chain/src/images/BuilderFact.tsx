import { Link } from '@backstage/core-components';
import type { ImageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { VerdictMark } from '../builders/VerdictMark';
import { useFleetHref } from '../hooks/useFleetHref';

/** The builder of an image, and what kpack says of it there. Well is not worth a word. */
export function BuilderFact({ builder }: { builder: ImageView['builder'] }) {
  const { kind, name, ref: where, ready, upToDate } = builder;
  const href = useFleetHref();
  const words = [kind, name].filter(Boolean).join(' ');
  return (
    <>
      {where ? <Link to={href.builder(where)}>{words}</Link> : words}{' '}
      {ready.status === 'no' && <VerdictMark of="ready" verdict={ready} />}
      {upToDate.status === 'no' && (
        <VerdictMark of="upToDate" verdict={upToDate} />
      )}
    </>
  );
}
