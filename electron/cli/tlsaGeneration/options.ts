import type { OptionSpecs } from '../command.ts';

export const generateOptions = {
  host: { type: 'string', placeholder: 'H', description: 'cli.option.host' },
  zone: { type: 'string', placeholder: 'Z', description: 'cli.option.zone' },
  port: { type: 'string', placeholder: 'N', description: 'cli.option.port' },
  protocol: { type: 'string', placeholder: 'P', description: 'cli.option.protocol' },
  usage: { type: 'string', placeholder: 'N', description: 'cli.option.usage' },
  selector: { type: 'string', placeholder: 'N', description: 'cli.option.selector' },
  matching: { type: 'string', placeholder: 'N', description: 'cli.option.matching' },
  all: { type: 'boolean', description: 'cli.option.all' },
  ttl: { type: 'string', placeholder: 'SECONDS', description: 'cli.option.ttl' },
  format: { type: 'string', placeholder: 'FORMAT', description: 'cli.option.format' },
  'password-stdin': { type: 'boolean', description: 'cli.option.password-stdin' },
} as const satisfies OptionSpecs;
