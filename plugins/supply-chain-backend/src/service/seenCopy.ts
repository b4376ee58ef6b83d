import { CombinedCopy } from '../personal/CombinedCopy';
import type { LiveCopy } from '../watch/LiveCopy';
import type { Sight } from './Sight';

/** The copy as one reader sees it. What is derived from it may hold what only they may know: into no cache of everybody's. */
export function seenCopy(
  shared: LiveCopy,
  { personal }: Pick<Sight, 'personal'>,
): LiveCopy {
  return personal ? new CombinedCopy(shared, personal) : shared;
}
