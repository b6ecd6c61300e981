import { app } from './en/app.ts';
import { certificates } from './en/certificates.ts';
import { cli } from './en/cli.ts';
import { errors } from './en/errors.ts';
import { shell } from './en/shell.ts';
import { tlsa } from './en/tlsa.ts';

/**
 * The catalogue: every sentence a person reads, as ICU messages, for the page, the command line and
 * the reports alike. One file a subject; keys are dotted, and start with the subject.
 */
export const en = { ...app, ...errors, ...certificates, ...cli, ...shell, ...tlsa } as const;

export type WordId = keyof typeof en;
