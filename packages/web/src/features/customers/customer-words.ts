import type { customerKind, customerOrder } from '@zhiheng/contract/customers/customer-kind';
import type { valueLevel } from '@zhiheng/contract/customers/customers';
import type { z } from 'zod';
import { m } from '../../paraglide/messages.js';

type Words<K extends string> = Readonly<Record<K, () => string>>;

export const kindWords: Words<z.infer<typeof customerKind>> = {
  person: m.customers_kind_person,
  organisation: m.customers_kind_organisation,
};

export const orderWords: Words<z.infer<typeof customerOrder>> = {
  name: m.customers_order_name,
  code: m.customers_order_code,
  value: m.customers_order_value,
  since: m.customers_order_since,
  updated: m.customers_order_updated,
};

export const levelWords: Words<z.infer<typeof valueLevel>> = {
  high: m.customers_level_high,
  mid: m.customers_level_mid,
  low: m.customers_level_low,
};
