/** A value as Cartographer marshals it to YAML: without the final newline, and without quotes when it is one plain string. */
export function outputValue(preview: string): string {
  const text = preview.endsWith('\n') ? preview.slice(0, -1) : preview;
  if (text.includes('\n') || text.length < 2) return text;
  if (text.startsWith("'") && text.endsWith("'"))
    return text.slice(1, -1).replaceAll("''", "'");
  if (text.startsWith('"') && text.endsWith('"')) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'string') return value;
    } catch {
      // A quoted form of YAML that JSON does not know, or one that was cut: shown as it came.
    }
  }
  return text;
}
