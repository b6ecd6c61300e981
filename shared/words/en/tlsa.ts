export const tlsa = {} as const;
