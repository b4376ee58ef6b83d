import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A page is a whole Backstage app: on a busy machine it takes seconds until it stands.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(90_000);

// jsdom does not know the `@media print` rules of Backstage's own pages; JSS says so for every page of every test.
const warn = console.warn;
console.warn = (...said: unknown[]) => {
  if (String(said[0]).includes('[JSS] processedRuleToParse')) return;
  warn(...said);
};

// Properties are tried with the same values each time, so that what passed here passes elsewhere, too. Other values, to look
// for what nobody has thought of: PROPERTY_SEED=random, or the seed that a failure names.
jest.mock('fast-check', () => {
  const fc = jest.requireActual('fast-check');
  const { PROPERTY_SEED: seed = '20261126' } = process.env;
  if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
  return fc;
});
