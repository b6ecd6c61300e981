import { Box, Drawing, Label, Line } from './drawing.tsx';
import { useWords } from '../../../../ui/words.tsx';
import type { ReactNode } from 'react';

const columns = { sender: 60, dns: 230, server: 400 } as const;
const bottom = 330;

const messages = [
  { word: 'mx', from: 'sender', to: 'dns', y: 72 },
  { word: 'answer', from: 'dns', to: 'sender', y: 112 },
  { word: 'starttls', from: 'sender', to: 'server', y: 160 },
  { word: 'certificate', from: 'server', to: 'sender', y: 200 },
  { word: 'mail', from: 'sender', to: 'server', y: 302 },
] as const;

/** Between two neighbours; what passes the DNS has its name beyond it, off its line. */
function middle(from: keyof typeof columns, to: keyof typeof columns): number {
  const passes = from !== 'dns' && to !== 'dns';
  return passes ? (columns.dns + columns.server) / 2 : (columns[from] + columns[to]) / 2;
}

/** The way of a mail under DANE: each arrow a message, from top to bottom. */
export function WhoAsksWhomPicture(): ReactNode {
  const t = useWords();
  return (
    <Drawing title={t('guide.what.picture.title')} width={460} height={336}>
      {(['sender', 'dns', 'server'] as const).map((who) => (
        <g key={who}>
          <Line from={{ x: columns[who], y: 34 }} to={{ x: columns[who], y: bottom }} dashed />
          <Box x={columns[who] - 56} y={4} width={112} height={30}>
            {t(`guide.what.picture.${who}`)}
          </Box>
        </g>
      ))}
      {messages.map(({ word, from, to, y }) => (
        <g key={word}>
          <Line from={{ x: columns[from], y }} to={{ x: columns[to], y }} arrow />
          <Label x={middle(from, to)} y={y - 11}>
            {t(`guide.what.picture.${word}`)}
          </Label>
        </g>
      ))}
      <Box x={4} y={226} width={176} height={36} chosen>
        {t('guide.what.picture.compare')}
      </Box>
    </Drawing>
  );
}
