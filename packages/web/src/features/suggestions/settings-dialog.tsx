import { useMutation, useQuery } from '@tanstack/react-query';
import { saveSuggestionSettings, type SuggestionSettings } from '@zhiheng/contract/improvement/suggestions';
import type { Reply } from '@zhiheng/contract/endpoint';
import { Checkbox, Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { settingsQuery } from './suggestions.query.ts';
import styles from './suggestions.module.css';

type Saved = Reply<typeof saveSuggestionSettings>;

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data } = useQuery(settingsQuery);
  return data === undefined ? null : <Loaded saved={data} onClose={onClose} />;
}

function Loaded({ saved, onClose }: { readonly saved: Saved; readonly onClose: () => void }) {
  const [form] = Form.useForm<SuggestionSettings>();
  const save = useMutation({
    mutationFn: (values: SuggestionSettings) => call(saveSuggestionSettings, { body: { ...values, version: saved.version } }),
    meta: { showsError: true, done: m.suggestions_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<SuggestionSettings>
      title={m.suggestions_settings()}
      open
      onClose={onClose}
      form={form}
      initialValues={saved}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.suggestions_save()}
    >
      <Form.Item name="leaderboard" valuePropName="checked">
        <Checkbox>{m.suggestions_settings_board()}</Checkbox>
      </Form.Item>
      <Form.Item name="public" valuePropName="checked">
        <Checkbox>{m.suggestions_settings_public()}</Checkbox>
      </Form.Item>
      {saved.url === null ? null : (
        <p className={styles.url}>
          {m.suggestions_settings_url()}: <a href={saved.url}>{saved.url}</a>
        </p>
      )}
      <Form.Item name={['intro', 'zh']} label={m.suggestions_settings_intro_zh()}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name={['intro', 'en']} label={m.suggestions_settings_intro_en()}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
