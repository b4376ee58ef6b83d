/** The version that Kubernetes gives its continue tokens. */
export const CONTINUE_FORMAT = 'meta.k8s.io/v1';
