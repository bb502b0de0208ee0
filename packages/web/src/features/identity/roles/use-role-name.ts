import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../lib/format/use-format.ts';
import { rolesQuery } from './roles.query.ts';

/** The name of a role by its code; the code itself until the names are there. */
export function useRoleName(): (code: string) => string {
  const format = useFormat();
  const { data } = useQuery(rolesQuery);
  return (code) => {
    const role = data?.items.find((one) => one.code === code);
    return role === undefined ? code : format.text(role.name);
  };
}
