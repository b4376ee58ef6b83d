/** A repository of a registry, as references write it: `registry.example.com:5000` and `team/app`. */
export interface ImageRepository {
  readonly host: string;
  readonly name: string;
}
