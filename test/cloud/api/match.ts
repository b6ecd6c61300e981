import type { Route } from '../types.ts';

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
}

/** Finds the route of a request by method and path; `null`: none. */
export function createMatcher(
  routes: readonly Route[],
): (method: string, path: string) => Match | null {
  const names = routes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`two routes are named ${twice}`);
  const compiled: readonly Compiled[] = routes.map((route) => ({
    route,
    pattern: compile(route.path),
  }));
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      if (route.method !== method) continue;
      const groups = pattern.exec(path)?.groups;
      if (groups === undefined) continue;
      const parameters = Object.fromEntries(
        Object.entries(groups)
          .filter(([name]) => name !== 'all')
          .map(([name, value]) => [name, decodeURIComponent(value)]),
      );
      return { route, parameters };
    }
    return null;
  };
}

/** OData keeps no case in paths, save for what stands for a value. */
function compile(path: string): RegExp {
  const source = path
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith('{')
        ? `(?<${part.slice(1, -1)}>[^/']+)`
        : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    )
    .join('');
  return new RegExp(`^(?<all>${source})$`, 'i');
}
