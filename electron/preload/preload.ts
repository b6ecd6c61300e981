import { contextBridge, ipcRenderer } from 'electron';
import { callRoad, eventRoad } from '../../shared/contract/bridge.ts';
import { createBridge } from './bridge.ts';
import type { ContractNames } from './bridge.ts';

/** Put here by the build, from the contract: importing that would bring the whole of zod along. */
declare const contractNames: ContractNames;

contextBridge.exposeInMainWorld(
  'companion',
  createBridge(ipcRenderer, contractNames, { call: callRoad, event: eventRoad }),
);
