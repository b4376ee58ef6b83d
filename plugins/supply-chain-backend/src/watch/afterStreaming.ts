import { isKubernetesError } from '../clusters/errors/KubernetesError';

/**
 * Whether a list in pages may go better than one that could not be streamed; `blame` when, if it does, the server cannot
 * stream. `silent`: nothing came any more, as from a server that does not know the question.
 */
export function afterStreaming(
  error: unknown,
  silent: boolean,
): 'no' | 'yes' | 'blame' {
  if (!isKubernetesError(error)) return 'no';
  switch (error.because) {
    case 'upstream-failure':
    case 'broken-answer':
      return 'blame';
    case 'connection-lost':
      return silent ? 'blame' : 'yes';
    // Streaming needs the right to watch alone. That to list is another, and it is the one to be named.
    case 'denied':
      return 'yes';
    default:
      return 'no';
  }
}
