import type {
  BuildView,
  SignatureState,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { SupplyChainError } from '../src/api/SupplyChainError';
import { recordedViews } from '../src/testing/recordedViews';

/** One after the other over the recorded builds, so that dev/ has a build for each. */
const STATES: readonly SignatureState[] = [
  { kind: 'signed', by: { type: 'key', name: 'release' } },
  {
    kind: 'signed',
    by: {
      type: 'identity',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'https://github.com/acme/app/.github/workflows/release.yml',
    },
  },
  { kind: 'unsigned' },
  { kind: 'invalid', because: 'other-image' },
  { kind: 'invalid', because: 'wrong-key' },
  { kind: 'not-checked', because: 'registry-not-allowed' },
  { kind: 'not-checked', because: 'no-verifier' },
];

/** What images are worth, by the name of the build; the last one cannot be asked. */
export function trusts(): Record<string, TrustView | SupplyChainError> {
  const builds = recordedViews().stages.flatMap(
    ({ imageProvider }) => imageProvider?.build ?? [],
  );
  return Object.fromEntries(
    builds.map((build, index) => {
      const state = STATES[index % (STATES.length + 1)];
      return [
        build.ref.name,
        state
          ? viewOf(build, state)
          : new SupplyChainError('network', 'The backend is not there'),
      ];
    }),
  );
}

function viewOf({ ref, produced }: BuildView, signature: SignatureState) {
  const isSigned = !['unsigned', 'not-checked'].includes(signature.kind);
  const view: TrustView = {
    ...{ ref, signature, more: false, registry: 'registry.acme.localhost' },
    ...(produced.image === undefined ? {} : { image: produced.image }),
    found: isSigned
      ? [
          {
            ...{ type: 'signature', scheme: 'cosign-tag', state: signature },
            digest: produced.digest ?? '',
            annotations: [{ name: 'buildNumber', value: '1' }],
          },
        ]
      : [],
    manifest: { size: 17_840_594, layers: 11, platforms: ['linux/amd64'] },
    kpack: { annotations: [] },
    policies: [
      {
        ...{ cluster: 'run', name: 'company-images', mode: 'warn' },
        ...{ globs: ['registry.acme.localhost/**'], only: [] },
        hasPolicy: false,
        authorities: [
          {
            name: 'release',
            asks: { kind: 'key', key: 'secret cosign-system/release' },
            attestations: [],
          },
        ],
      },
    ],
    problems: [
      {
        ...{ because: 'denied', cluster: 'edge', verb: 'list' },
        resource: 'clusterimagepolicies.policy.sigstore.dev',
      },
    ],
  };
  return view;
}
