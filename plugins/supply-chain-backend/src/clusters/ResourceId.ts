/** A kind as paths name it, for example `{ group: 'kpack.io', version: 'v1alpha2', plural: 'builds' }`; the core group is `''`. */
export interface ResourceId {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
}
