/** One term of a permission condition, over what the live copy's indexes know of a subject. Values are alternatives. */
export type SubjectQuery =
  | { readonly of: 'cluster'; readonly values: readonly string[] }
  | { readonly of: 'namespace'; readonly values: readonly string[] }
  | { readonly of: 'owner'; readonly values: readonly string[] }
  | {
      readonly of: 'label';
      readonly label: string;
      /** Absent: any value. */
      readonly value?: string | undefined;
    };
