/** What a label's value may be (k8s.io/apimachinery, validation.IsValidLabelValue). */
const VALUE = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** A selector for objects with these labels; undefined where one is nothing that a label can be, so that no object has it. */
export function labelsAre(
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const all = Object.entries(labels);
  return all.every(([, value]) => VALUE.test(value))
    ? all.map(([name, value]) => `${name}=${value}`).join(',')
    : undefined;
}
