import type {
  BuildView,
  SignatureState,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../api/SupplyChainError';
import { BuildOverview } from '../builds/BuildOverview';
import { failedBuild, succeededBuild } from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';

const { image = '', digest = '' } = succeededBuild.produced;
const SIGNED: SignatureState = {
  kind: 'signed',
  by: { type: 'key', name: 'release' },
};
const view = (over: Partial<TrustView> = {}): TrustView => ({
  ref: succeededBuild.ref,
  ...{ image, registry: 'registry.example', signature: SIGNED, more: false },
  ...{ found: [], kpack: { annotations: [] }, policies: [], problems: [] },
  ...over,
});

async function show(
  told: TrustView | SupplyChainError,
  build: BuildView = succeededBuild,
) {
  const api = new FixtureApi();
  api.trusts = { [build.ref.name]: told };
  await renderWithApi(api, <BuildOverview build={build} isNewest />);
  return api;
}

const section = () =>
  within(
    screen
      .getByRole('heading', { name: 'Signature and policies' })
      .closest('section') as HTMLElement,
  );

describe('what an image is worth', () => {
  it.each([
    [SIGNED, 'Signed by key release', 'about this image and was made with'],
    [
      {
        kind: 'signed',
        by: { type: 'identity', issuer: 'https://i', subject: 'ci@acme' },
      },
      'Signed by ci@acme',
      'the certificate names that identity (https://i)',
    ],
    [{ kind: 'unsigned' }, 'Unsigned', 'registry.example has no signature'],
    [
      { kind: 'invalid', because: 'other-image' },
      'Invalid signature',
      'about another image',
    ],
    [
      { kind: 'invalid', because: 'wrong-key' },
      'Invalid signature',
      'None of the configured keys',
    ],
    [
      { kind: 'not-checked', because: 'registry-not-allowed' },
      'Not checked',
      'supplyChain.registries',
    ],
    [
      { kind: 'not-checked', because: 'no-verifier' },
      'Not checked',
      'no key or identity is configured',
    ],
  ] as [SignatureState, string, string][])(
    'is said in a word and a sentence: %j',
    async (signature, word, sentence) => {
      await show(view({ signature }));
      expect(section().getByText(word)).toBeInTheDocument();
      expect(
        section().getByText(sentence, { exact: false }),
      ).toBeInTheDocument();
      // … and beside the tag and the digest.
      expect(screen.getAllByText(word)).toHaveLength(2);
    },
  );

  it('lists what was found, how the image was built, and what kpack wrote', async () => {
    await show(
      view({
        found: [
          {
            ...{ type: 'signature', scheme: 'cosign-tag', digest },
            state: SIGNED,
            annotations: [{ name: 'team', value: 'billing' }],
          },
          {
            ...{ type: 'attestation', scheme: 'bundle', digest },
            state: { kind: 'invalid', because: 'altered' },
            predicateType: 'https://slsa.dev/provenance/v1',
            provenance: {
              predicateType: 'https://slsa.dev/provenance/v1',
              builder: 'https://kpack.io/slsa/signed-build',
              materials: [
                { name: 'source', uri: 'git+https://x', digest: 'sha1:a' },
              ],
            },
          },
        ],
        kpack: {
          annotations: [{ name: 'env', value: 'prod' }],
          attestation: 'registry.example/app@sha256:1',
        },
        manifest: {
          ...{ size: 16_431_000, layers: 11, platforms: ['linux/amd64'] },
          sbom: 'sha256:5b0',
        },
      }),
    );
    const found = within(
      screen.getByRole('list', { name: 'Found beside the image' }),
    ).getAllByRole('listitem');
    expect(found.map(each => each.textContent)).toEqual([
      'Signed by key releaseSignature · under a tag of cosignteam=billing',
      expect.stringContaining(
        'Invalid signatureAttestation · as a bundle · https://slsa.dev/provenance/v1 · What was signed is not what is there',
      ),
    ]);
    expect(
      screen.getByText('16 MB compressed · 11 layers · linux/amd64'),
    ).toBeInTheDocument();
    expect(screen.getByText('env=prod')).toBeInTheDocument();
    expect(
      screen.getByText('source: git+https://x @sha1:a'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy SBOM layer' }),
    ).toBeInTheDocument();
    // What an attestation says is shown with what the attestation is worth.
    expect(section().getByText('This is').nextSibling).toHaveTextContent(
      'Invalid signature',
    );
  });

  it('says what policies ask, in words, and where they cannot be known', async () => {
    await show(
      view({
        policies: [
          {
            ...{
              cluster: 'run',
              name: 'ours',
              mode: 'enforce',
              only: ['pods'],
            },
            ...{ globs: ['registry.example/**'], hasPolicy: false },
            authorities: [
              {
                name: 'a',
                asks: { kind: 'key', key: 'secret cosign-system/release' },
                attestations: [
                  { predicateType: 'slsaprovenance1', hasPolicy: true },
                ],
              },
              {
                name: 'b',
                asks: {
                  kind: 'keyless',
                  identities: [
                    { issuer: 'https://i', subjectRegExp: '.*@acme' },
                  ],
                },
                attestations: [],
              },
            ],
          },
        ],
        problems: [
          {
            because: 'absent',
            cluster: 'build',
            resource: 'clusterimagepolicies.policy.sigstore.dev',
          },
          {
            ...{ because: 'denied', cluster: 'other', verb: 'list' },
            resource: 'clusterimagepolicies.policy.sigstore.dev',
          },
        ],
      }),
    );
    const policies = screen.getByRole('list', {
      name: 'Policies about this image',
    });
    expect(policies).toHaveTextContent(
      'ours on cluster run · enforced: an image that does not meet it is refused',
    );
    expect(policies).toHaveTextContent(
      'asks for a signature with the key in secret cosign-system/release, and for attestations of slsaprovenance1 (whose content is judged as well)',
    );
    expect(policies).toHaveTextContent(
      'asks for a signature by /.*@acme/ of https://i',
    );
    expect(policies).toHaveTextContent('Only about pods.');
    expect(
      screen.getByText('policy-controller is not installed on build.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: /could not be read|Problems|missing/i }),
    ).toHaveTextContent('clusterimagepolicies.policy.sigstore.dev');
  });

  it('can be asked for again, also after a failure', async () => {
    const api = await show(new SupplyChainError('network', 'gone'));
    expect(section().queryByText('Signed by key release')).toBeNull();
    api.trusts = { [succeededBuild.ref.name]: view() };
    await userEvent.click(screen.getByRole('button', { name: 'ask again' }));
    expect(section().getByText('Signed by key release')).toBeInTheDocument();
  });

  it('is not asked of a build from a Dockerfile, of which the backend does not look into the registry', async () => {
    await show(view(), { ...succeededBuild, engine: 'dockerfile' });
    expect(screen.getByText('Digest')).toBeInTheDocument();
    expect(screen.queryByText('Signature')).toBeNull();
    expect(screen.queryByText('Signature and policies')).toBeNull();
  });

  it('is not asked of a build that made no image', async () => {
    await show(view(), failedBuild);
    expect(screen.queryByText('Signature and policies')).toBeNull();
  });
});

describe('what the image of a Dockerfile run is worth', () => {
  const { workload } = succeededBuild;
  const run: BuildView = {
    ...succeededBuild,
    engine: 'dockerfile',
    ref: { ...succeededBuild.ref, name: 'widgets-kaniko-1' },
  };
  const showRun = async (stage?: string) => {
    const api = new FixtureApi();
    api.trusts = { 'widgets-kaniko-1': view({ ref: run.ref }) };
    await renderWithApi(
      api,
      <BuildOverview build={run} isNewest {...(stage ? { stage } : {})} />,
    );
  };

  it('is asked of the stage that it is of', async () => {
    expect(workload).toBeDefined();
    await showRun('image-provider');
    expect(
      await section().findByText('Signed by key release'),
    ).toBeInTheDocument();
  });

  it('is not asked where nobody knows the stage', async () => {
    await showRun();
    expect(
      screen.queryByRole('heading', { name: 'Signature and policies' }),
    ).not.toBeInTheDocument();
  });
});
