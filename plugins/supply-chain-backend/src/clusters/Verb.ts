/** What was asked, in RBAC's words. */
export type Verb = 'get' | 'list' | 'watch' | 'patch' | 'create';
