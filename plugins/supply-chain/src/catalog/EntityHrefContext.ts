import { createContext } from 'react';

/** Where the catalog entity of the shown workload is; undefined without one, or while it is looked for. */
export const EntityHrefContext = createContext<string | undefined>(undefined);
