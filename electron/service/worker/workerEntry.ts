import { parentPort } from 'node:worker_threads';
import { tasks } from './tasks.ts';
import type { TaskInput, TaskName } from './tasks.ts';

type AnyTask = (input: TaskInput<TaskName>) => Promise<unknown>;

/** One task at a time. What a task throws is a bug: it ends this thread, and reaches who asked. */
parentPort?.on('message', (message: { name: TaskName; input: TaskInput<TaskName> }) => {
  const task = tasks[message.name] as AnyTask;
  void task(message.input).then((output) => parentPort?.postMessage(output, []));
});
