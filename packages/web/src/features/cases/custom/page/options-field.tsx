import { Button, Form, Input } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import styles from './options-field.module.css';

/** What can be chosen, in the order in which it is offered. */
export function OptionsField() {
  const rules = [{ required: true, whitespace: true, message: m.shell_name_missing() }];
  return (
    <Form.Item label={m.cases_fields_options()} extra={m.cases_fields_options_help()}>
      <Form.List name="options">
        {(lines, { add, remove }) => (
          <div className={styles.options}>
            {lines.map(({ key, name }, index) => (
              <div key={key} className={styles.option}>
                <Form.Item name={[name, 'name', 'zh']} rules={rules} noStyle>
                  <Input
                    lang="zh-CN"
                    maxLength={400}
                    aria-label={m.cases_fields_option_zh({ n: index + 1 })}
                    placeholder={m.shell_name_zh()}
                  />
                </Form.Item>
                <Form.Item name={[name, 'name', 'en']} rules={rules} noStyle>
                  <Input
                    lang="en"
                    maxLength={400}
                    aria-label={m.cases_fields_option_en({ n: index + 1 })}
                    placeholder={m.shell_name_en()}
                  />
                </Form.Item>
                <Form.Item name={[name, 'code']} hidden noStyle>
                  <Input />
                </Form.Item>
                <Button type="text" aria-label={m.cases_fields_option_remove({ n: index + 1 })} onClick={() => remove(name)}>
                  ×
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({ name: { zh: '', en: '' } })}>
              {m.cases_fields_option_add()}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
