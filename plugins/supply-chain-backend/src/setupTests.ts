import { cutUntilClosed } from './testing/cutUntilClosed';
import { startedServers } from './testing/startedServers';

// This is the first hook at the end: the one by which startTestBackend stops its backends waits for their connections.
afterAll(() => startedServers.forEach(cutUntilClosed));

// Properties are tried with the same values each time, so that what passed here passes elsewhere, too. Other values, to look
// for what nobody has thought of: PROPERTY_SEED=random, or the seed that a failure names.
jest.mock('fast-check', () => {
  const fc = jest.requireActual('fast-check');
  const { PROPERTY_SEED: seed = '20261126' } = process.env;
  if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
  return fc;
});
