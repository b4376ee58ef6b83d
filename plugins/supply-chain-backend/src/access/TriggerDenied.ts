/** The caller may see the build, and so may know this much. */
export class TriggerDenied extends Error {
  constructor() {
    super(
      'You may see this build but not ask for a rebuild: the permission supply-chain.build.trigger is missing',
    );
    this.name = 'TriggerDenied';
  }
}
