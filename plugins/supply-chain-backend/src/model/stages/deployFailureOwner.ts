/**
 * An app that was started and did not live, or never said that it is ready, as Knative (`Container failed with`, `Initial scale
 * was never achieved`), the kubelet, Deployments, and health checks of kapp and Flux tell it.
 */
const OF_THE_APP =
  /Container failed with|Initial scale was never achieved|CrashLoopBackOff|OOMKilled|ProgressDeadlineExceeded|(?:readiness|liveness|startup) probe|exited with|health check failed|(?:timed out|timeout) waiting/i;

/** What keeps it from being started at all, and may stand in the same message. */
const OF_THE_PLATFORM =
  /Unable to (?:fetch|pull) image|ImagePullBackOff|ErrImagePull|is forbidden|denied the request|exceeded quota|Unschedulable|nodes are available/i;

/**
 * Who can fix a deployment that failed: the developer an app that does not come up, the platform team the rest: clusters that
 * cannot pull, rights, policies, quotas, and configuration that conventions and templates wrote.
 */
export function deployFailureOwner(message: string): 'developer' | 'platform' {
  return OF_THE_APP.test(message) && !OF_THE_PLATFORM.test(message)
    ? 'developer'
    : 'platform';
}
