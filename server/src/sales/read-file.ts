/** A file of sales as a stream of rows: plain or gzip, byte-order mark or not, one row at a time. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { columnsOf, ImportError, type ImportMapping } from './mapping.js';
import { readRow, type RowRead } from './read-row.js';

export interface FileRow {
  /** Line of data, from 1; the header is not counted. */
  line: number;
  raw: string;
  read: RowRead;
}

export function hashFile(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    createReadStream(path)
      .on('data', (part) => hash.update(part))
      .on('end', () => resolve(hash.digest()))
      .on('error', () => reject(new ImportError(`${path}: cannot be read`)));
  });
}

function checkHeader(header: string[], mapping: ImportMapping, path: string): void {
  const missing = [...columnsOf(mapping)].filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new ImportError(`${path}: no column ${missing.join(', ')}; it has ${header.join(', ')}`);
}

/** Throws ImportError when the file cannot be read, is no text, or lacks a column that the mapping names. */
export async function* readFile(path: string, mapping: ImportMapping): AsyncGenerator<FileRow> {
  const source = createReadStream(path);
  const parser = parse({
    delimiter: mapping.format.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    from_line: (mapping.skipLines ?? 0) + 1,
    encoding: 'utf8',
  });
  const failed = (): void => undefined; // the reading loop below sees the error
  if (path.endsWith('.gz')) pipeline(source, createGunzip(), parser, failed);
  else pipeline(source, parser, failed);
  let header: string[] | null = null;
  let line = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (!header) {
        header = record.map((name) => name.trim());
        checkHeader(header, mapping, path);
        continue;
      }
      line += 1;
      yield { line, raw: record.join(mapping.format.delimiter), read: toRead(record, header, mapping) };
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${path}: ${(error as Error).message}`);
  }
  if (!header) throw new ImportError(`${path}: is empty`);
}

function toRead(record: string[], header: readonly string[], mapping: ImportMapping): RowRead {
  if (record.length !== header.length) return { ok: false, reason: 'wrong_columns' };
  return readRow(Object.fromEntries(header.map((name, index) => [name, record[index]!])), mapping);
}
