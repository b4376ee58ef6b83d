/** What changes in the address; `undefined` takes a part out. */
export type SearchChange = Partial<
  Record<
    | 'stage'
    | 'tab'
    | 'build'
    | 'compare'
    | 'run'
    | 'task'
    | 'step'
    | 'line'
    | 'q'
    | 'how',
    string | undefined
  >
>;

/** `?tab=logs&line=3` with some of it changed, all else kept; empty when nothing is left. */
export function changeSearch(search: string, change: SearchChange): string {
  const params = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const text = params.toString();
  return text && `?${text}`;
}
