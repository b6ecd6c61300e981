export const budget: number;
export function initialJavaScript(folder: string): {
  readonly files: readonly string[];
  readonly budget: number;
  readonly kilobytes: number;
};
