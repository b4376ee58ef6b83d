/**
 * What both sides of Supply Chain View say to each other.
 *
 * @packageDocumentation
 */
export * from './ApiError';
export * from './apiPaths';
export * from './assertNever';
export * from './clusterTokenHeader';
export * from './permissions';
export * from './logs/LogCompleteness';
export * from './logs/LogCursor';
export * from './logs/LogMessage';
export * from './refs/entityAnnotations';
export * from './refs/Instant';
export * from './refs/ObjectRef';
export * from './refs/requestedRef';
export * from './refs/requestedStage';
export * from './refs/StampedRef';
export * from './requests/logsQuery';
export * from './requests/workloadsQuery';
export * from './stream/applyPatch';
export * from './stream/diffViews';
export * from './stream/PollAnswer';
export * from './stream/PollRequest';
export * from './stream/StreamMessage';
export * from './stream/StreamRequest';
export * from './stream/ViewPatch';
export * from './texts/exitCodeMeaning';
export * from './texts/fillTemplate';
export * from './texts/reasonMessages';
export * from './texts/stageTitle';
export * from './texts/whySentence';
export * from './texts/stripAnsi';
export * from './texts/shortRevision';
export * from './texts/shortImage';
export * from './texts/findFirstError';
export * from './views/BuildPhase';
export * from './views/BuildView';
export * from './views/ClusterView';
export * from './views/GraphView';
export * from './views/OutputView';
export * from './views/Problem';
export * from './views/ReasonView';
export * from './views/StageDetailView';
export * from './views/StagePhase';
export * from './views/StageView';
export * from './views/StepView';
export * from './views/WorkloadPhase';
export * from './views/WorkloadRow';
export * from './views/WorkloadView';
