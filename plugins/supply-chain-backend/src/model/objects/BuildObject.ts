import type { BuildChange } from './BuildChange';
import type { BuildSource } from './BuildSource';
import type { Condition } from './Condition';
import type { ContainerState } from './ContainerState';
import type { ObjectMeta } from './ObjectMeta';

/** A kpack Build, as far as we show it. */
export type BuildObject = {
  readonly meta: ObjectMeta;
  /** Label: the Image that it belongs to; absent on builds made by hand. */
  readonly image?: string;
  /** Label, as a number. */
  readonly number?: number;
  /** Annotation `image.kpack.io/reason`, split. */
  readonly reasons: readonly string[];
  /** Annotation `image.kpack.io/buildChanges`; absent when it is missing or cannot be parsed. */
  readonly changes?: readonly BuildChange[];
  readonly builderKind?: string;
  readonly builderName?: string;
  /** Annotation `image.kpack.io/additionalBuildNeeded`: a rebuild was asked for after this one. */
  readonly rebuildAsked?: RebuildQuestion;

  readonly tags: readonly string[];
  readonly builderImage?: string;
  readonly runImage?: string;
  readonly source: BuildSource;
  /** `BP_OCI_SOURCE` of the build's environment: the revision, where the source itself is an archive. */
  readonly ociSource?: string;
  /** Of `spec.lastBuild`; with the reason STACK alone it makes a rebase possible. */
  readonly lastBuildStackId?: string;

  readonly conditions: readonly Condition[];
  readonly podName?: string;
  readonly stepStates: readonly ContainerState[];
  readonly stepsCompleted: readonly string[];
  readonly buildpacks: readonly BuildpackRef[];
  readonly stackId?: string;
  readonly stackRunImage?: string;
  readonly lifecycleVersion?: string;
  /** `repo@sha256:...`, once it has succeeded. */
  readonly latestImage?: string;
  /** `spec.cosign`: what kpack writes into the signature beside what it writes always. */
  readonly cosignAnnotations: readonly {
    readonly name: string;
    readonly value: string;
  }[];
  /** `repo@sha256:...` of kpack's own SLSA attestation. */
  readonly attestationImage?: string;
};

/** A call for a rebuild; by whom and when only where our own annotations tell. */
export type RebuildQuestion = { readonly by?: string; readonly at?: string };

export type BuildpackRef = {
  readonly id: string;
  readonly version?: string;
  readonly homepage?: string;
};
