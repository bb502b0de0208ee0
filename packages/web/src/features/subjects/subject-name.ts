import type { LocalText } from '@zhiheng/contract/values/text';
import type { Format } from '../../lib/format/use-format.ts';

type Names = Readonly<Record<'service' | 'site' | 'team' | 'segment', LocalText | null>>;

/** `宽带安装 · 朝阳二厅`; empty for the organisation as a whole. */
export const subjectName = (names: Names, format: Format): string =>
  [names.service, names.site, names.team, names.segment].flatMap((name) => (name === null ? [] : [format.text(name)])).join(' · ');
