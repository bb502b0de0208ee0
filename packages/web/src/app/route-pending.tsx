import { Skeleton } from '../ui/states.tsx';

export function RoutePending() {
  return <Skeleton rows={8} height={28} />;
}
