/** What controllers say of an object that has no status yet, or of every one that is at work: nothing a person can use. */
const EMPTY =
  /^(?:condition with type |waiting to read value |cannot read value |Not all Steps in the Task have finished|status\.observedGeneration does not equal |unable to find passthrough )/;

/** Whether a message, freed of its wrapping, tells nothing of this object. */
export function saysNothing(message: string): boolean {
  return message === '' || EMPTY.test(message);
}
