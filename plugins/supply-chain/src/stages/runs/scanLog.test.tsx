import type {
  LogMessage,
  StageDetailView,
  StageFacts,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SupplyChainError } from '../../api/SupplyChainError';
import { FixtureApi } from '../../testing/FixtureApi';
import { eachLaidOut } from '../../testing/eachLaidOut';
import { renderWithApi } from '../../testing/renderWithApi';
import { END, lines, logArea } from '../../testing/showLogs';
import { StagePanel } from '../StagePanel';

const REF = { cluster: 'build', namespace: 'storefront', name: 'checkout' };
const SCAN: StageFacts = { kind: 'scan', of: 'image', pods: [] };
const IMAGE_SCANS = 'imagescans.scanning.apps.tanzu.vmware.com';
const VULNERABILITY_SCANS =
  'imagevulnerabilityscans.app-scanning.apps.tanzu.vmware.com';

const run = (name: string) => ({
  ...{ kind: 'ImageVulnerabilityScan', resource: VULNERABILITY_SCANS, name },
  ...{ phase: 'succeeded' as const, tasks: [], outputs: [] },
});

const MESSAGES: LogMessage[] = [
  { type: 'steps', steps: [{ name: 'grype', state: 'succeeded' }] },
  lines('grype', '4 vulnerabilities'),
  { type: 'step-end', step: 'grype' },
  END,
];

async function show(api: FixtureApi, more: Partial<StageDetailView>) {
  const view: StageDetailView = {
    workload: REF,
    stage: {
      ...{ name: 'scanner', title: 'Image Scanner', stale: false },
      ...{ phase: { kind: 'ready' }, outputs: [], conditions: [] },
    },
    ...{ inputs: [], problems: [], facts: SCAN },
    object: { ref: REF, resource: IMAGE_SCANS },
    ...more,
  };
  const asked = jest.spyOn(api, 'followLogs');
  await renderWithApi(
    api.show({ type: 'stage', ref: REF, stage: 'scanner' }, view),
    <StagePanel workload={REF} stage="scanner" />,
    '/?stage=scanner',
  );
  await userEvent.click(screen.getByRole('tab', { name: 'Logs' }));
  return asked;
}

describe('the log of a stage that scans', () => {
  eachLaidOut(10);

  it('is that of the scan, with the steps that it tells', async () => {
    const api = new FixtureApi();
    api.logMessages = () => MESSAGES;
    const asked = await show(api, {});
    expect(await logArea()).toHaveAccessibleName('Log of step grype');
    expect(screen.getByText('4 vulnerabilities')).toBeInTheDocument();
    expect(asked.mock.calls[0]?.[0]).toEqual({
      ...{ kind: 'run', ref: REF, resource: IMAGE_SCANS },
    });
  });

  it('is that of the run that one chooses, where each change is scanned anew', async () => {
    const api = new FixtureApi();
    api.logMessages = () => MESSAGES;
    const asked = await show(api, {
      runs: { list: [run('new'), run('old')], cut: false },
    });
    await logArea();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Run' }),
      'old',
    );
    await logArea();
    expect(asked.mock.calls.map(([source]) => source)).toEqual(
      ['new', 'old'].map(name => ({
        kind: 'run',
        ref: { ...REF, name },
        resource: VULNERABILITY_SCANS,
      })),
    );
  });

  it('says that it is gone with its pods', async () => {
    const api = new FixtureApi();
    api.logMessages = () => {
      throw new SupplyChainError('logs-gone', 'gone');
    };
    await show(api, {});
    expect(
      await screen.findByText(/This log is gone: the pods that wrote it/),
    ).toBeInTheDocument();
  });
});
