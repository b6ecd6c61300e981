interface Payload {
  readonly uid?: string;
  readonly userCode?: string;
  readonly grantId?: string;
  consumed?: number;
}

/** Where one provider keeps sessions, codes and tokens: its own memory, gone with the cloud. */
export function createMemory() {
  const kinds = new Map<string, Map<string, Payload>>();
  return (kind: string) => {
    const entries = kinds.get(kind) ?? new Map<string, Payload>();
    kinds.set(kind, entries);
    const first = (test: (payload: Payload) => boolean): Payload | undefined =>
      [...entries.values()].find(test);
    return {
      upsert: async (id: string, payload: Payload) => void entries.set(id, payload),
      find: async (id: string) => entries.get(id),
      findByUid: async (uid: string) => first((payload) => payload.uid === uid),
      findByUserCode: async (code: string) => first((payload) => payload.userCode === code),
      destroy: async (id: string) => void entries.delete(id),
      async consume(id: string) {
        const payload = entries.get(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async revokeByGrantId(grantId: string) {
        for (const [id, payload] of entries) if (payload.grantId === grantId) entries.delete(id);
      },
    };
  };
}
