import { FacetMenu } from './FacetMenu';

/** Filters whose values are many, from left to right; one value is no choice. */
export function FacetMenus<Name extends string>({
  menus,
  facets,
  chosen,
  onChoose,
}: {
  /** Each with its words. */
  menus: readonly { readonly name: Name; readonly label: string }[];
  facets:
    | Readonly<Record<Name, readonly { value: string; count: number }[]>>
    | undefined;
  chosen: Readonly<Record<Name, readonly string[]>>;
  onChoose: (name: Name, values: string[]) => void;
}) {
  return (
    <>
      {menus
        .filter(
          ({ name }) =>
            (facets?.[name].length ?? 0) > 1 || chosen[name].length > 0,
        )
        .map(({ name, label }) => (
          <FacetMenu
            key={name}
            label={label}
            facet={facets?.[name] ?? []}
            chosen={chosen[name]}
            onChoose={values => onChoose(name, values)}
          />
        ))}
    </>
  );
}
