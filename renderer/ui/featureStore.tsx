import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';

type Factory<Value> = () => Value;

const StoresContext = createContext<Map<Factory<unknown>, unknown> | null>(null);

/** Holds what features keep while the person is on other pages. */
export function FeatureStores({ children }: { readonly children: ReactNode }): ReactNode {
  const [stores] = useState(() => new Map<Factory<unknown>, unknown>());
  return <StoresContext value={stores}>{children}</StoresContext>;
}

/** The value that `create` made when it was first asked for; the same one until the app is closed. */
export function useFeatureStore<Value>(create: Factory<Value>): Value {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('useFeatureStore outside FeatureStores');
  if (!stores.has(create)) stores.set(create, create());
  return stores.get(create) as Value;
}
