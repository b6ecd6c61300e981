import type { AssessTask, Assessment } from '../readiness/checklists/assessChecklist.ts';
import type { CertificateFile } from '../../../shared/contract/certificates.ts';
import type { EvaluateTask } from '../readiness/runs/evaluateStored.ts';
import type { RenderTask, RenderedReport } from '../reports/renderReport.ts';
import type { Result } from '../../../shared/errors.ts';
import type { RuleResult } from '../../../shared/readiness/rule.ts';

export interface ReadCertificateFileTask {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly password: string | null;
}

/**
 * What a worker thread can be asked to do. Inputs and outputs are copied between the threads, so they
 * are plain values. Each task loads its code when it is first asked for.
 */
export const tasks = {
  'certificates.read': async (task: ReadCertificateFileTask): Promise<Result<CertificateFile>> => {
    const { readCertificateFileHere } = await import('../certificates/readCertificateFileHere.ts');
    const { bytes, name, password } = task;
    const file = await readCertificateFileHere(bytes, name, password, Infinity);
    if (file === 'too-long-here') throw new Error('refused, although no limit was set');
    return file;
  },
  'checklists.assess': async (
    task: AssessTask & { readonly file: string },
  ): Promise<Assessment> => {
    const { assessStored } = await import('../readiness/checklists/assessChecklist.ts');
    const { withDatabase } = await import('../readiness/runs/evaluateStored.ts');
    return withDatabase(task.file, (database) => assessStored(database, task));
  },
  'readiness.evaluate': async (
    task: EvaluateTask & { readonly file: string },
  ): Promise<readonly RuleResult[] | null> => {
    const { evaluateStored, withDatabase } = await import('../readiness/runs/evaluateStored.ts');
    return withDatabase(task.file, (database) => evaluateStored(database, task));
  },
  'reports.render': async (task: RenderTask): Promise<RenderedReport> => {
    const { renderReport } = await import('../reports/renderReport.ts');
    return await renderReport(task);
  },
} as const;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;
