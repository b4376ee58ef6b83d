import { createContext } from 'react';

/** Where the catalog says that the source of what is shown is (`backstage.io/source-location`); undefined where it does not. */
export const SourceLocationContext = createContext<string | undefined>(
  undefined,
);
