import {
  SupplyChainError,
  type SupplyChainErrorCode,
} from '../src/api/SupplyChainError';

const refused = (code: SupplyChainErrorCode) => async () => {
  throw new SupplyChainError(code, 'In words of the backend');
};

/** How the backend answers to who asks for a rebuild, by the name under which dev/ offers it. */
export const rebuilds: Readonly<
  Record<string, (signal?: AbortSignal) => Promise<void>>
> = {
  'rebuild: taken': async () => {},
  'rebuild: in flight': signal =>
    new Promise((_, fail) => {
      signal?.addEventListener('abort', () => fail(signal.reason));
    }),
  'rebuild: newer build (409)': refused('newer-build'),
  'rebuild: asked already (409)': refused('rebuild-asked'),
  'rebuild: changes too fast (409)': refused('conflict'),
  'rebuild: too often (429)': refused('too-many-requests'),
  'rebuild: not permitted (403)': refused('denied'),
  'rebuild: the cluster refuses': refused('cluster-denied'),
  'rebuild: no connection': refused('network'),
};
