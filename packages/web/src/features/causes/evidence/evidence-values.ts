import type { CaseField, EvidenceGroup, EvidenceRequest, TestMethod } from '@zhiheng/contract/causes/evidence';

export type GroupValues = Pick<EvidenceGroup, 'from' | 'to' | 'serviceId' | 'siteId' | 'teamId' | 'segmentId'>;

export interface EvidenceValues {
  readonly kind: 'figure' | 'test';
  readonly of: 'indicator' | 'cases';
  readonly indicator?: string;
  readonly field?: CaseField;
  readonly value?: string;
  readonly method?: TestMethod;
  readonly groups: readonly [GroupValues, GroupValues?];
  readonly claim?: EvidenceRequest['claim'];
  readonly reference?: number | null;
  readonly margin?: number | null;
  readonly note?: string;
}

/** An emptied field of antd holds undefined or null: neither is sent. */
const groupOf = (values: GroupValues | undefined): EvidenceGroup => ({
  ...{ label: '', from: values?.from ?? '', to: values?.to ?? '' },
  ...Object.fromEntries(
    (['serviceId', 'siteId', 'teamId', 'segmentId'] as const).flatMap((part) =>
      values?.[part] === undefined ? [] : [[part, values[part]]],
    ),
  ),
});

export function requestOf(values: EvidenceValues): EvidenceRequest {
  const { claim = 'differ', indicator = '', method = 'welch' } = values;
  if (values.kind === 'figure')
    return {
      ...{ kind: 'figure', indicator, group: groupOf(values.groups[0]) },
      ...{ claim: claim === 'below' ? 'below' : 'above', reference: values.reference ?? 0 },
    };
  return {
    ...{ kind: 'test', method, groups: [groupOf(values.groups[0]), groupOf(values.groups[1])], margin: values.margin ?? 0 },
    of:
      values.of === 'cases'
        ? { kind: 'cases', field: values.field ?? 'priority', value: values.value ?? '' }
        : { kind: 'indicator', code: indicator },
    claim: claim === 'above' || claim === 'below' ? 'differ' : claim,
  };
}

/** Tests that fit what is compared, the usual one first. */
export function testsFor(of: EvidenceValues['of'], measure: string | undefined): readonly TestMethod[] {
  if (of === 'cases') return ['two-proportions', 'chi-square'];
  return measure === 'share' ? ['two-proportions'] : ['welch', 'mann-whitney'];
}
