import type { NextBuild } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { render, screen } from '@testing-library/react';
import { withTestApis } from '../testing/withTestApis';
import { NextSection } from './NextSection';

const source: NextBuild['reasons'][number] = {
  effect: 'calls',
  message: 'source',
  params: { revision: '433a68c', number: '6' },
  says: 'in words of the backend',
};

const show = (next: NextBuild) =>
  render(withTestApis(<NextSection next={next} />));

describe('NextSection', () => {
  it('says that a build is about to start, and why', () => {
    show({ isDue: true, reasons: [source] });
    expect(
      screen.getByText('A new build is about to start.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'The source is at 433a68c, newer than build 6.',
    );
  });

  it('says what holds it up, in words of kpack as well', () => {
    show({
      isDue: true,
      reasons: [
        source,
        {
          effect: 'holds-up',
          message: 'builder-not-ready',
          params: { builder: 'ClusterBuilder default' },
          says: '',
          details: 'store is gone',
        },
      ],
    });
    expect(
      screen.getByText('A new build is due, and something holds it up.'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')[1]).toHaveTextContent(
      'ClusterBuilder default is not ready: nothing is built until it is.store is gone',
    );
  });

  it('says that nothing calls for one', () => {
    show({ isDue: false, reasons: [] });
    expect(
      screen.getByText('Nothing that is known calls for a new build.'),
    ).toBeInTheDocument();
  });
});
