import type {
  Problem,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { StageHeader } from './StageHeader';

const detail = (stale: boolean, problems: Problem[]): StageDetailView => ({
  workload: { cluster: 'build', namespace: 'storefront', name: 'payments' },
  stage: {
    name: 'image-provider',
    title: 'Image Provider',
    phase: { kind: 'ready' },
    stale,
    outputs: [],
    conditions: [],
  },
  inputs: [],
  problems,
});

const gone: Problem = {
  because: 'unreachable',
  cluster: 'build',
  since: '2026-01-01T12:00:00Z',
};

const NOT_LOOKED = 'The cluster has not looked at the newest change yet.';

describe('StageHeader', () => {
  it.each<[string, StageDetailView, boolean]>([
    ['of a stage as it is now', detail(false, []), false],
    ['whose newest change nobody has looked at', detail(true, []), true],
    ['of a cluster that does not answer', detail(true, [gone]), false],
  ])('%s', async (_, view, isSaid) => {
    await renderWithApi(new FixtureApi(), <StageHeader detail={view} />);
    expect(
      screen.getByRole('heading', { name: 'Image Provider' }),
    ).toBeInTheDocument();
    expect(screen.queryAllByText(NOT_LOOKED)).toHaveLength(isSaid ? 1 : 0);
    expect(screen.queryAllByText(/has not answered since/)).toHaveLength(
      view.problems.length,
    );
  });
});
