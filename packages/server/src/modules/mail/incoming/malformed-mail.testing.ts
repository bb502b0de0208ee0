import { hashOf } from '../../../platform/identifier.ts';

type Random = () => number;

/** Fixed pseudo-random numbers in [0, 1). */
function sequence(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const below = (random: Random, most: number): number => Math.floor(random() * most);
const one = <T>(random: Random, choices: readonly T[]): T => choices[below(random, choices.length)] as T;

const charsets = ['utf-8', 'gb18030', 'gb2312', 'big5', 'iso-2022-jp', 'utf-7', 'x-unknown', '', 'utf-8"; x="', 'latin1'];
const encodings = ['7bit', '8bit', 'base64', 'quoted-printable', 'uuencode', 'nonsense', ''];
const subjects = [
  'Printer',
  '=?utf-8?B?5omT5Y2w5py6?=',
  '=?gb2312?B?tPLTobv6?=',
  '=?utf-8?Q?=E6=89?=',
  '=?x-no?B?!!!?=',
  'Re: [C-000001] hello',
  '\u0000\u0001',
  'x'.repeat(5000),
];
const bodies: readonly ((random: Random) => string)[] = [
  () => 'The printer jams.\r\n三楼打印机卡纸。',
  (random) => Buffer.from(Array.from({ length: 300 }, () => below(random, 256))).toString('base64'),
  () => '<html>' + '<div>'.repeat(3000) + 'deep' + '</p>'.repeat(50) + '<script>alert(1)',
  () => '=C4=E3=BA=C3=ZZ==\r\n=',
  () => `${'> '.repeat(500)}quoted\r\nOn Monday wrote:\r\n`,
  () => '',
  (random) => Array.from({ length: 400 }, () => String.fromCharCode(below(random, 65_536))).join(''),
  () => `${'a'.repeat(100_000)}`,
];

const header = (name: string, value: string): string => `${name}: ${value}\r\n`;

function plain(random: Random, tag: string): string {
  const head = [
    header(
      'From',
      one(random, [`wang-${tag}@customer.example`, `"W, (" <w-${tag}@customer.example>`, '<>', 'nobody', `a@b@c, d-${tag}@x.example`, '']),
    ),
    header('Subject', one(random, subjects)),
    header('Message-ID', one(random, [`<${tag}@customer.example>`, `${tag}`, `<${tag}`, `<${'m'.repeat(2000)}${tag}@x>`])),
    header('Date', one(random, ['Mon, 16 Nov 2026 09:00:00 +0800', 'yesterday', '32 Feb 99999 99:99:99'])),
    header('Content-Type', `text/${one(random, ['plain', 'html', '', 'calendar'])}; charset=${one(random, charsets)}`),
    header('Content-Transfer-Encoding', one(random, encodings)),
    ...(random() < 0.2 ? [header('In-Reply-To', '<'.repeat(200)), header('References', '<a@b> '.repeat(3000))] : []),
  ];
  return `${head.join('')}\r\n${one(random, bodies)(random)}\r\n${tag}\r\n`;
}

/** Parts within parts, with boundaries that are missing, doubled or another one's. */
function nested(random: Random, tag: string): string {
  const depth = one(random, [2, 5, 60, 450]);
  let mail = header('From', `deep-${tag}@customer.example`) + header('Message-ID', `<${tag}@customer.example>`);
  for (let level = 0; level < depth; level++) {
    const kind = one(random, [
      'multipart/mixed',
      'multipart/alternative',
      'multipart/related',
      'multipart/report; report-type=delivery-status',
      'message/rfc822',
    ]);
    const boundary = random() < 0.1 ? '' : `b${level}`;
    mail += `${header('Content-Type', `${kind}; boundary="${boundary}"`)}\r\n--${random() < 0.1 ? 'other' : boundary}\r\n`;
  }
  const name = one(random, ['a.png', '../../etc/passwd', 'x.exe', '=?utf-8?B?5Zu+LnBuZw==?=', '\u202Egnp.exe', '']);
  return `${mail}${header('Content-Type', 'image/png')}${header('Content-Disposition', `attachment; filename="${name}"`)}\r\n${tag}\r\n--b0--\r\n`;
}

const manyParts = (random: Random, tag: string): string =>
  `${header('From', `many-${tag}@customer.example`)}${header('Content-Type', 'multipart/mixed; boundary=p')}\r\n${`--p\r\nContent-Type: text/plain\r\n\r\n${tag}\r\n`.repeat(one(random, [30, 300, 900]))}`;

const noise = (random: Random, tag: string): string =>
  Buffer.concat([Buffer.from(Array.from({ length: 1 + below(random, 3000) }, () => below(random, 256))), Buffer.from(tag)]).toString(
    'latin1',
  );

const report = (_random: Random, tag: string): string =>
  `${header('From', 'MAILER-DAEMON@x.example')}${header('Content-Type', 'multipart/report; report-type=delivery-status; boundary=r')}\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 9.9.9\r\nDiagnostic-Code: ${'x'.repeat(9000)}\r\n\r\n<${tag}@nowhere.example>`;

/** What a broken line or a hostile hand does to a mail. */
const damages: readonly ((random: Random, mail: Buffer) => Buffer)[] = [
  (_random, mail) => mail,
  (random, mail) => mail.subarray(0, 20 + below(random, mail.length)),
  (random, mail) => {
    const copy = Buffer.from(mail);
    for (let flips = 0; flips < 40; flips++) copy[below(random, copy.length)] = below(random, 256);
    return copy;
  },
  (_random, mail) => Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  (_random, mail) => Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\r'), 'latin1'),
  (random, mail) => Buffer.concat([mail, Buffer.alloc(below(random, 2000)), mail]),
  (_random, mail) => Buffer.concat([Buffer.from('X-Long: '), Buffer.alloc(200_000, 'h'), Buffer.from('\r\n'), mail]),
];

/** So many mails that no two of them are alike, most of them broken in some way. The same seed gives the same mails. */
export function malformedMails(seed: number, count: number): Buffer[] {
  const random = sequence(seed);
  const mails = new Map<string, Buffer>();
  for (let index = 0; mails.size < count; index++) {
    const tag = `t${seed}-${index}`;
    const made = Buffer.from(one(random, [plain, plain, plain, nested, nested, manyParts, noise, report])(random, tag), 'utf8');
    const mail = one(random, damages)(random, made);
    mails.set(hashOf(mail), mail);
  }
  return [...mails.values()];
}
