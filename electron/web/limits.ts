/** Bounds of the web host, each with its reason. Tests pass smaller ones where waiting is the point. */
export const webLimits = {
  /** The largest input is a certificate file of 4 MiB in Base64; the rest is room for its envelope. */
  callBytes: 8 * 1024 * 1024,
  /** A token, an id, a message authentication code. */
  smallBodyBytes: 4096,
  /** Node counts the request line as well. */
  headerBytes: 16 * 1024,
  headerCount: 64,
  headersMilliseconds: 10_000,
  /** The whole request, body included; an answer may take as long as it likes. */
  requestMilliseconds: 30_000,
  checkMilliseconds: 2_000,
  keepAliveMilliseconds: 10_000,
  connections: 64,
  /** A browser opens six connections to one port, all tabs together: two must stay free for calls. */
  eventStreams: 4,
  heartbeatMilliseconds: 15_000,
  /** What a stream may have unread before it is cut off. */
  streamBacklogBytes: 16 * 1024 * 1024,
  /** A call that takes longer is answered through `collect`, so that it holds no connection. */
  holdMilliseconds: 1_000,
  /** Calls of one session that run or wait to be collected. */
  callsPerSession: 256,
  /** How long an answer that nobody collects is kept: its page was closed or reloaded. */
  uncollectedMilliseconds: 10 * 60_000,
  sessions: 32,
  openTokens: 8,
} as const;

export type WebLimits = { readonly [Name in keyof typeof webLimits]: number };
