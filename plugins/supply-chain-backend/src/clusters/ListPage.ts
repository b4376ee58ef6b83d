/**
 * Some objects of a list as they arrive, far fewer than a request's page: none of them is kept here. The version is that of
 * the whole list; the server may tell it only after the objects, so the last one told counts.
 */
export interface ListPage {
  /** As the cluster gave them, without `managedFields`; a `MalformedObject` stands for one that is not JSON. */
  readonly items: readonly unknown[];
  readonly resourceVersion?: string | undefined;
}
