import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paymentsHistory } from '../testing/buildFixtures';
import { FixtureApi } from '../testing/FixtureApi';
import { renderWithApi } from '../testing/renderWithApi';
import { HistoryChart } from './HistoryChart';

const AT = '/?stage=image-provider&tab=history';
const show = (builds = paymentsHistory.builds) =>
  renderWithApi(new FixtureApi(), <HistoryChart builds={builds} />, AT);
const bars = () => screen.getAllByRole('link');

describe('HistoryChart', () => {
  it('says in text how many builds there were, how they ended, and what they took', async () => {
    await show();
    const figure = screen.getByRole('figure');
    expect(figure).toHaveTextContent(`${paymentsHistory.builds.length} builds`);
    expect(figure).toHaveTextContent('Succeeded: ');
    expect(figure).toHaveTextContent(
      /Half of them took .* or less; the longest, Build \d/,
    );
  });

  it('has a bar a build, oldest first, that says what it is and leads to the build', async () => {
    const { search } = await show();
    const { builds } = paymentsHistory;
    expect(bars()).toHaveLength(builds.length);
    const [first] = bars();
    const oldest = builds.at(-1);
    expect(first).toHaveAccessibleName(
      new RegExp(`^Build ${oldest?.number}: `),
    );
    await userEvent.click(first as Element);
    expect(search()).toBe(`?stage=image-provider&build=${oldest?.ref.name}`);
  });

  it('is one stop of the Tab key, and arrows go from bar to bar', async () => {
    await show();
    await userEvent.tab();
    expect(bars().at(-1)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(bars().at(-2)).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    expect(bars()[0]).toHaveFocus();
    expect(bars().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await userEvent.tab();
    expect(document.body).toHaveFocus();
  });

  it('shows nothing before a build is over', async () => {
    const [row] = paymentsHistory.builds;
    const { durationMs: _, ...running } = row ?? {};
    await show([running as (typeof paymentsHistory.builds)[number]]);
    expect(screen.queryByRole('figure')).toBeNull();
  });
});
