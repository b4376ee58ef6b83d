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
