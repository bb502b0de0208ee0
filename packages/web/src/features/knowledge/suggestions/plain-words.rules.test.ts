import { expect, it } from 'vitest';
import { plainWords } from './plain-words.rules.ts';

it('keeps the words and the order, and loses the marks', () => {
  const text = '## 先自查\n\n1. 检查 **Wi-Fi** 开关\n2. 运行 `ipconfig`\n\n- 仍不行，见[说明](https://example.org)\n\n谢谢\n再见';
  expect(plainWords(text)).toBe('先自查\n\n1. 检查 Wi-Fi 开关\n2. 运行 ipconfig\n\n· 仍不行，见说明 (https://example.org)\n\n谢谢\n再见');
});
