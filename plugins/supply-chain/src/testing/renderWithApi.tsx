import {
  configApiRef,
  errorApiRef,
  storageApiRef,
  type StorageApi,
} from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import {
  ScmIntegrationsApi,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';
import { mockApis, MockErrorApi, TestApiProvider } from '@backstage/test-utils';
import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { FixtureApi } from './FixtureApi';

/** Renders with a backend of fixtures, an address and words; no app around it. `search()` is the address as it is now. */
export async function renderWithApi(
  api: FixtureApi,
  element: ReactElement,
  at = '/',
  /** What a person's browser remembers. */
  storage: StorageApi = mockApis.storage(),
): Promise<RenderResult & { search: () => string }> {
  let address = '';
  function Address() {
    address = decodeURIComponent(useLocation().search);
    return null;
  }
  const rendered = render(
    <TestApiProvider
      apis={[
        [supplyChainApiRef, api],
        [configApiRef, mockApis.config()],
        [
          scmIntegrationsApiRef,
          ScmIntegrationsApi.fromConfig(mockApis.config()),
        ],
        [errorApiRef, new MockErrorApi()],
        [storageApiRef, storage],
        [translationApiRef, mockApis.translation()],
      ]}
    >
      <MemoryRouter initialEntries={[at]}>
        {element}
        <Address />
      </MemoryRouter>
    </TestApiProvider>,
  );
  // What is asked for at the start is answered at once.
  await act(async () => {});
  return { ...rendered, search: () => address };
}
