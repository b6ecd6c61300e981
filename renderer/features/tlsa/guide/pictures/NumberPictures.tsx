import { Box, Drawing, Label, Line } from './drawing.tsx';
import { useWords } from '../../../../ui/words.tsx';
import type { ReactNode } from 'react';

const width = 220;
const height = 176;

/** Which certificate of the chain a usage names. */
export function UsagePicture(): ReactNode {
  const t = useWords();
  return (
    <Drawing title={t('guide.numbers.picture.usage.title')} width={width} height={height}>
      <Label x={width / 2} y={14} strong>
        {t('guide.numbers.picture.usage')}
      </Label>
      <Box x={8} y={36} width={118} height={40}>
        {t('guide.numbers.picture.issuer')}
      </Box>
      <Line from={{ x: 67, y: 76 }} to={{ x: 67, y: 118 }} arrow />
      <Box x={8} y={120} width={118} height={40} chosen>
        {t('guide.numbers.picture.server')}
      </Box>
      <Label x={140} y={56} anchor="start">
        0, 2
      </Label>
      <Label x={140} y={140} anchor="start" strong>
        1, 3
      </Label>
    </Drawing>
  );
}

/** How much of the certificate a selector takes. */
export function SelectorPicture(): ReactNode {
  const t = useWords();
  return (
    <Drawing title={t('guide.numbers.picture.selector.title')} width={width} height={height}>
      <Label x={width / 2} y={14} strong>
        {t('guide.numbers.picture.selector')}
      </Label>
      <Box x={8} y={36} width={150} height={124} />
      <Label x={83} y={58}>
        {t('guide.numbers.picture.certificate')}
      </Label>
      <Box x={22} y={92} width={122} height={48} chosen>
        {t('guide.numbers.picture.key')}
      </Box>
      <Label x={172} y={58} anchor="start">
        0
      </Label>
      <Label x={172} y={116} anchor="start" strong>
        1
      </Label>
    </Drawing>
  );
}

/** In which form the data stand in the record. */
export function MatchingPicture(): ReactNode {
  const t = useWords();
  return (
    <Drawing title={t('guide.numbers.picture.matching.title')} width={width} height={height}>
      <Label x={width / 2} y={14} strong>
        {t('guide.numbers.picture.matching')}
      </Label>
      <Box x={8} y={36} width={204} height={32}>
        {t('guide.numbers.picture.full')}
      </Box>
      <Box x={8} y={82} width={140} height={32} chosen>
        {t('guide.numbers.picture.sha256')}
      </Box>
      <Box x={8} y={128} width={172} height={32}>
        {t('guide.numbers.picture.sha512')}
      </Box>
    </Drawing>
  );
}
