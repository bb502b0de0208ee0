import type { CustomerNeed } from '@zhiheng/contract/feedback/needs';

/** What the form of a need holds; what is left empty there is undefined. */
export interface NeedValues extends Pick<
  CustomerNeed,
  'kind' | 'name' | 'detail' | 'importance' | 'priority' | 'salesPoint' | 'state' | 'handedTo' | 'stateNote'
> {
  readonly serviceId?: string | null;
  readonly segmentId?: string | null;
  readonly ownScore?: number | null;
  readonly targetScore?: number | null;
  readonly sources?: readonly {
    readonly feedbackId?: string | null;
    readonly words?: string;
    readonly url?: string;
    readonly excerpt?: string;
  }[];
}

export const emptyNeed: NeedValues = {
  ...{ kind: 'need', name: '', detail: '', importance: 3, priority: 'should', salesPoint: 1 },
  ...{ state: 'noted', handedTo: '', stateNote: '', sources: [] },
};

export const valuesOf = (need: CustomerNeed): NeedValues => ({ ...need });
