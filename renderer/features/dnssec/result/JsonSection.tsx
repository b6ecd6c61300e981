import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { chainFileName } from './chainFileName.ts';
import { saveText } from '../../../ui/saveText.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DnssecValidation } from '../../../../shared/dnssec/validation.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
});

/** Letters of the JSON that are shown. */
const shownMax = 20_000;

/** The result as other programs read it: `dnssec-validation@1`, the same as the command line's. */
export function JsonSection({ validation }: { readonly validation: DnssecValidation }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const json = `${JSON.stringify(validation, null, 2)}\n`;
  const save = () => {
    const name = chainFileName(validation, 'json');
    saveText(name, json, 'application/json');
    announce(t('app.saved', { name }));
  };
  return (
    <Section title={t('dnssecPage.json')}>
      <div className={styles.actions}>
        <Button icon={<ArrowDownloadRegular />} onClick={save}>
          {t('dnssecPage.save.json')}
        </Button>
        <CopyButton text={json} of={t('dnssecPage.json')} />
      </div>
      <Disclosure label={validation.schema}>
        <CodeBlock label={t('dnssecPage.json')}>{json.slice(0, shownMax)}</CodeBlock>
        {json.length > shownMax && <p>{t('dnssecPage.json.cut')}</p>}
      </Disclosure>
    </Section>
  );
}
