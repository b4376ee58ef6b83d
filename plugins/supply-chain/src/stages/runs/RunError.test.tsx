import { screen } from '@testing-library/react';
import { SupplyChainError } from '../../api/SupplyChainError';
import { failedLog } from '../../testing/buildFixtures';
import { FixtureApi } from '../../testing/FixtureApi';
import { renderWithApi } from '../../testing/renderWithApi';
import { RunError } from './RunError';

const show = (log: string | SupplyChainError) => {
  const api = new FixtureApi();
  api.logs = { test: log };
  return renderWithApi(
    api,
    <RunError
      workload={{ cluster: 'build', namespace: 'shop', name: 'pricing' }}
      run="pricing-test-1"
      taskRun="pricing-test-1-test"
      step="test"
    />,
    '/?stage=source-tester',
  );
};

describe('RunError', () => {
  it('shows the first error lines of the step, and leads to them in its log', async () => {
    await show(failedLog);
    expect(
      await screen.findByRole('region', {
        name: 'First error lines of step test',
      }),
    ).toHaveTextContent('npm error code E404');
    const link = await screen.findByRole('link', {
      name: 'Open the log at line 16',
    });
    const { searchParams } = new URL(
      link.getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ stage: 'source-tester', tab: 'logs', step: 'test', line: '16' },
      ...{ run: 'pricing-test-1', task: 'pricing-test-1-test' },
    });
  });

  it('says why the log cannot be read, and leads to it all the same', async () => {
    await show(new SupplyChainError('logs-gone', 'The pod is gone'));
    expect(await screen.findByText(/is gone/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the log' }),
    ).toBeInTheDocument();
  });
});
