import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What wrote the logs: an image build of kpack, or the run of any other stage (a TaskRun, a PipelineRun, …). */
export type LogSource =
  | { readonly kind: 'build'; readonly ref: ObjectRef }
  | {
      readonly kind: 'run';
      readonly ref: ObjectRef;
      /** `plural.group`, for example `taskruns.tekton.dev`. */
      readonly resource: string;
    };
