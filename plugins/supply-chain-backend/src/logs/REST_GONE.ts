/** Says that a pod has gone while its log was read. The archive may have the rest. */
export const REST_GONE = 'The pod is gone, and the rest of this log with it';
