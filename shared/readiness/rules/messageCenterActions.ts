import { remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import type { MessageCenterPost } from '../../tenant/records/graph.ts';

/** Services whose retirements touch mail and its clients, as Microsoft names them. */
const mailServices = /exchange|outlook|microsoft 365 apps/i;

function judge(post: MessageCenterPost, due: string): Finding {
  return {
    status: 'warning',
    reason: 'message-center-action',
    subject: post.id ?? '?',
    params: { title: post.title ?? '', date: due.slice(0, 10) },
    deadline: { at: due },
    evidence: [
      { source: 'messageCenter', property: 'title', value: post.title },
      { source: 'messageCenter', property: 'actionRequiredByDateTime', value: due },
    ],
  };
}

export const rule = defineRule({
  id: 'message-center.actions',
  severity: 'medium',
  words: 'message-center-actions',
  needs: { messageCenter: ['services', 'actionRequiredByDateTime'] },
  optional: [],
  sources: ['https://learn.microsoft.com/microsoft-365/admin/manage/message-center'],
  deadlines: [],
  example: 'MC000000',
  remedy: () => remedyOf({}),
  findings({ messageCenter }, { at }) {
    const due = messageCenter.flatMap((post) => {
      const date = post.actionRequiredByDateTime;
      // Without services it may be about mail.
      const isMail =
        post.services.length === 0 || post.services.some((service) => mailServices.test(service));
      // A date that can't be read is not one that has passed.
      const isDue = date !== null && !(Date.parse(date) < at.getTime());
      return isMail && isDue ? [{ post, date }] : [];
    });
    return due.length === 0
      ? [{ status: 'pass', reason: 'message-center-none', params: { total: messageCenter.length } }]
      : due.map(({ post, date }) => judge(post, date));
  },
});
