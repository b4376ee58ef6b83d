/**
 * What pods ask of nodes that play what cannot be had on purpose: to kill a container for its memory, to evict the pod. A
 * kubelet that does not know them would run the pod to its end.
 */
export const nodeAnnotations = {
  oom: 'minikubelet/oom',
  evict: 'minikubelet/evict',
} as const;
