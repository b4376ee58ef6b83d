/** `user:token@` in front of a host. */
const USER_INFO = /\b([a-z][a-z0-9+.-]*:\/\/)[^/\s@'"`]*@/gi;

/** The same text with the user part of every URL left out: tokens hide there. */
export function withoutCredentials(text: string): string {
  return text.includes('://') ? text.replace(USER_INFO, '$1') : text;
}
