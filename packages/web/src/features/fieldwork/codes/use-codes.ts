import { useMutation } from '@tanstack/react-query';
import { createFieldCode, deleteFieldCode, updateFieldCode, type FieldCode } from '@zhiheng/contract/fieldwork/codes';
import { getRouteApi } from '@tanstack/react-router';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { movedCodes } from './code-tree.rules.ts';

const route = getRouteApi('/app/fieldwork/$id/codes');

/** One place higher or lower in the book. */
export function useMoveCode(codes: readonly FieldCode[]): (id: string, by: 1 | -1) => void {
  const move = useMutation({
    mutationFn: async (places: NonNullable<ReturnType<typeof movedCodes<FieldCode>>>) => {
      for (const { code, position } of places)
        await call(updateFieldCode, { params: { id: code.id }, body: { version: code.version, position } });
    },
  });
  return (id, by) => {
    const places = movedCodes(codes, id, by);
    if (places !== null) move.mutate(places);
  };
}

/** Only one that no quote has is deleted: to take it back it is made again. */
export function useDeleteCode({ id, name, meaning, parentId, position }: FieldCode) {
  const format = useFormat();
  const { id: studyId } = route.useParams();
  return useDeletion({
    name: format.text(name),
    remove: () => call(deleteFieldCode, { params: { id } }),
    restore: () => call(createFieldCode, { params: { id: studyId }, body: { name, meaning, parentId, position } }),
  });
}
