import type { CaseImportFindingCode } from '@zhiheng/contract/cases/case-imports';
import type { Locale, LocalText } from '@zhiheng/contract/values/text';

/** Words for the file of what an import met: it is read outside the web page, which has its own. */
export const findingWords: Readonly<Record<CaseImportFindingCode, LocalText>> = {
  malformed_row: { zh: '该行无法读取', en: 'The row cannot be read' },
  missing_number: { zh: '缺少工单编号', en: 'The number is missing' },
  missing_opening: { zh: '缺少受理时间', en: 'No time of opening' },
  impossible_time: { zh: '时间无法识别', en: 'Not a time' },
  future_time: { zh: '时间在未来', en: 'The time lies in the future' },
  unknown_status: { zh: '状态没有对应', en: 'The status is not translated' },
  unknown_priority: { zh: '优先级没有对应，按 P3 导入', en: 'The priority is not translated; imported as P3' },
  unknown_type: { zh: '类型没有对应，按默认类型导入', en: 'The type is not translated; imported as the default type' },
  unknown_category: { zh: '没有这个分类，导入时留空', en: 'No such category; left empty' },
  unknown_service: { zh: '没有这项服务，导入时留空', en: 'No such service; left empty' },
  unknown_customer: { zh: '没有这个客户，导入时留空', en: 'No such customer; left empty' },
  repeated_number: { zh: '编号重复，以最后一行为准', en: 'The number comes again; the last row counts' },
  before_opening: { zh: '有记录早于受理时间，按受理时间计', en: 'Something lies before the opening; counted at the opening' },
  resolution_differs: { zh: '历史与解决时间列不一致', en: 'History and column of the solution differ' },
  resolution_in_history_only: { zh: '只有历史显示已解决', en: 'Solved by the history only' },
  resolution_in_column_only: { zh: '只有解决时间列显示已解决', en: 'Solved by the column only' },
  case_updated: { zh: '按新文件更新', en: 'Updated by the newer file' },
  case_changed_here: { zh: '已在本系统修改，保持不变', en: 'Changed here since; left as it is' },
};

export const headWords: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['行号', '原编号', '情况', '值', '历史解决时间', '列中解决时间', '相差分钟'],
  en: ['Line', 'Number there', 'What', 'Value', 'Solved by the history', 'Solved by the column', 'Minutes apart'],
};
