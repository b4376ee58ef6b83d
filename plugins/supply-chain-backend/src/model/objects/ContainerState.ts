/** The state of one container, as a pod's status and a Build's `stepStates` write it. */
export type ContainerState =
  | {
      readonly kind: 'waiting';
      readonly reason?: string;
      readonly message?: string;
    }
  | { readonly kind: 'running'; readonly startedAt?: string }
  | {
      readonly kind: 'terminated';
      readonly exitCode?: number;
      readonly signal?: number;
      readonly reason?: string;
      readonly message?: string;
      readonly startedAt?: string;
      readonly finishedAt?: string;
    }
  /** Nothing is said of it. */
  | { readonly kind: 'absent' };
