import { useParams } from 'react-router-dom';

/** One workload's way to production. */
export function WorkloadPage() {
  const { name } = useParams();
  return <h1>{name}</h1>;
}
