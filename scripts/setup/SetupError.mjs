/** Something the person at the machine can mend: what happened, and what to do about it. */
export class SetupError extends Error {
  name = 'SetupError';

  /**
   * @param {string} message what happened
   * @param {string} advice what to do now
   */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}
