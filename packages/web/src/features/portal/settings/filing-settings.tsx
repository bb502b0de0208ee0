import { useQuery } from '@tanstack/react-query';
import { caseType } from '@zhiheng/contract/cases/case';
import { Form, Input, Select, Switch } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QrCode } from '../../../ui/qr-code.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { serviceOptionsQuery } from '../../subjects/index.ts';
import { typeWords } from '../portal-words.ts';
import styles from './settings.module.css';

/** Whether the page is open, what it takes and what it asks. */
export function FilingSettings({ url }: { readonly url: string | null }) {
  const format = useFormat();
  const services = useQuery(serviceOptionsQuery);
  const open = Form.useWatch<boolean | undefined>('open');
  return (
    <>
      <Toggle name="open" label={m.portal_settings_open()} help={m.portal_settings_open_help()} />
      <Address url={url} open={open === true} />
      <Form.Item
        name="types"
        label={m.portal_settings_types()}
        rules={[{ required: open === true, type: 'array', min: 1, message: m.portal_settings_types_missing() }]}
      >
        <Select mode="multiple" options={caseType.options.map((value) => ({ value, label: typeWords[value]() }))} />
      </Form.Item>
      <Form.Item name="serviceIds" label={m.portal_settings_services()}>
        <Select
          mode="multiple"
          placeholder={m.portal_settings_services_all()}
          showSearch={{ optionFilterProp: 'label' }}
          options={(services.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <div className={styles.pairs}>
        <Form.Item name={['intro', 'zh']} label={m.portal_settings_intro_zh()}>
          <Input.TextArea lang="zh-CN" autoSize={{ minRows: 2 }} maxLength={4000} placeholder={m.portal_file_line({}, { locale: 'zh' })} />
        </Form.Item>
        <Form.Item name={['intro', 'en']} label={m.portal_settings_intro_en()}>
          <Input.TextArea lang="en" autoSize={{ minRows: 2 }} maxLength={4000} placeholder={m.portal_file_line({}, { locale: 'en' })} />
        </Form.Item>
        <Form.Item name={['consent', 'zh']} label={m.portal_settings_consent_zh()} extra={m.portal_settings_consent_help()}>
          <Input.TextArea lang="zh-CN" autoSize={{ minRows: 2 }} maxLength={4000} placeholder={m.portal_consent({}, { locale: 'zh' })} />
        </Form.Item>
        <Form.Item name={['consent', 'en']} label={m.portal_settings_consent_en()}>
          <Input.TextArea lang="en" autoSize={{ minRows: 2 }} maxLength={4000} placeholder={m.portal_consent({}, { locale: 'en' })} />
        </Form.Item>
      </div>
      <Toggle name="contactNeeded" label={m.portal_settings_contact()} />
      <Toggle name="anonymous" label={m.portal_settings_anonymous()} />
      <Toggle name="suggests" label={m.portal_settings_suggests()} help={m.portal_settings_suggests_help()} />
    </>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}

function Toggle({ name, label, help }: ToggleProps) {
  return (
    <div className={styles.toggle}>
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={label} />
      </Form.Item>
      <div>
        <p>{label}</p>
        {help === undefined ? null : <p className={styles.help}>{help}</p>}
      </div>
    </div>
  );
}

function Address({ url, open }: { readonly url: string | null; readonly open: boolean }) {
  return (
    <div className={styles.address}>
      <p className={styles.head}>
        {m.portal_settings_address()}
        <StatusBadge tone={open ? 'good' : 'idle'}>{open ? m.portal_settings_on() : m.portal_settings_off()}</StatusBadge>
      </p>
      {url === null ? (
        <p className={styles.help}>{m.portal_settings_address_after()}</p>
      ) : (
        <>
          <p className={styles.url}>
            <a href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          </p>
          <p className={styles.help}>{m.portal_settings_address_help()}</p>
          <QrCode value={url} title={m.portal_file_title()} />
        </>
      )}
    </div>
  );
}
