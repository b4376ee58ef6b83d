/** An object that the cluster holds and whose shape could not be read. */
export interface UnreadableObject {
  readonly namespace?: string | undefined;
  /** `(no name)` when not even that can be read. */
  readonly name: string;
  readonly says: string;
}
