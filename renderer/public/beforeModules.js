// A classic script, so that it runs before any module. zod settles for each schema, when the schema
// is made, whether to compile it with `new Function`; the content security policy forbids that, and
// reports already the attempt. This is where zod keeps its settings; `z.config()` would come too late.
// SECURITY: S7
globalThis.__zod_globalConfig = { jitless: true };
