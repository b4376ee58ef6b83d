import { condition } from '../play/condition.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { StageReport } from './reportStage.ts';

/** The conditions that a ClusterDeploymentTemplate waits for on an App, as in the recorded one. */
const SUCCEEDED = statusOf('ReconcileSucceeded');
const FAILED = statusOf('ReconcileFailed');

/**
 * What Cartographer says of a stage whose App is not there yet, or has failed: whether it was submitted in the plural, and of
 * a failed one the message that its health rule points to. Undefined once the App has succeeded.
 */
export function deploymentWords(
  stage: string,
  app: KubeObject,
): Pick<StageReport, 'healthy' | 'submitted'> | undefined {
  if (condition(app, 'ReconcileFailed')?.status === 'True')
    return {
      submitted: {
        ...{ status: 'False', reason: 'FailedConditionMet' },
        message: `resource [${stage}] failed condition met: deployment failure condition [${FAILED}] was: True`,
      },
      healthy: {
        ...{ status: 'False', reason: 'MatchedField' },
        message: `field value: True, message: ${
          textAt(app, 'status', 'usefulErrorMessage') ?? ''
        }`,
      },
    };
  if (condition(app, 'ReconcileSucceeded')?.status === 'True') return undefined;
  return {
    submitted: {
      ...{ status: 'Unknown', reason: 'ConditionNotMet' },
      message: `resource [${stage}] condition not met: failed to evaluate succeededCondition.Key [${SUCCEEDED}]: jsonpath returned empty list: ${SUCCEEDED}`,
    },
    healthy: { status: 'Unknown', reason: 'NoMatchesFulfilled', message: '' },
  };
}

function statusOf(type: string): string {
  return `.status.conditions[?(@.type=="${type}")].status`;
}
