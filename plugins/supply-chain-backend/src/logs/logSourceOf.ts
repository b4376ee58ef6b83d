import type { Sight } from '../service/Sight';
import { LiveContainerStates } from './LiveContainerStates';
import type { LogSource } from './LogSource';

/** Undefined for a cluster that everybody's logs are read from. */
export function logSourceOf(
  { personal }: Pick<Sight, 'personal'>,
  cluster: string,
): LogSource | undefined {
  const source = personal?.source(cluster);
  return personal && source
    ? { ...source, states: new LiveContainerStates(personal) }
    : undefined;
}
