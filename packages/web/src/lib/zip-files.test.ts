import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { unzipTexts, ZipError } from './unzip-texts.ts';
import { zipFiles } from './zip-files.ts';

it('crc32 of the check string', () => {
  // The check value of CRC-32/ISO-HDLC.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

describe('a ZIP of ours', () => {
  it('holds what was put in', async () => {
    const files = { 'it-service/pack.yaml': 'pack: it-service\n', 'it-service/服务.yaml': '名称: 网络\n', 'empty.yaml': '' };
    expect(await unzipTexts(await zipFiles(files).arrayBuffer())).toEqual(files);
  });
});

describe('a ZIP of others', () => {
  /** One deflated file, as common programs write it. */
  function deflated(name: string, text: string): ArrayBuffer {
    const [path, packed] = [Buffer.from(name), deflateRawSync(Buffer.from(text))];
    const common = Buffer.alloc(26);
    [20, 0, 8].forEach((value, index) => common.writeUInt16LE(value, index * 2));
    common.writeUInt32LE(crc32(Buffer.from(text)), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
    const entry = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, Buffer.alloc(14), path]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(entry.length, 12);
    end.writeUInt32LE(local.length, 16);
    return new Uint8Array(Buffer.concat([local, entry, end])).buffer;
  }

  it('is read when it is compressed', async () => {
    const text = 'indicators:\n'.repeat(500);
    expect(await unzipTexts(deflated('pack/indicators.yaml', text))).toEqual({ 'pack/indicators.yaml': text });
  });
  it('keeps hidden files out', async () => {
    expect(await unzipTexts(deflated('__MACOSX/._pack.yaml', 'x'))).toEqual({});
  });
  it('is refused when it is none', async () => {
    await expect(unzipTexts(new TextEncoder().encode('pack: it-service').buffer)).rejects.toThrow(ZipError);
  });
});
