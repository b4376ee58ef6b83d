import { startedServers } from './testing/startedServers';

/** ms. Long enough for what ends in good order. */
const CUT_EVERY = 500;

// A connection on which nothing was asked yet counts as busy for a minute: fetch leaves such when it is aborted early. This is
// the first hook at the end: the one by which startTestBackend stops its backends waits for them.
afterAll(() => {
  const cutting = setInterval(() => {
    const open = [...startedServers].filter(({ listening }) => listening);
    for (const server of startedServers) server.closeAllConnections();
    if (open.length === 0) clearInterval(cutting);
  }, CUT_EVERY);
  cutting.unref();
});

// Properties are tried with the same values each time, so that what passed here passes elsewhere, too. Other values, to look
// for what nobody has thought of: PROPERTY_SEED=random, or the seed that a failure names.
jest.mock('fast-check', () => {
  const fc = jest.requireActual('fast-check');
  const { PROPERTY_SEED: seed = '20261126' } = process.env;
  if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
  return fc;
});
