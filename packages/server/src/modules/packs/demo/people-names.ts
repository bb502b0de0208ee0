/** Frequent family names and given names, of which demo customers are made. */
export const familyNames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'.split('');
export const givenNames =
  '伟 芳 敏 静 磊 洋 艳 勇 娟 杰 涛 明 霞 平 刚 桂英 秀英 建华 建国 志强 小红 小军 海燕 晓东 晓燕 玉兰 文博 子涵 浩然 雨桐 欣怡 宇轩 梓萱 俊杰 佳怡 思远'.split(
    ' ',
  );
