import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Input, Radio, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { adoptionWords } from '../definition-facts.ts';
import { useChoices } from '../use-names.ts';
import type { CardProps } from './draft-cards.tsx';
import { FindingList, findingsAt } from './findings.tsx';

interface Props extends CardProps {
  readonly name: LocalText;
  readonly onName: (name: LocalText) => void;
}

/** What it is called, in which calendar it counts, and whether open cases come under a new version. */
export function BasicsCard({ name, onName, definition, findings, onChange }: Props) {
  const { calendar } = useChoices();
  const rename = (locale: 'zh' | 'en', text: string) => onName({ ...name, [locale]: text });
  return (
    <Card title={m.agreements_basics()}>
      <Form layout="vertical" component="div">
        <FormPair>
          <Form.Item label={m.shell_name_zh()} htmlFor="name-zh">
            <Input id="name-zh" lang="zh-CN" maxLength={400} value={name.zh} onChange={(event) => rename('zh', event.target.value)} />
          </Form.Item>
          <Form.Item label={m.shell_name_en()} htmlFor="name-en">
            <Input id="name-en" lang="en" maxLength={400} value={name.en} onChange={(event) => rename('en', event.target.value)} />
          </Form.Item>
          <Form.Item label={m.agreements_calendar()} htmlFor="calendar">
            <Select
              id="calendar"
              value={definition.calendarId}
              options={[...calendar]}
              onChange={(calendarId: string) => onChange({ calendarId })}
            />
          </Form.Item>
          <Form.Item label={m.agreements_adoption()}>
            <Radio.Group
              value={definition.adoption}
              options={(['new-cases', 'open-cases'] as const).map((value) => ({ value, label: adoptionWords[value]() }))}
              onChange={(event) => onChange({ adoption: event.target.value === 'open-cases' ? 'open-cases' : 'new-cases' })}
            />
          </Form.Item>
        </FormPair>
        <FindingList findings={findingsAt(findings, 'calendarId')} />
      </Form>
    </Card>
  );
}
