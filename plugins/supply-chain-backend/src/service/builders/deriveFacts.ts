import { describeImage } from '../../model/builders/describeImage';
import type { LiveCopy } from '../../watch/LiveCopy';
import { subjectOf } from '../subjectOf';
import type { Dependency } from '../views/dependency';
import { surroundingsOf } from '../views/surroundingsOf';
import type { FleetImage } from './FleetImage';

export interface DerivedFacts {
  readonly image: FleetImage;
  /** Milliseconds since the epoch; Infinity when time changes nothing. */
  readonly goodUntil: number;
  readonly dependencies: readonly Dependency[];
}

/** What is known of an image, and what that was derived from; undefined when it is gone. */
export function deriveFacts(options: {
  readonly copy: Pick<LiveCopy, 'kind' | 'clusters'>;
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly now: number;
}): DerivedFacts | undefined {
  const { copy, cluster, namespace, name, now } = options;
  const dependencies: Dependency[] = [];
  let goodUntil = Infinity;
  const around = surroundingsOf({
    ...{ copy, cluster, now },
    trusting: true,
    note: on => dependencies.push(on),
    holdsUntil: at => {
      goodUntil = Math.min(goodUntil, at);
    },
  });
  const image = around.image(namespace, name);
  if (!image) return undefined;
  return {
    image: {
      cluster,
      facts: describeImage(image, around),
      subject: subjectOf.image(image, around),
    },
    goodUntil,
    dependencies,
  };
}
