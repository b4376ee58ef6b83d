/** `a=b,carto.run/workload-name=payments` selects what payments stamped: the value of that label. */
export function selectedName(
  selector: string | undefined,
  label: string,
): string | undefined {
  for (const term of selector?.split(',') ?? []) {
    const [key = '', value = ''] = term.split(/==?(.*)/s);
    if (key.trim() === label && value.trim()) return value.trim();
  }
  return undefined;
}
