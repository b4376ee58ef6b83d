/** At most 500 objects as the cluster gave them; the version is that of the whole list, the same on every page. */
export interface ListPage {
  readonly items: readonly unknown[];
  readonly resourceVersion: string;
}
