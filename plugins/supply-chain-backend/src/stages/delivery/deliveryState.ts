import type { DeliveryDetail } from '@supply-chain-view/backstage-plugin-supply-chain-common';

export type Evidence = {
  /** The commit that the config writer wrote. */
  readonly written?: string | undefined;
  /** The revision that the delivery's source has now. */
  readonly fetched?: string | undefined;
  /** The revision that was deployed last. */
  readonly deployed?: string | undefined;
  /** The last attempt to deploy has failed. */
  readonly failed?: boolean | undefined;
  readonly built?: string | undefined;
  readonly running?: string | undefined;
};

/** `@sha256:` and what follows. */
const DIGEST = /sha256:[0-9a-f]{64}/;

/**
 * Whether what was built last is what runs. Commits of one branch cannot be put in order from what a cluster tells, and others
 * may write to the same branch: another commit proves nothing, but one that was fetched and not deployed does.
 */
export function deliveryState(evidence: Evidence): DeliveryDetail['state'] {
  const state = proved(evidence);
  return state === 'behind' && evidence.failed ? 'failed' : state;
}

function proved(evidence: Evidence): 'delivered' | 'behind' | 'not-known' {
  const { written, fetched, deployed } = evidence;
  if (written !== undefined) {
    if (deployed?.includes(written)) return 'delivered';
    if (fetched?.includes(written)) return 'behind';
  } else if (fetched !== undefined && fetched !== deployed) {
    if (deployed !== undefined || evidence.failed) return 'behind';
  }
  const built = DIGEST.exec(evidence.built ?? '')?.[0];
  const running = DIGEST.exec(evidence.running ?? '')?.[0];
  if (built === undefined || running === undefined) return 'not-known';
  return built === running ? 'delivered' : 'behind';
}
