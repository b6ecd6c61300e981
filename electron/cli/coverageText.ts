import type { Coverage } from '../../shared/contract/tenant.ts';
import type { Words } from './words.ts';

/** What can be read, source by source, with what stands in the way of each; then what to do about it. */
export function coverageText(sources: readonly Coverage[], words: Words): string {
  const states = new Map(sources.map(({ state }) => [state, words(`tenantRead.state.${state}`)]));
  const stateWidth = widest(Array.from(states.values()));
  const nameWidth = widest(sources.map(({ id }) => words(`tenantSources.${id}`)));
  const rows = sources.flatMap((source) => {
    const state = (states.get(source.state) ?? '').padEnd(stateWidth);
    const name = words(`tenantSources.${source.id}`).padEnd(nameWidth);
    return [`  ${state}  ${name}  ${source.call}`, ...obstacles(source, words)];
  });
  const todo = Array.from(states.keys())
    .filter((state) => state !== 'ready')
    .map((state) => {
      // On a page there is a button for it.
      const todo =
        state === 'consent-needed'
          ? words('identity.cli.todo.consent')
          : words(`tenantRead.todo.${state}`);
      return `  ${(states.get(state) ?? '').padEnd(stateWidth)}  ${todo}`;
    });
  return [
    words('identity.cli.coverage'),
    ...rows,
    ...(todo.length === 0 ? [] : ['', words('identity.cli.todo'), ...todo]),
  ].join('\n');
}

function obstacles({ state, missing, roles, detail }: Coverage, words: Words): string[] {
  const lines = [
    missing.length > 0 ? words('tenantRead.missing', { value: missing.join(', ') }) : null,
    state === 'role-missing' && roles.length > 0
      ? words('tenantRead.needs.role', { value: roles.join(', ') })
      : null,
    detail,
  ];
  return lines.filter((line) => line !== null).map((line) => `      ${line}`);
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
