import { cutText } from '../objects/cutText';

/** Longest name, revision or tag shown in a sentence; a URL with a digest has some 200. */
const LINE_MAX = 300;

/** A value that can stand in a sentence; undefined for YAML of several lines, which a template may give as any output. */
export function oneLine(value: string | undefined): string | undefined {
  if (value === undefined || value === '' || /[\r\n]/.test(value))
    return undefined;
  return cutText(value, LINE_MAX);
}
