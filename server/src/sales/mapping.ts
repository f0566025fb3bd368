/** How a file of another system is read: which column is what. A person writes it once as JSON; no code. */
import { readFileSync } from 'node:fs';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Min,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { IANAZone } from 'luxon';

/** Text in which `{Column}` stands for that column's value. */
const TEMPLATE = /^.{1,200}$/;

class FormatBody {
  @IsIn([',', ';', '\t', '|']) delimiter!: string;
  @IsIn(['.', ',']) decimal!: string;
}

class TimeBody {
  @Matches(TEMPLATE) value!: string;
  /** In the letters of Unicode TR35: "d/M/yyyy HH:mm", "d-MMM-yy". */
  @IsString() @Length(2, 40) format!: string;
  @IsString() @Length(1, 60) zone!: string;
}

class CancellationBody {
  @Matches(TEMPLATE) value!: string;
  @IsString() @Length(1, 20) startsWith!: string;
}

class GoodsBody {
  @Matches(TEMPLATE) code!: string;
  @Matches(TEMPLATE) name!: string;
}

export class ImportMapping {
  /** Short and lasting: the name of the channel in the database. */
  @Matches(/^[a-z0-9][a-z0-9-]{1,38}$/)
  channel!: string;

  @Matches(/^[A-Z]{3}$/)
  currency!: string;

  @ValidateNested() @Type(() => FormatBody) format!: FormatBody;
  @ValidateNested() @Type(() => TimeBody) time!: TimeBody;

  /** What makes lines one document: "{InvoiceNo}" or "{Member}-{Day}". */
  @Matches(TEMPLATE)
  document!: string;

  @IsOptional() @ValidateNested() @Type(() => CancellationBody) cancellation?: CancellationBody;
  @ValidateNested() @Type(() => GoodsBody) goods!: GoodsBody;

  /** Absent: one piece a line. */
  @IsOptional() @Matches(TEMPLATE) quantity?: string;
  @Matches(TEMPLATE) unitPrice!: string;
  /** Member's card; an empty value is a sale to nobody known. */
  @IsOptional() @Matches(TEMPLATE) card?: string;

  /** Lines above the header row. */
  @IsOptional() @IsInt() @Min(0) skipLines?: number;
}

/** Told to the person who runs the import, in one line. */
export class ImportError extends Error {}

export function columnsOf(mapping: ImportMapping): Set<string> {
  const texts = [
    mapping.time.value,
    mapping.document,
    mapping.cancellation?.value ?? '',
    mapping.goods.code,
    mapping.goods.name,
    mapping.quantity ?? '',
    mapping.unitPrice,
    mapping.card ?? '',
  ];
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!)));
}

export function fillTemplate(template: string, row: Record<string, string>): string {
  return template.replace(/\{([^}]+)\}/g, (_, column: string) => (row[column] ?? '').trim());
}

/** Refuses a mapping with missing, wrong or unknown fields, naming the first. */
export function parseMapping(text: string, name: string): ImportMapping {
  let plain: unknown;
  try {
    plain = JSON.parse(text);
  } catch {
    throw new ImportError(`${name}: not valid JSON`);
  }
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new ImportError(`${name}: not an object`);
  const mapping = plainToInstance(ImportMapping, plain);
  const [error] = validateSync(mapping, { whitelist: true, forbidNonWhitelisted: true });
  if (error) {
    const inner = error.children?.[0];
    throw new ImportError(
      `${name}: ${error.property}${inner ? `.${inner.property}` : ''} is missing or wrong`,
    );
  }
  if (!IANAZone.isValidZone(mapping.time.zone))
    throw new ImportError(`${name}: time.zone is not a time zone`);
  return mapping;
}

export function readMapping(path: string): ImportMapping {
  try {
    return parseMapping(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${path}: cannot be read`);
  }
}
