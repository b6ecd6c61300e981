import { checklist as certificateRenewal } from './certificateRenewal.ts';
import type { Checklist } from './checklist.ts';
import type { ChecklistId } from './checklistIds.ts';
import { checklist as inboundDane } from './inboundDane.ts';
import { checklist as leavingSmtpAuthAndEws } from './leavingSmtpAuthAndEws.ts';
import { checklist as outlookCleanUp } from './outlookCleanUp.ts';
import { checklist as ownServerDane } from './ownServerDane.ts';
import { checklist as publicFolders } from './publicFolders.ts';
import { checklist as sendFromAlias } from './sendFromAlias.ts';

export const checklists: Readonly<Record<ChecklistId, Checklist>> = {
  'inbound-dane': inboundDane,
  'own-server-dane': ownServerDane,
  'certificate-renewal': certificateRenewal,
  'send-from-alias': sendFromAlias,
  'leaving-smtp-auth-and-ews': leavingSmtpAuthAndEws,
  'outlook-clean-up': outlookCleanUp,
  'public-folders': publicFolders,
};
