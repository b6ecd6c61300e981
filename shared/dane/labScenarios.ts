/** Domains of the practice lab, `<scenario>.test`: each shows one thing that is right, or wrong. */
export const labScenarios = [
  'good',
  'roll-over',
  'wrong-hash',
  'expired',
  'name-mismatch',
  'no-starttls',
  'unusable',
  'two-keys',
  'two-addresses',
  'insecure',
  'bogus',
] as const;
export type LabScenario = (typeof labScenarios)[number];
