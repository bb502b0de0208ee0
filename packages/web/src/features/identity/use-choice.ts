import { useMutation, useQueryClient } from '@tanstack/react-query';
import { updateMe, type Me } from '@zhiheng/contract/identity/sign-in';
import { call } from '../../lib/call.ts';
import { meQuery } from './me.query.ts';

/** Keeps a person's language or theme with the account; the page has changed already. */
export function useChoice(): (choice: Partial<Pick<Me, 'locale' | 'theme'>>) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({ mutationFn: (choice: Partial<Pick<Me, 'locale' | 'theme'>>) => call(updateMe, { body: choice }) });
  return (choice) => {
    client.setQueryData(meQuery.queryKey, (me) => (me === undefined ? me : { ...me, ...choice }));
    mutate(choice);
  };
}
