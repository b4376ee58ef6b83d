import type { ClusterInfo } from './ClusterInfo';
import type { ListPage } from './ListPage';
import type { ListRequest } from './ListRequest';
import type { LogRequest } from './LogRequest';
import type { ObjectRequest } from './ObjectRequest';
import type { PatchRequest } from './PatchRequest';
import type { WatchEvent } from './WatchEvent';
import type { WatchRequest } from './WatchRequest';

/**
 * Everything this plugin may ask a cluster. What goes wrong is thrown as one of `KubernetesError`'s types;
 * an aborted signal throws the signal's reason. Leaving an iteration early closes the connection.
 */
export interface KubernetesApi {
  /** Throws `ClusterListFailed`. */
  clusters(signal: AbortSignal): Promise<readonly ClusterInfo[]>;
  /** Resolves when the cluster answers, whatever it answers: the cheapest question there is. Else throws `ClusterUnreachable`. */
  contact(cluster: string, signal: AbortSignal): Promise<void>;
  /**
   * One consistent list, asked for in pages of `LIST_PAGE` objects and given in small batches as they arrive: no page is
   * ever in memory. Throws `Gone` when the list grew too old between pages.
   */
  list(request: ListRequest, signal: AbortSignal): AsyncIterable<ListPage>;
  get(request: ObjectRequest, signal: AbortSignal): Promise<unknown>;
  /** Ends after some minutes as every watch does: go on from the last version seen. Throws `Gone` when that is too old. */
  watch(request: WatchRequest, signal: AbortSignal): AsyncIterable<WatchEvent>;
  /**
   * The bytes as the kubelet gives them, while they come. Resolves with the first of them (proxies keep the head of an
   * answer until then), so that following a silent container may wait long. Throws `ContainerWaiting`, `NotFound`;
   * the iteration throws `ConnectionLost` when the log was cut off: only an iteration that ends was the whole log.
   */
  log(
    request: LogRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>>;
  /** The object after the patch. Throws `Conflict` when a precondition in it does not hold. */
  patch(request: PatchRequest, signal: AbortSignal): Promise<unknown>;
}
