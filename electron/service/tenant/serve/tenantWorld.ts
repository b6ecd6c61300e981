import type { Emit } from '../../jobs.ts';
import type { Identity } from '../../identity/createIdentity.ts';
import type { OpenHistory } from '../../history/openHistory.ts';
import type { Ports } from '../../ports.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { SettingsStore } from '../../settings/settingsStore.ts';
import type { SnapshotStore } from '../store/snapshotStore.ts';
import type { TrustAnchors } from '../../dnssec/anchors/trustAnchors.ts';

/** What the tenant's channels work with. */
export interface TenantWorld {
  readonly ports: Ports;
  readonly identity: Identity;
  readonly settings: SettingsStore;
  /** Opened when it is first needed. */
  readonly history: () => OpenHistory;
  readonly snapshots: () => SnapshotStore;
  /** Resolvers of the settings; none: the system's. */
  readonly configuredResolvers: () => readonly string[];
  /** Where trust starts: built in, or imported. */
  readonly anchors: () => Result<TrustAnchors>;
  readonly emit: Emit;
}
