import { useMutation } from '@tanstack/react-query';
import type { CaseEntry } from '@zhiheng/contract/cases/case';
import { uploadCaseAttachment } from '@zhiheng/contract/cases/cases';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';

type Attachment = CaseEntry['attachments'][number];

function upload(file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file);
  return call(uploadCaseAttachment, { body });
}

/** Files that go with what is being written; they are uploaded when chosen, so that sending does not wait. */
export function useAttachments() {
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const adding = useMutation({ mutationFn: upload, onSuccess: (file) => setFiles((now) => [...now, file]) });
  return {
    files,
    pending: adding.isPending,
    add: (file: File) => adding.mutate(file),
    remove: (id: string) => setFiles((now) => now.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}
export type Attachments = ReturnType<typeof useAttachments>;
