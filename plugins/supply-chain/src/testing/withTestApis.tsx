import type { ReactElement } from 'react';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';

/** What a component needs that only draws: words. */
export function withTestApis(element: ReactElement) {
  return (
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
      ]}
    >
      {element}
    </TestApiProvider>
  );
}
