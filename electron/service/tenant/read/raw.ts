/** Small readers for nested answers: a value of another kind is nothing. */
import { isRecord } from '../../../../shared/tenant/readRecord.ts';
import {
  readCount,
  readSetting,
  readText,
  readTexts,
} from '../../../../shared/tenant/readValue.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

export function textOf(value: unknown): string | null {
  return readText(value) ?? null;
}

export function textsOf(value: unknown): string[] {
  return [...(readTexts(value) ?? [])];
}

export function settingOf(value: unknown): boolean | null {
  return readSetting(value) ?? null;
}

export function countOf(value: unknown): number | null {
  return readCount(value) ?? null;
}

export function recordOf(value: unknown): RawRecord {
  return isRecord(value) ? value : {};
}

export function recordsOf(value: unknown): readonly RawRecord[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isRecord) : [];
}
