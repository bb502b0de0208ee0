import { useMutation } from '@tanstack/react-query';
import { deleteDemo, type PackSummary } from '@zhiheng/contract/packs/packs';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import styles from './packs.module.css';

/** Demo data that stand in the organisation: what there is to find, and the one button that deletes them. */
export function DemoCard({ packs, manages }: { readonly packs: readonly PackSummary[]; readonly manages: boolean }) {
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState(false);
  const remove = useMutation({
    mutationFn: () => call(deleteDemo),
    onSuccess: ({ observations }) => showToast({ tone: 'good', words: m.admin_demo_deleted({ count: format.number(observations) }) }),
    onSettled: () => setAsking(false),
  });
  const problems = packs
    .filter((pack) => pack.demoLoaded)
    .map((pack) => (pack.demoProblem === null ? format.text(pack.name) : format.text(pack.demoProblem)));
  return (
    <Card title={m.admin_demo_title()} aside={m.admin_demo_aside()}>
      <div className={styles.pack}>
        <p className={styles.words}>{m.admin_demo_words()}</p>
        {told ? <p>{m.admin_demo_problem({ problem: format.list(problems) })}</p> : null}
        <div className={styles.buttons}>
          <Button onClick={() => setTold(!told)} aria-expanded={told}>
            {told ? m.admin_demo_hide() : m.admin_demo_tell()}
          </Button>
          {manages ? (
            <Button danger onClick={() => setAsking(true)}>
              {m.admin_demo_delete()}
            </Button>
          ) : null}
        </div>
      </div>
      <ConfirmDialog
        title={m.admin_demo_delete_title()}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
        confirmLabel={m.admin_demo_delete()}
        pending={remove.isPending}
      >
        {m.admin_demo_delete_words()}
      </ConfirmDialog>
    </Card>
  );
}
