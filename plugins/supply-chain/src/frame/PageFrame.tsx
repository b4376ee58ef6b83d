import type { ReactNode } from 'react';
import { Content, Page } from '@backstage/core-components';

/** The shell of our pages, the same in both frontend systems: Backstage's page without a coloured header. */
export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <Page themeId="tool">
      <Content>{children}</Content>
    </Page>
  );
}
