import { Box, Drawing, Label, Line } from './drawing.tsx';
import { useWords } from '../../../../ui/words.tsx';
import type { ReactNode } from 'react';

const moments = [
  { word: 'publish', y: 84 },
  { word: 'install', y: 204 },
  { word: 'remove', y: 264 },
] as const;

/** Time goes down: which records stand in the DNS, and which certificate the server shows. */
export function RenewalPicture(): ReactNode {
  const t = useWords();
  const end = 320;
  return (
    <Drawing title={t('guide.renewal.picture.title')} width={500} height={328}>
      {/* First, so that what lasts lies over them. */}
      {moments.map(({ word, y }) => (
        <Line key={word} from={{ x: 4, y }} to={{ x: 276, y }} dashed />
      ))}
      <Bar x={8} from={30} to={264} word={t('guide.renewal.picture.oldRecord')} />
      <Bar x={68} from={84} to={end} word={t('guide.renewal.picture.newRecord')} chosen />
      <Bar x={148} from={30} to={204} word={t('guide.renewal.picture.oldCertificate')} />
      <Bar x={208} from={204} to={end} word={t('guide.renewal.picture.newCertificate')} chosen />
      {moments.map(({ word, y }) => (
        <Label key={word} x={288} y={y} anchor="start" strong>
          {t(`guide.renewal.picture.${word}`)}
        </Label>
      ))}
      <Line from={{ x: 298, y: 100 }} to={{ x: 298, y: 188 }} arrow />
      <Label x={312} y={144} anchor="start">
        {t('guide.renewal.picture.wait')}
      </Label>
    </Drawing>
  );
}

/** Something that lasts, with its name along it. */
function Bar({
  x,
  from,
  to,
  word,
  chosen = false,
}: {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly chosen?: boolean;
}): ReactNode {
  const middle = (from + to) / 2;
  return (
    <>
      <Box x={x} y={from} width={44} height={to - from} chosen={chosen} />
      <g transform={`rotate(-90 ${x + 22} ${middle})`}>
        <Label x={x + 22} y={middle} strong={chosen}>
          {word}
        </Label>
      </g>
    </>
  );
}
