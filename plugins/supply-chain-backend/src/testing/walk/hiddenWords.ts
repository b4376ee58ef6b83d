import type { ClusterState } from 'demo-cluster';
import { watchedKinds } from '../../service/watchedKinds';

/** Names on clusters that nobody can have from what they see: neither from an object of theirs, nor because it names others. */
export function hiddenWords(
  states: readonly ClusterState[],
  isSeen: (object: { namespace: string; name: string }) => boolean,
): readonly string[] {
  const seen: string[] = [];
  const hidden = new Set<string>();
  for (const { resource, namespaced } of Object.values(watchedKinds)) {
    const objects = states.flatMap(state => state.list(resource).items);
    for (const object of objects) {
      const { name, namespace = '' } = object.metadata;
      if (!namespaced || isSeen({ namespace, name })) {
        seen.push(JSON.stringify(object));
      } else {
        hidden.add(name);
        hidden.add(namespace);
      }
    }
  }
  return [...hidden].filter(
    word => !seen.some(text => containsWord(text, word)),
  );
}

/** Whether it is there as a name, not as a part of another. */
export function containsWord(text: string, word: string): boolean {
  for (
    let at = text.indexOf(word);
    at !== -1;
    at = text.indexOf(word, at + 1)
  ) {
    const [before, after] = [text[at - 1] ?? '', text[at + word.length] ?? ''];
    if (!/[a-z0-9-]/i.test(before) && !/[a-z0-9-]/i.test(after)) return true;
  }
  return false;
}
