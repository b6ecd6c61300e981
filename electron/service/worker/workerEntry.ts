import { parentPort } from 'node:worker_threads';
import { tasks } from './tasks.ts';
import type { TaskInput, TaskName } from './tasks.ts';

/** One task at a time. What a task throws is a bug: it ends this thread, and reaches who asked. */
parentPort?.on('message', (message: { name: TaskName; input: TaskInput<TaskName> }) => {
  void tasks[message.name](message.input).then((output) => parentPort?.postMessage(output, []));
});
