import { useMutation } from '@tanstack/react-query';
import { uploadPack } from '@zhiheng/contract/packs/packs';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { PackMistakes } from './pack-mistakes.tsx';
import { packChangesWords } from './pack-changes-words.ts';
import { readPackFiles } from './read-pack-files.ts';
import styles from './packs.module.css';

/** A pack of one's own, from its files or a ZIP of them. */
export function UploadPack() {
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => call(uploadPack, { body: { files: await readPackFiles(files) } }),
    meta: { showsError: true },
    onSuccess: (changes) => {
      setOpen(false);
      showToast({ tone: 'good', words: packChangesWords(m.admin_pack_own(), changes) });
    },
  });
  const close = () => {
    setOpen(false);
    upload.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m.admin_pack_upload()}</Button>
      <Modal title={m.admin_pack_upload()} open={open} onCancel={close} footer={null} destroyOnHidden>
        <div className={styles.pack}>
          <p className={styles.words}>{m.admin_pack_upload_words()}</p>
          <input
            ref={field}
            type="file"
            hidden
            multiple
            accept=".zip,.yaml,.yml"
            aria-label={m.admin_pack_choose()}
            onChange={(event) => {
              upload.mutate([...(event.target.files ?? [])]);
              // The same file, mended, can be chosen again.
              event.target.value = '';
            }}
          />
          <Button type="primary" loading={upload.isPending} onClick={() => field.current?.click()}>
            {m.admin_pack_choose()}
          </Button>
          <PackMistakes error={upload.error} />
        </div>
      </Modal>
    </>
  );
}
