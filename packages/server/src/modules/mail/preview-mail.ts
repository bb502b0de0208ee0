import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { previewMail as endpoint } from '@zhiheng/contract/mail/mail';
import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { fillTemplate, unknownVariable } from './template.rules.ts';

const example = {
  zh: {
    number: 'C-000123',
    subject: '打印机卡纸',
    name: '王小明',
    description: '三楼打印机一直卡纸。',
    message: '已更换搓纸轮，请再试一次。',
  },
  en: {
    number: 'C-000123',
    subject: 'Printer jams',
    name: 'Jane Doe',
    description: 'The printer on floor 3 jams.',
    message: 'We replaced the roller. Please try again.',
  },
} as const;

export async function previewMail({ db, orgId }: Operation, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { kind, language, template, signature } = body;
  for (const part of ['subject', 'body'] as const) {
    const name = unknownVariable(kind, template[part]);
    if (name !== null) throw invalidField(`template.${part}`, 'unknown_variable', { what: name });
  }
  const { name } = await db.selectFrom('organisation').select('name').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  const filled = fillTemplate(template, signature, { ...example[language], organisation: name });
  return { subject: filled.subject, text: filled.body };
}
