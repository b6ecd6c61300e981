/**
 * Posts of the message center that administrators still quote and that can no longer be read there.
 * What they said stands in the words (`outlook.post.<id>`), with what is true today beside it. Day:
 * when what they announce began.
 */
export const messagePosts = [
  { id: 'MC274505', day: '2021-06-30', subject: 'basic-auth' },
  { id: 'MC288472', day: '2021-11-01', subject: 'outlook' },
] as const;
export type MessagePostId = (typeof messagePosts)[number]['id'];
