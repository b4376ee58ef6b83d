/** Every workload of every readable cluster. */
export function ListPage() {
  return <h1>Supply chains</h1>;
}
