/** One line of a watch. ERROR lines are not here: they are thrown as the typed error that they carry. */
export type WatchEvent =
  | {
      readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
      readonly object: unknown;
      /** Of the object, when it has a usable one. */
      readonly resourceVersion?: string | undefined;
    }
  | {
      readonly type: 'BOOKMARK';
      readonly resourceVersion: string;
      /** All of the state has been told that a watch without a version begins with. */
      readonly initialEnd?: true | undefined;
    };
