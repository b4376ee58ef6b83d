import { HIDDEN, hideEnvValues } from '../../model/words/hideEnvValues';

/**
 * Parameters longer than this that are nothing but base64 hold files, and in them the variables of containers. Only one part of
 * it may take blanks at any place: with two, a megabyte of them would be looked at for hours.
 */
const PACKED = /^[A-Za-z0-9+/\s]{200,}(?:={1,2}\s*)?$/;

/**
 * The same object without the values of environment variables: those of containers and builds, those in files of configuration,
 * and files that are packed into parameters.
 */
export function hideValues(value: unknown, key = ''): unknown {
  if (typeof value === 'string')
    return PACKED.test(value) ? HIDDEN : hideEnvValues(value);
  if (Array.isArray(value))
    return value.map((each: unknown) =>
      key === 'env' ? hideVariable(each) : hideValues(each, key),
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, hideValues(each, name)]),
  );
}

/** `{name, value}`; where a value comes from somewhere else there is none to hide. */
function hideVariable(variable: unknown): unknown {
  if (typeof variable !== 'object' || variable === null) return HIDDEN;
  return 'value' in variable ? { ...variable, value: HIDDEN } : variable;
}
