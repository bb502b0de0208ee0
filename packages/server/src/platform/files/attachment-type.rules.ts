/** How a kind of file begins, in hex; several ways are alternatives. */
interface FileKind {
  readonly mediaType: string;
  readonly begins: readonly string[];
}

const zip = ['504b0304'];
const office = 'application/vnd.openxmlformats-officedocument';
const text = (mediaType: string): FileKind => ({ mediaType, begins: [] });

/** What may be attached, by the end of its name. Whatever a browser or a desktop would run is not here. */
const kinds: Readonly<Record<string, FileKind>> = {
  png: { mediaType: 'image/png', begins: ['89504e470d0a1a0a'] },
  jpg: { mediaType: 'image/jpeg', begins: ['ffd8ff'] },
  jpeg: { mediaType: 'image/jpeg', begins: ['ffd8ff'] },
  gif: { mediaType: 'image/gif', begins: ['474946383761', '474946383961'] },
  webp: { mediaType: 'image/webp', begins: ['52494646'] },
  bmp: { mediaType: 'image/bmp', begins: ['424d'] },
  pdf: { mediaType: 'application/pdf', begins: ['25504446'] },
  zip: { mediaType: 'application/zip', begins: zip },
  docx: { mediaType: `${office}.wordprocessingml.document`, begins: zip },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, begins: zip },
  pptx: { mediaType: `${office}.presentationml.presentation`, begins: zip },
  doc: { mediaType: 'application/msword', begins: ['d0cf11e0a1b11ae1'] },
  xls: { mediaType: 'application/vnd.ms-excel', begins: ['d0cf11e0a1b11ae1'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', begins: ['d0cf11e0a1b11ae1'] },
  mp3: { mediaType: 'audio/mpeg', begins: ['494433', 'fffb', 'fff3', 'fff2'] },
  wav: { mediaType: 'audio/wav', begins: ['52494646'] },
  txt: text('text/plain'),
  log: text('text/plain'),
  md: text('text/plain'),
  csv: text('text/csv'),
  json: text('application/json'),
  eml: text('message/rfc822'),
};

/** The type of a file by its name, when its content agrees; null when it may not be attached. */
export function attachmentType(name: string, bytes: Buffer): string | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (kind === undefined || bytes.length === 0) return null;
  if (kind.begins.length === 0) return bytes.subarray(0, 4096).includes(0) ? null : kind.mediaType;
  const head = bytes.subarray(0, 8).toString('hex');
  return kind.begins.some((begin) => head.startsWith(begin)) ? kind.mediaType : null;
}
