import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ExternalLink } from './ExternalLink';

const show = async (url: string) => {
  renderInTestApp(<ExternalLink url={url}>here</ExternalLink>);
  await screen.findByText('here');
  return screen.queryByRole('link')?.getAttribute('href');
};

describe('ExternalLink', () => {
  it.each(['https://git.acme.example/a', 'http://localhost:8080/b?c=d'])(
    'leads to %s',
    async url => expect(await show(url)).toBe(url),
  );

  it.each([
    'javascript:alert(1)',
    'ftp://git.acme.example/a',
    'git.acme.example/a',
    '',
    // A browser is in no cluster.
    'http://source-controller.flux-system.svc.cluster.local/a.tar.gz',
    'http://source-controller.flux-system.svc/a.tar.gz',
  ])('leaves %s text', async url => expect(await show(url)).toBeUndefined());
});
