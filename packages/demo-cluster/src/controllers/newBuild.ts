import { textAt } from '../json/textAt.ts';
import type { RunIdentity } from '../play/playRun.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { BuildChange } from './buildChanges.ts';

interface NewBuild {
  readonly image: KubeObject;
  readonly number: number;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly changes: readonly BuildChange[];
}

/** A Build as kpack makes it of an Image (pkg/apis/build/v1alpha2/image_builds.go). */
export function newBuild(what: NewBuild): RunIdentity {
  const { image, number, changes, spec } = what;
  const {
    name,
    namespace = '',
    uid = '',
    labels,
    annotations,
  } = image.metadata;
  return {
    metadata: {
      name: `${name}-build-${number}`,
      namespace,
      generation: 1,
      labels: {
        ...labels,
        'image.kpack.io/buildNumber': String(number),
        'image.kpack.io/image': name,
        'image.kpack.io/imageGeneration': String(
          image.metadata.generation ?? 1,
        ),
      },
      annotations: {
        'image.kpack.io/buildChanges': JSON.stringify(changes),
        'image.kpack.io/builderKind': '',
        'image.kpack.io/builderName':
          textAt(image, 'spec', 'builder', 'name') ?? '',
        'image.kpack.io/reason': changes.map(c => c.reason).join(','),
        ...annotations,
      },
      ownerReferences: [
        {
          apiVersion: image.apiVersion ?? 'kpack.io/v1alpha2',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'Image',
          name,
          uid,
        },
      ],
    },
    spec,
  };
}
