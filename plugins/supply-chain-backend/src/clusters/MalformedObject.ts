/** Stands for an object that a cluster sent and that cannot be parsed; `metadata` is what could be saved of it. */
export class MalformedObject {
  constructor(
    readonly metadata: unknown,
    /** Why, in words for people, without a word of the object's own. */
    readonly says: string,
  ) {}
}
