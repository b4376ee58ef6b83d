/** RFC 3339 with seconds and zone, as Kubernetes writes metav1.Time and MicroTime and the kubelet its log times. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** Whether a whole string is one point in time, not merely contains one. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text);
}
