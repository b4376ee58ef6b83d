/** A token in the form of a JWT that nobody signed. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part(claims), 'unsigned'].join('.');
}
