import type { ReactNode } from 'react';
import { ConfigReader } from '@backstage/core-app-api';
import { TestApiProvider } from '@backstage/test-utils';
import {
  ScmIntegrationsApi,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { renderHook } from '@testing-library/react';
import { SourceLocationContext } from './SourceLocationContext';
import { useCommitHref } from './useCommitHref';

const SHA = '433a68cc94e1f5692672047d80cbb23577949591';
const integrations = ScmIntegrationsApi.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'gitlab.acme.example',
          apiBaseUrl: 'https://gitlab.acme.example/api/v4',
        },
      ],
    },
  }),
);

function hrefOf(repository: string | undefined, location?: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[scmIntegrationsApiRef, integrations]]}>
      <SourceLocationContext.Provider value={location}>
        {children}
      </SourceLocationContext.Provider>
    </TestApiProvider>
  );
  return renderHook(() => useCommitHref(), { wrapper }).result.current(
    repository,
    SHA,
  );
}

describe('the page of a commit', () => {
  const entity = 'url:https://github.com/acme/app/tree/main/';

  it('is in the repository that the cluster names', () => {
    expect(hrefOf('https://gitlab.acme.example/a/app.git', entity)).toBe(
      `https://gitlab.acme.example/a/app/-/commit/${SHA}`,
    );
  });

  it.each([undefined, 'https://git.mirror.svc.cluster.local/app.git'])(
    'is where the catalog says that the source is, when the cluster names %s',
    repository => {
      expect(hrefOf(repository, entity)).toBe(
        `https://github.com/acme/app/commit/${SHA}`,
      );
    },
  );

  it('is not guessed where neither is on a forge that is known', () => {
    const unknown = 'https://git.mirror.svc.cluster.local/app.git';
    expect(hrefOf(unknown)).toBeUndefined();
    expect(hrefOf(unknown, `url:${unknown}`)).toBeUndefined();
    expect(hrefOf(undefined, 'dir:.')).toBeUndefined();
  });
});
