/** Tekton puts it on each TaskRun of a PipelineRun: which task of the pipeline it is. */
export const PIPELINE_TASK = 'tekton.dev/pipelineTask';
