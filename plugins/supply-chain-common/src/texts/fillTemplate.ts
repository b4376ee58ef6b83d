/** Puts the parameters into `{{name}}` places; a missing one is left out. Values are text, never interpreted again. */
export function fillTemplate(
  template: string,
  params: Readonly<Record<string, string>>,
): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    Object.hasOwn(params, name) ? params[name] ?? '' : '',
  );
}
