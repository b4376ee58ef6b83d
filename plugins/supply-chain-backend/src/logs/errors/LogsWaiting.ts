import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LoggedWhat } from '../LoggedWhat';

/** Nothing has been written yet. */
export class LogsWaiting extends Error {
  constructor(ref: ObjectRef, step?: string, what: LoggedWhat = 'build') {
    const which = step === undefined ? 'Its first step' : `Its step ${step}`;
    const [first = '', ...rest] = what;
    super(
      `${first.toUpperCase()}${rest.join('')} ${ref.namespace}/${
        ref.name
      } on cluster ${
        ref.cluster
      } has no such log yet. ${which} waits to start: follow the log, or ask again later`,
    );
    this.name = 'LogsWaiting';
  }
}
