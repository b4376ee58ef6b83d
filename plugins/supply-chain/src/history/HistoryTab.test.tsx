import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { screen, within } from '@testing-library/react';
import { paymentsHistory } from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { HistoryTab } from './HistoryTab';

const [newest] = paymentsHistory.builds;
if (!newest) throw new Error('No build in the fixtures');

const show = (builds: readonly BuildRow[]) =>
  renderWithApi(
    new FixtureApi(),
    <HistoryTab builds={builds} problems={[]} shown={undefined} />,
    '/?stage=image-provider&tab=history',
  );

/** The cells of a build's row, by the words above them. */
function cells(build: RegExp): Record<string, string | null> {
  const table = screen.getByRole('table', { name: 'All builds' });
  const heads = within(table)
    .getAllByRole('columnheader')
    .map(each => each.textContent ?? '');
  const row = within(table)
    .getAllByRole('row')
    .find(each => build.test(each.textContent ?? ''));
  const values = row ? within(row).getAllByRole('cell') : [];
  return Object.fromEntries(
    heads.map((head, index) => [head, values[index]?.textContent ?? null]),
  );
}

describe('HistoryTab', () => {
  it('tells of each build its number, state, reason, revision, tag, digest, time, wait and age', async () => {
    await show([
      { ...newest, durationMs: 14_000, queuedMs: 3_000 },
      ...paymentsHistory.builds.slice(1),
    ]);
    const row = cells(/Build 6/);
    expect(row).toMatchObject({
      Build: 'Build 6',
      State: 'Succeeded',
      'It ran because': newest.sentence,
      Revision: newest.source.short,
      Took: '14 s',
      Waited: '3 s',
    });
    expect(row['Image tag and digest']).toBe(
      `${newest.produced.tag}${newest.produced.digest?.slice(0, 19)}`,
    );
    expect(row.Started).not.toBe('');
  });

  it('marks builds that kpack has deleted and only the archive knows', async () => {
    const [, second, ...others] = paymentsHistory.builds;
    if (!second) throw new Error('One build only');
    await show([newest, { ...second, archived: true }, ...others]);
    expect(cells(/Build 5/).State).toBe(
      'Succeededdeleted by kpack, its log is archived',
    );
    expect(cells(/Build 6/).State).toBe('Succeeded');
  });
});
