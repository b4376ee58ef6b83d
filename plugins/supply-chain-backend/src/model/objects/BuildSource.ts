/** Where a kpack Image or Build takes its source from. */
export type BuildSource = {
  readonly git?: { readonly url?: string; readonly revision?: string };
  readonly blob?: { readonly url?: string };
  readonly registry?: { readonly image?: string };
  readonly subPath?: string;
};
