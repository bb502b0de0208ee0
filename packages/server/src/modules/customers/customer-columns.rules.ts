import { customerColumn, type CustomerColumn } from '@zhiheng/contract/customers/customers';

const chinese: Readonly<Record<string, CustomerColumn>> = {
  客户编号: 'code',
  编号: 'code',
  类型: 'kind',
  名称: 'name',
  姓名: 'name',
  邮箱: 'email',
  电子邮件: 'email',
  电话: 'phone',
  手机: 'phone',
  地址: 'address',
  语言: 'language',
  客群: 'segment',
  分群: 'segment',
  年价值: 'annual_value',
  建立日期: 'since',
  备注: 'note',
};
const columns: readonly string[] = customerColumn.options;

/** The column that a heading means; null for one that is not a customer's. */
export function columnOf(heading: string): CustomerColumn | null {
  const name = heading.trim();
  const plain = name.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return columns.includes(plain) ? (plain as CustomerColumn) : (chinese[name] ?? null);
}

/** Prefix of the heading of a customer's own attribute: `attribute.city`. */
export const attributePrefix = 'attribute.';

export const kindWords: Readonly<Record<string, 'person' | 'organisation'>> = {
  person: 'person',
  organisation: 'organisation',
  organization: 'organisation',
  个人: 'person',
  单位: 'organisation',
  企业: 'organisation',
};
export const languageWords: Readonly<Record<string, 'zh' | 'en'>> = { zh: 'zh', en: 'en', 中文: 'zh', 英文: 'en' };
