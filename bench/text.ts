/**
 * Claim: 100,000 Chinese sentences are cut into words and grouped by theme within 0.5 s, once the dictionary is loaded. Beside it, in the
 * same run and over the same sentences, what the packages for cutting alone need: @node-rs/jieba (Rust, native) with and without its guess
 * at unknown words, and jieba-wasm.
 */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { cut as cutInWasm } from 'jieba-wasm';
import { seededRandom } from '@zhiheng/stats/random';
import { chineseCutter } from '@zhiheng/text/segmentation';
import { groupByTheme, indexThemes, seedThemes } from '@zhiheng/text/themes';

const total = Number(process.env.BENCH_SENTENCES ?? 100_000);
const limit = (500 * total) / 100_000;
const rounds = 7;

const openings = [
  '昨天中午',
  '上周三',
  '第一次在这里',
  '我和同事',
  '按照预约的时间',
  '打了三次电话以后',
  '刚才',
  '家里老人',
  '今天早上八点半',
  '',
];
const matters = [
  '送餐员',
  '装维师傅',
  '前台护士',
  '客服人员',
  '保洁阿姨',
  '值班工程师',
  '窗口的营业员',
  '外卖的包装',
  '宽带网速',
  '检测报告',
];
const events = [
  '比约定的时间晚了将近一个小时',
  '态度特别好，问什么都耐心解释',
  '一直说马上就到，结果等到关门也没有人来',
  '把订单弄错了，要的东西没有，不要的倒有两份',
  '收费和当初说的不一样，问了也没有人说得清楚',
  '动作麻利，走的时候还把现场收拾得干干净净',
  '修好不到两天又坏了，只好再排一次队',
  '没有提前通知就改了时间，白跑了一趟',
];
const endings = ['希望能改进', '下次还会再来', '已经投诉了', '总体还算满意', '真的很失望', '给个好评吧'];

/** Sentences of 15 to 45 characters, each with a number, so that hardly any two are the same. */
function makeSentences(): string[] {
  const random = seededRandom(20261121);
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: total }, (_, i) => `${any(openings)}${any(matters)}${any(events)}，${any(endings)}${i % 997}`);
}

/** The fastest of several rounds: the machine does other things too. */
function timed(work: () => number, times = rounds): number {
  let best = Infinity;
  let kept = 0;
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    kept += work();
    best = Math.min(best, performance.now() - began);
  }
  if (kept === 0) throw new Error('nothing was cut');
  return best;
}

const sentences = makeSentences();
const length = sentences.reduce((sum, { length: own }) => sum + own, 0) / total;
let began = performance.now();
const index = indexThemes(seedThemes('catering'));
const loading = performance.now() - began;
began = performance.now();
const native = Jieba.withDict(dict);
const loadingNative = performance.now() - began;

const ours = timed(() => groupByTheme(sentences, index).groups.length);
const cutter = chineseCutter();
const cutOnly = timed(() => sentences.reduce((sum, sentence) => sum + cutter.cut(sentence), 0));
const words = timed(() => sentences.reduce((sum, sentence) => sum + cutter.words(sentence).length, 0));
const plain = timed(() => sentences.reduce((sum, sentence) => sum + native.cut(sentence, false).length, 0));
const guessing = timed(() => sentences.reduce((sum, sentence) => sum + native.cut(sentence, true).length, 0));
const wasm = timed(() => sentences.reduce((sum, sentence) => sum + cutInWasm(sentence, false).length, 0), 2);

const rate = (ms: number) => `${Math.round(ms)} ms, ${Math.round(total / ms)} thousand a second`;
console.log(
  `${total} sentences of ${length.toFixed(1)} characters; dictionary loaded in ${Math.round(loading)} ms (native jieba ${Math.round(loadingNative)} ms)`,
);
console.log(`cut and themed: ${rate(ours)} (limit ${limit} ms) ${ours <= limit ? 'holds' : 'FALLS SHORT'}`);
console.log(`  of which cut: ${rate(cutOnly)}; cut into strings: ${rate(words)}`);
console.log(`peer @node-rs/jieba 2.0.1, cut only: ${rate(plain)}; with its guess at unknown words: ${rate(guessing)}`);
console.log(`peer jieba-wasm 2.4.0, cut only: ${rate(wasm)}`);
process.exitCode = ours <= limit ? 0 : 1;
