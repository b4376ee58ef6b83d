/** Signatures, attestations and bundles looked at of one image. Anybody who may push can add more; signers have a few. */
export const MOST_SIGNATURES = 30;
