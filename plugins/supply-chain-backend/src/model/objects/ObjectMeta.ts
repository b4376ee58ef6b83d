/** What we keep of every object's metadata. */
export type ObjectMeta = {
  readonly name: string;
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly uid?: string;
  readonly generation?: number;
  readonly createdAt?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly owners: readonly OwnerRef[];
  /** A deletion is under way. */
  readonly deleting: boolean;
};

export type OwnerRef = {
  readonly kind: string;
  readonly name: string;
  readonly uid?: string;
  readonly controller: boolean;
};
