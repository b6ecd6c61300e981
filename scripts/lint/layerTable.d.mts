export interface LayerRule {
  readonly from: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  readonly files?: RegExp;
}
export const layerTable: readonly LayerRule[];
export function ruleFor(file: string): LayerRule | undefined;
export function forbiddenImport(file: string, specifier: string): string | null;
