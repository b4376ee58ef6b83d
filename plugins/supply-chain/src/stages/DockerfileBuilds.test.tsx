import type {
  BuildView,
  StageDetailView,
  StageRunView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  imageProviderOf,
  rowOf,
  succeededBuild,
} from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { StagePanel } from './StagePanel';

const { workload: REF = succeededBuild.ref } = succeededBuild;

function build(name: string, title: string): BuildView {
  const { number: _, image: __, builtWith: ___, ...rest } = succeededBuild;
  return {
    ...rest,
    ref: { ...REF, name },
    engine: 'dockerfile',
    why: [
      {
        ...{ kind: 'unknown', title, params: {}, details: [] },
        message: title.startsWith('Nothing') ? 'run-again' : 'run-oldest',
      },
    ],
    sentence: title,
    builtWith: { buildpacks: [] },
  };
}

const builds = [
  build(
    'gateway-kaniko-b',
    'Nothing differs from the run before: the controller ran it again',
  ),
  build(
    'gateway-kaniko-a',
    'The oldest run that is kept: there is none to compare it with',
  ),
];

const run = ({ ref, steps }: BuildView): StageRunView => ({
  ...{ kind: 'TaskRun', resource: 'taskruns.tekton.dev', name: ref.name },
  ...{ phase: 'succeeded', outputs: [] },
  tasks: [{ taskRun: ref.name, steps }],
});

function detail(): StageDetailView {
  const kpack = imageProviderOf(succeededBuild);
  const [newest] = builds;
  return {
    ...kpack,
    stage: { ...kpack.stage, engine: 'dockerfile' },
    runs: { list: builds.map(run), cut: false },
    imageProvider: {
      engine: 'dockerfile',
      ...(newest && { build: newest }),
      builds,
      recent: builds.map(rowOf),
    },
  };
}

const show = (at: string) => {
  const api = new FixtureApi().show(
    { type: 'stage', ref: REF, stage: 'image-provider' },
    detail(),
  );
  return renderWithApi(
    api,
    <StagePanel workload={REF} stage="image-provider" />,
    `/?stage=image-provider${at}`,
  );
};

describe('an image built from a Dockerfile', () => {
  it('says why its newest run ran, and that this is worked out', async () => {
    await show('');
    expect(
      screen.getByRole('heading', { name: /the controller ran it again/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Worked out by comparing/)).toBeInTheDocument();
    expect(screen.queryByText('Buildpacks')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Rebuild' }),
    ).not.toBeInTheDocument();
  });

  it('shows the run that the address names, without asking for it', async () => {
    await show('&build=gateway-kaniko-a');
    expect(
      screen.getByRole('heading', { name: /The oldest run that is kept/ }),
    ).toBeInTheDocument();
  });

  it('says that a run is gone', async () => {
    await show('&build=gateway-kaniko-x');
    expect(screen.getByText('Nothing here')).toBeInTheDocument();
  });

  it('lists all runs, each leading to its own page', async () => {
    await show('');
    await userEvent.click(screen.getByRole('tab', { name: 'History' }));
    expect(
      await screen.findByRole('link', { name: 'Build gateway-kaniko-a' }),
    ).toHaveAttribute('href', '/?stage=image-provider&build=gateway-kaniko-a');
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
