import type { Emit } from '../../jobs.ts';
import type { Identity } from '../../identity/createIdentity.ts';
import type { MicrosoftTools } from '../source.ts';
import type { OpenDnsTools } from '../openDnsTools.ts';
import type { OpenHistory } from '../../history/openHistory.ts';
import type { Ports } from '../../ports.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Settings } from '../../../../shared/contract/app.ts';
import type { SnapshotStore } from '../store/snapshotStore.ts';
import type { TrustAnchors } from '../../dnssec/anchors/trustAnchors.ts';

/** What the tenant's channels work with. */
export interface TenantWorld {
  readonly ports: Ports;
  readonly identity: Identity;
  readonly settings: {
    get(): Settings;
    set(change: Partial<Settings>): unknown;
  };
  /** Opened when it is first needed. */
  readonly history: () => OpenHistory;
  readonly snapshots: () => SnapshotStore;
  /** Resolvers of the settings; none: the system's. */
  readonly configuredResolvers: () => readonly string[];
  /** Where trust starts: built in, or imported. */
  readonly anchors: () => Result<TrustAnchors>;
  readonly emit: Emit;
  /** Deletes what is built on the tenant's snapshots: judgements, waivers, progress. */
  readonly forgetJudged: (key: string) => void;
  /** Contoso, which no network and no account is needed for. */
  readonly openDemo: () => Promise<DemoTools>;
}

export interface DemoTools {
  readonly microsoft: MicrosoftTools;
  /** To be closed. */
  readonly dns: OpenDnsTools;
}
