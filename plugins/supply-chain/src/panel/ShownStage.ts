import { createContext } from 'react';

/** The stage around: what the address names within it is of this stage, whichever the page would choose by itself. */
export const ShownStage = createContext<string | undefined>(undefined);
