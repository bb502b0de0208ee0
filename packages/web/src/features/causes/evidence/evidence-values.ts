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

type Measured = Extract<EvidenceRequest, { kind: 'test' }>['of'];

/** An emptied field of antd holds undefined or null: neither is sent. */
const groupOf = (values: GroupValues | undefined): EvidenceGroup => ({
  ...{ label: '', from: values?.from ?? '', to: values?.to ?? '' },
  ...Object.fromEntries(
    (['serviceId', 'siteId', 'teamId', 'segmentId'] as const).flatMap((part) =>
      values?.[part] === undefined ? [] : [[part, values[part]]],
    ),
  ),
});

export const requestOf = (values: EvidenceValues): EvidenceRequest => (values.kind === 'figure' ? figureOf(values) : testOf(values));

function figureOf({ indicator = '', groups: [group], claim, reference }: EvidenceValues): EvidenceRequest {
  return {
    ...{ kind: 'figure', indicator, group: groupOf(group) },
    ...{ claim: claim === 'below' ? 'below' : 'above', reference: reference ?? 0 },
  };
}

function testOf(values: EvidenceValues): EvidenceRequest {
  const { method = 'welch', groups, claim = 'differ', margin } = values;
  return {
    ...{ kind: 'test', of: measuredOf(values), method, groups: [groupOf(groups[0]), groupOf(groups[1])], margin: margin ?? 0 },
    claim: claim === 'above' || claim === 'below' ? 'differ' : claim,
  };
}

function measuredOf({ of, indicator = '', field, value }: EvidenceValues): Measured {
  if (of === 'cases') return { kind: 'cases', field: field ?? 'priority', value: value ?? '' };
  return { kind: 'indicator', code: indicator };
}

/** Tests that fit what is compared, the usual one first. */
export function testsFor(of: EvidenceValues['of'], measure: string | undefined): readonly TestMethod[] {
  if (of === 'cases') return ['two-proportions', 'chi-square'];
  return measure === 'share' ? ['two-proportions'] : ['welch', 'mann-whitney'];
}
