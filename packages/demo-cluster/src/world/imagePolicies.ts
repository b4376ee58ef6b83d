import type { RecordedImage } from '../registry/RecordedImage.ts';
import type { KubeObject } from '../state/KubeObject.ts';

const SLSA = 'https://slsa.dev/provenance/v1';

/** Policies such as a platform team has on the cluster that runs images: what must be signed, and what had better be. */
export function imagePolicies(
  [image]: readonly RecordedImage[],
  publicKey: string,
): readonly KubeObject[] {
  if (!image) return [];
  const { repository } = image;
  const host = repository.slice(0, repository.indexOf('/'));
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  const key = { data: publicKey, hashAlgorithm: 'sha256' };
  return [
    policy(`${name}-are-signed`, {
      images: [{ glob: `${repository}*@*` }],
      authorities: [
        {
          name: 'kpack',
          key,
          attestations: [{ name: 'built-by-kpack', predicateType: SLSA }],
        },
      ],
      mode: 'enforce',
    }),
    policy('company-images', {
      images: [{ glob: `${host}/**` }],
      authorities: [{ name: 'kpack', key }],
      mode: 'warn',
    }),
  ];
}

function policy(name: string, spec: object): KubeObject {
  return {
    apiVersion: 'policy.sigstore.dev/v1beta1',
    kind: 'ClusterImagePolicy',
    metadata: { name },
    spec,
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  };
}
