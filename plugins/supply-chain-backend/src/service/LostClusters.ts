import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LiveCopy } from '../watch/LiveCopy';

/** Clusters that are known not to answer: the live copy asks them, whoever reads logs does not have to find out. */
export class LostClusters {
  constructor(private readonly copy: Pick<LiveCopy, 'clusters' | 'onChange'>) {}

  has(cluster: string): boolean {
    const kinds =
      this.copy.clusters().find(({ name }) => name === cluster)?.kinds ?? [];
    // One kind alone may fail while the cluster answers; what it refuses or does not have says nothing.
    return (
      kinds.some(isDown) && kinds.every(each => isDown(each) || says(each))
    );
  }

  /** Resolves when the cluster is known not to answer, at once if it is. Rejects with the signal's reason. */
  lost(cluster: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      if (this.has(cluster)) {
        resolve();
        return;
      }
      const unsubscribe = this.copy.onChange(change => {
        if (change.what === 'objects' || !this.has(cluster)) return;
        end();
        resolve();
      });
      const onAbort = () => {
        end();
        reject(signal.reason);
      };
      const end = () => {
        unsubscribe();
        signal.removeEventListener('abort', onAbort);
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}

function isDown({ state, problem }: KindHealth): boolean {
  return state === 'down' && problem?.because === 'unreachable';
}

function says({ state }: KindHealth): boolean {
  return state === 'denied' || state === 'absent';
}
